package org.lightpath.photonic.core;

import java.util.Objects;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.OperandNoise;
import org.lightpath.photonic.device.MachZehnderModulator;
import org.lightpath.photonic.device.ModulatorOptics;
import org.lightpath.photonic.device.Require;

/**
 * A push-pull modulator that puts signed values onto a field.
 *
 * <p>t = x + j √((1 − x²)/ER): a finite extinction ratio leaves a part in quadrature, so the
 * product of two such fields reads Σ xw + Σ √(1−x²) √(1−w²)/√(ER_x ER_w).
 *
 * @param driver converter and curve
 * @param extinctionRatio ER, power ratio above 1; infinite for a perfect modulator
 * @param pole ρ = exp(−2π f₃dB/f_s) of the finite bandwidth, in [0, 1)
 * @param relativeNoise standard deviation of each symbol's amplitude, relative
 * @param additiveNoise standard deviation of each symbol's amplitude, in full scales
 */
public record FieldModulator(
    Driver driver,
    double extinctionRatio,
    double pole,
    double relativeNoise,
    double additiveNoise) {
  /** Perfect. */
  public static final FieldModulator IDEAL =
      new FieldModulator(Driver.EXACT, Double.POSITIVE_INFINITY, 0, 0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public FieldModulator {
    Objects.requireNonNull(driver);
    Require.extinctionRatio(extinctionRatio);
    Require.notNegative("relative noise of a modulator", relativeNoise, "");
    Require.notNegative("additive noise of a modulator", additiveNoise, "full scales");
    OperandMemory unused = new OperandMemory(pole, 0);
    assert unused.skew() == 0;
  }

  /**
   * A push-pull modulator behind a driver that inverts its curve. Its insertion loss is in the link
   * budget, not here.
   *
   * @param modulator extinction ratio and bandwidth
   * @param bits of the converter; 0 for continuous voltages
   * @param symbolRate [1/s]
   */
  public static FieldModulator of(MachZehnderModulator modulator, int bits, double symbolRate) {
    return new FieldModulator(
        Driver.machZehnder(bits),
        modulator.optics().extinctionRatio(),
        modulator.symbolMemory(symbolRate),
        0,
        0);
  }

  /** With another driver. */
  public FieldModulator withDriver(Driver other) {
    return new FieldModulator(other, extinctionRatio, pole, relativeNoise, additiveNoise);
  }

  /** With another extinction ratio (power ratio). */
  public FieldModulator withExtinctionRatio(double ratio) {
    return new FieldModulator(driver, ratio, pole, relativeNoise, additiveNoise);
  }

  /** With a bandwidth [Hz] at a symbol rate [1/s]. */
  public FieldModulator withBandwidth(double bandwidth, double symbolRate) {
    return new FieldModulator(
        driver, extinctionRatio, pole(bandwidth, symbolRate), relativeNoise, additiveNoise);
  }

  /** Without memory, for cores whose neighbouring terms are not neighbouring symbols. */
  public FieldModulator withoutMemory() {
    return new FieldModulator(driver, extinctionRatio, 0, relativeNoise, additiveNoise);
  }

  /** With noise of each symbol: relative, and additive in full scales. */
  public FieldModulator withNoise(double relative, double additive) {
    return new FieldModulator(driver, extinctionRatio, pole, relative, additive);
  }

  /** ρ = exp(−2π f₃dB/f_s) of a bandwidth [Hz] at a symbol rate [1/s]. */
  public static double pole(double bandwidth, double symbolRate) {
    return ModulatorOptics.symbolMemory(bandwidth, symbolRate);
  }

  /** Whether light is left in quadrature. */
  boolean hasResidue() {
    return !Double.isInfinite(extinctionRatio);
  }

  /** E (x² + x_q²), mean light of values of a mean square, in units of the full scale. */
  double meanLight(double meanSquare) {
    return Math.min(1, meanSquare + (1 - meanSquare) / extinctionRatio);
  }

  /**
   * Relative amplitude noise of each symbol by the laser: half of its relative power noise, ½ √(RIN
   * f_s/2), white over the bandwidth f_s/2 of one symbol.
   *
   * @param density RIN [1/Hz]
   * @param symbolRate f_s [1/s]
   */
  public static double laserNoise(double density, double symbolRate) {
    return IntensityInput.laserNoise(density, symbolRate) / 2;
  }

  /** Field in quadrature of a level. */
  double residue(double level) {
    return Math.sqrt(Math.max(0, 1 - level * level) / extinctionRatio);
  }

  /** Noise of each symbol. */
  OperandNoise noise(double phase, long seed, int stream) {
    OperandNoise noise = new OperandNoise(relativeNoise, additiveNoise, 0, phase, seed, stream);
    return noise.isRandom() ? noise : OperandNoise.NONE;
  }
}
