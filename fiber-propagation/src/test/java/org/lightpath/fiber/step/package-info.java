/** Tests of fibre physics. */
@NullMarked
package org.lightpath.fiber.step;

import org.jspecify.annotations.NullMarked;
