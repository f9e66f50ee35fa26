/** Matrix products that a model asks for, and who may compute them. */
@NullMarked
package org.lightpath.cloud.product;

import org.jspecify.annotations.NullMarked;
