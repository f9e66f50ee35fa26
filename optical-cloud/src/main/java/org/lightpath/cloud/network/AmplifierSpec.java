package org.lightpath.cloud.network;

import java.util.OptionalDouble;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Amplifier;

/**
 * An amplifier to be placed.
 *
 * @param gain G (a ratio); absent for automatic: makes up for the loss in front of it since the
 *     amplifier before, or since the beginning of the link
 * @param noiseFigure F (a ratio), shot noise counted
 * @param maximumGain largest gain (a ratio) it can give, if limited
 */
public record AmplifierSpec(OptionalDouble gain, double noiseFigure, OptionalDouble maximumGain) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a gain is below 1 or the noise figure is not positive
   */
  public AmplifierSpec {
    if (gain.isPresent() && !(gain.getAsDouble() >= 1)) {
      throw new IllegalArgumentException(
          "amplifier: gain is %s, expected a ratio of at least 1".formatted(gain.getAsDouble()));
    }
    if (maximumGain.isPresent() && !(maximumGain.getAsDouble() >= 1)) {
      throw new IllegalArgumentException(
          "amplifier: largest gain is %s, expected a ratio of at least 1"
              .formatted(maximumGain.getAsDouble()));
    }
    if (!(noiseFigure > 0) || Double.isInfinite(noiseFigure)) {
      throw new IllegalArgumentException(
          "amplifier: noise figure is %s, expected a positive ratio".formatted(noiseFigure));
    }
  }

  /** Gain makes up for the loss in front of it. */
  public static AmplifierSpec automatic(double noiseFigure) {
    return new AmplifierSpec(OptionalDouble.empty(), noiseFigure, OptionalDouble.empty());
  }

  /** A given gain (a ratio). */
  public static AmplifierSpec ofGain(double gain, double noiseFigure) {
    return new AmplifierSpec(OptionalDouble.of(gain), noiseFigure, OptionalDouble.empty());
  }

  /** The same with a limit (a ratio). */
  public AmplifierSpec limitedTo(double largestGain) {
    return new AmplifierSpec(gain, noiseFigure, OptionalDouble.of(largestGain));
  }

  /**
   * The amplifier behind a loss.
   *
   * @param where for messages, such as "link 'a>b', span 2"
   * @param transmission power transmission in front of it, which automatic gain makes up for
   * @throws IllegalArgumentException if that needs more than the largest gain
   */
  Amplifier behind(String where, double transmission) {
    double wanted = gain.orElse(1 / transmission);
    if (wanted > maximumGain.orElse(Double.POSITIVE_INFINITY) * (1 + 8 * Math.ulp(1.0))) {
      throw new IllegalArgumentException(
          "%s: the amplifier needs a gain of %.2f dB, its largest is %.2f dB; shorten the span, lower its losses or take another amplifier"
              .formatted(
                  where, Optics.toDecibels(wanted), Optics.toDecibels(maximumGain.getAsDouble())));
    }
    return new Amplifier(wanted, noiseFigure);
  }
}
