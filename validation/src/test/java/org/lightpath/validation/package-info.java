/** One test class for each published claim, on every engine present. */
@NullMarked
package org.lightpath.validation;

import org.jspecify.annotations.NullMarked;
