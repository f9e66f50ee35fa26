/** Tests of fibre physics. */
@NullMarked
package org.lightpath.fiber.exact;

import org.jspecify.annotations.NullMarked;
