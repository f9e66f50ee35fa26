package org.lightpath.fiber.pulse;

import java.util.Objects;
import org.lightpath.fiber.Polarisation;
import org.lightpath.fiber.exact.Envelope;

/**
 * One pulse: √P₀ · s(t − t₀) · e^(j(2πΔf(t − t₀) + φ)) in a state of polarisation.
 *
 * @param shape s
 * @param peakPower P₀ [W], over both polarisations
 * @param centre t₀ [s]; 0 is the middle of the window
 * @param detuning Δf [Hz] from the carrier; positive is a higher optical frequency
 * @param phase φ [rad]
 * @param polarisation shares of x and y; must be {@link Polarisation#X} in a scalar field
 */
public record Pulse(
    PulseShape shape,
    double peakPower,
    double centre,
    double detuning,
    double phase,
    Polarisation polarisation) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the peak power is negative or a number is not finite
   */
  public Pulse {
    Objects.requireNonNull(shape);
    Objects.requireNonNull(polarisation);
    if (!(peakPower >= 0) || Double.isInfinite(peakPower)) {
      throw new IllegalArgumentException(
          "pulse: peak power is %s W, expected a finite number of at least 0".formatted(peakPower));
    }
    if (!Double.isFinite(centre) || !Double.isFinite(detuning) || !Double.isFinite(phase)) {
      throw new IllegalArgumentException(
          "pulse: centre=%s s, detuning=%s Hz and phase=%s rad must be finite"
              .formatted(centre, detuning, phase));
    }
  }

  /**
   * A pulse in the middle of the window, at the carrier, polarised along x.
   *
   * @param peakPower P₀ [W]
   */
  public static Pulse of(PulseShape shape, double peakPower) {
    return new Pulse(shape, peakPower, 0, 0, 0, Polarisation.X);
  }

  /** The same pulse centred at a time [s]. */
  public Pulse at(double time) {
    return new Pulse(shape, peakPower, time, detuning, phase, polarisation);
  }

  /** The same pulse, detuned from the carrier by a frequency [Hz]. */
  public Pulse detunedBy(double frequency) {
    return new Pulse(shape, peakPower, centre, frequency, phase, polarisation);
  }

  /** The same pulse with a phase [rad]. */
  public Pulse withPhase(double angle) {
    return new Pulse(shape, peakPower, centre, detuning, angle, polarisation);
  }

  /** The same pulse in a state of polarisation. */
  public Pulse polarised(Polarisation state) {
    return new Pulse(shape, peakPower, centre, detuning, phase, state);
  }

  /** The scalar envelope √P₀ s(t − t₀) e^(j(2πΔf(t − t₀) + φ)), for closed forms. */
  public Envelope envelope() {
    return (time, amplitude) -> {
      double t = time - centre;
      double magnitude = Math.sqrt(peakPower) * shape.magnitude(t);
      double angle = shape.phase(t) + 2 * Math.PI * detuning * t + phase;
      amplitude[0] = magnitude * Math.cos(angle);
      amplitude[1] = magnitude * Math.sin(angle);
    };
  }
}
