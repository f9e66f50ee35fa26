/** Closed-form solutions that a propagated field is compared with. */
@NullMarked
package org.lightpath.fiber.exact;

import org.jspecify.annotations.NullMarked;
