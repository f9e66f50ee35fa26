/** Tests of fibre physics. */
@NullMarked
package org.lightpath.fiber.pulse;

import org.jspecify.annotations.NullMarked;
