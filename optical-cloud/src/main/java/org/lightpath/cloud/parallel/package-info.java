/** Work of the host shared among its processors. */
@NullMarked
package org.lightpath.cloud.parallel;

import org.jspecify.annotations.NullMarked;
