package org.lightpath.cli.pulse;

import java.util.Optional;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.exact.ClosedForm;
import org.lightpath.fiber.pulse.Waveform;

/**
 * One field of the batch.
 *
 * @param fiber the glass with the γ of this field
 * @param waveform what is launched
 * @param reference closed form to compare with
 */
record PulseCase(Fiber fiber, Waveform waveform, Optional<ClosedForm> reference) {}
