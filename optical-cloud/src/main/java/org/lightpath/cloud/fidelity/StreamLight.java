package org.lightpath.cloud.fidelity;

/**
 * Light of a stream.
 *
 * @param launchPower [W], mean power in the fibre while all symbols are at full scale, ±1
 * @param linewidth Δν of its laser [Hz]; 0 for none
 * @param loopTime τ [s]: loop time of carrier recovery for a laser of its own, or delay against the
 *     other stream for a common laser (then give it to one stream, 0 linewidth to the other)
 * @param skew delay [symbols] that timing calibration leaves, in [−1, 1]
 */
public record StreamLight(double launchPower, double linewidth, double loopTime, double skew) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public StreamLight {
    if (!(launchPower > 0) || Double.isInfinite(launchPower)) {
      throw new IllegalArgumentException(
          "stream: launch power is %s W, expected a positive number".formatted(launchPower));
    }
    if (!(linewidth >= 0 && loopTime >= 0) || !Double.isFinite(linewidth + loopTime)) {
      throw new IllegalArgumentException(
          "stream: linewidth %s Hz and loop time %s s, expected finite numbers of at least 0"
              .formatted(linewidth, loopTime));
    }
    if (!(skew >= -1 && skew <= 1)) {
      throw new IllegalArgumentException(
          "stream: skew is %s symbols, expected −1 … 1".formatted(skew));
    }
  }

  /** Light without phase noise and skew. */
  public static StreamLight of(double launchPower) {
    return new StreamLight(launchPower, 0, 0, 0);
  }

  /** Variance 2πΔντ [rad²] of the phase that the loop leaves. */
  public double phaseVariance() {
    return 2 * Math.PI * linewidth * loopTime;
  }

  /** With another launch power [W]. */
  public StreamLight withLaunchPower(double power) {
    return new StreamLight(power, linewidth, loopTime, skew);
  }

  /** With a laser [Hz] and a loop time [s]. */
  public StreamLight withLaser(double width, double loop) {
    return new StreamLight(launchPower, width, loop, skew);
  }

  /** With another skew [symbols]. */
  public StreamLight withSkew(double symbols) {
    return new StreamLight(launchPower, linewidth, loopTime, symbols);
  }
}
