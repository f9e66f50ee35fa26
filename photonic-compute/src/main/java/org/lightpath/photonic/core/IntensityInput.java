package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.photonic.device.MachZehnderModulator;
import org.lightpath.photonic.device.Require;

/**
 * Inputs as intensities of light.
 *
 * @param driver converter and curve of the modulator
 * @param extinctionRatio ER, power ratio above 1; infinite for a perfect modulator
 * @param signs {@link SignHandling#DIFFERENTIAL} or {@link SignHandling#OFFSET}
 * @param relativeNoise standard deviation of each symbol, relative
 * @param additiveNoise standard deviation of each symbol, in full scales
 */
public record IntensityInput(
    Driver driver,
    double extinctionRatio,
    SignHandling signs,
    double relativeNoise,
    double additiveNoise) {
  /** Perfect modulators on two rails. */
  public static final IntensityInput IDEAL =
      new IntensityInput(Driver.EXACT, Double.POSITIVE_INFINITY, SignHandling.DIFFERENTIAL, 0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range, or the signs are native: an intensity
   *     has none
   */
  public IntensityInput {
    Objects.requireNonNull(driver);
    Require.extinctionRatio(extinctionRatio);
    Require.notNegative("relative noise of an input", relativeNoise, "");
    Require.notNegative("additive noise of an input", additiveNoise, "full scales");
    if (signs == SignHandling.NATIVE) {
      throw new IllegalArgumentException(
          "signs of an intensity are NATIVE, expected DIFFERENTIAL or OFFSET: light has no negative"
              + " intensity");
    }
  }

  /**
   * A modulator of intensities behind a driver that inverts its curve. Its insertion loss is in the
   * link budget; its bandwidth is not modelled, because neighbouring inputs are wavelengths, so it
   * has to be far above the symbol rate.
   *
   * @param modulator extinction ratio
   * @param bits of the converter; 0 for continuous voltages
   * @param signs how light carries them
   */
  public static IntensityInput of(MachZehnderModulator modulator, int bits, SignHandling signs) {
    return new IntensityInput(
        Driver.machZehnder(bits), modulator.optics().extinctionRatio(), signs, 0, 0);
  }

  /** With other signs. */
  public IntensityInput withSigns(SignHandling other) {
    return new IntensityInput(driver, extinctionRatio, other, relativeNoise, additiveNoise);
  }

  /** With another driver. */
  public IntensityInput withDriver(Driver other) {
    return new IntensityInput(other, extinctionRatio, signs, relativeNoise, additiveNoise);
  }

  /** With another extinction ratio (power ratio). */
  public IntensityInput withExtinctionRatio(double ratio) {
    return new IntensityInput(driver, ratio, signs, relativeNoise, additiveNoise);
  }

  /** f = 1/ER, light of a dark symbol. */
  double floor() {
    return 1 / extinctionRatio;
  }

  LevelTable levels() {
    return signs == SignHandling.OFFSET
        ? driver.offsetIntensity(floor())
        : driver.signedIntensity();
  }

  /** Mean light of a symbol on all rails, in units of full light. */
  double meanLight(double meanModulus) {
    return signs == SignHandling.OFFSET
        ? (1 + floor()) / 2
        : (1 - floor()) * meanModulus + 2 * floor();
  }

  /** Weight of the terms in the plan: the swing that a table of signed levels leaves out. */
  double termWeight() {
    return signs == SignHandling.OFFSET ? 1 : 1 - floor();
  }

  /** ∂y/∂x, what an input from −1 to 1 moves. */
  double swing() {
    return signs == SignHandling.OFFSET ? (1 - floor()) / 2 : 1 - floor();
  }

  /** Light of an input at zero that its weight turns into an offset, in units of full light. */
  double bias() {
    return signs == SignHandling.OFFSET ? (1 + floor()) / 2 : 0;
  }

  /**
   * Relative noise of each symbol by the laser, √(RIN f_s/2): white over the bandwidth f_s/2 of one
   * symbol.
   *
   * @param density RIN [1/Hz]
   * @param symbolRate f_s [1/s]
   */
  public static double laserNoise(double density, double symbolRate) {
    Require.notNegative("relative intensity noise", density, "1/Hz");
    return Math.sqrt(density * Require.positive("symbol rate", symbolRate, "1/s") / 2);
  }
}
