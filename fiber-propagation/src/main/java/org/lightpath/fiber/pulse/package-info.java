/** Pulses, their measurement, and the experiment that sends a batch of them through a fibre. */
@NullMarked
package org.lightpath.fiber.pulse;

import org.jspecify.annotations.NullMarked;
