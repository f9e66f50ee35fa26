package org.lightpath.photonic.core;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.lightpath.core.plan.LevelTable;

/**
 * A digital-to-analogue converter and the curve of the modulator behind it.
 *
 * <p>The converter's levels are uniform in voltage v, not in the emitted value f(v). Pre-distorted,
 * the driver takes the voltage whose emission is nearest (in voltage) to the one asked for, f(v) ≈
 * u; otherwise it applies v = u and the curve distorts.
 *
 * @param bits of the converter; 0 for continuous voltages
 * @param curve of the modulator
 * @param predistorted whether the driver inverts the curve
 */
public record Driver(int bits, Curve curve, boolean predistorted) {
  /** Values as they are. */
  public static final Driver EXACT = new Driver(0, Curve.LINEAR, true);

  private static final int MAX_BITS = 16;
  private static final int WORDS_PER_LEVEL = 16;

  /** Emission against voltage. */
  public enum Curve {
    /** f(v) = v. */
    LINEAR,
    /**
     * A push-pull Mach-Zehnder modulator, v = V/V_π: field f(v) = sin(πv/2) on [−1, 1], intensity
     * f(v) = sin²(πv/2) on [0, 1].
     */
    MACH_ZEHNDER
  }

  /**
   * Checks the bits.
   *
   * @throws IllegalArgumentException if they are not 0 … 16
   */
  public Driver {
    Objects.requireNonNull(curve);
    if (bits < 0 || bits > MAX_BITS) {
      throw new IllegalArgumentException(
          "driver: %d bits, expected 1 … %d, or 0 for continuous voltages"
              .formatted(bits, MAX_BITS));
    }
  }

  /** Pre-distorted converter in front of a linear modulator: uniform levels. */
  public static Driver uniform(int bits) {
    return new Driver(bits, Curve.LINEAR, true);
  }

  /** Pre-distorted converter in front of a Mach-Zehnder modulator: levels uniform in voltage. */
  public static Driver machZehnder(int bits) {
    return new Driver(bits, Curve.MACH_ZEHNDER, true);
  }

  private boolean isTransparent() {
    return bits == 0 && (predistorted || curve == Curve.LINEAR);
  }

  /** Levels of a field in [−1, 1]. */
  public LevelTable field() {
    if (isTransparent()) {
      return LevelTable.exact();
    }
    return sampled(codes(), u -> 2 * level((u + 1) / 2, this::fieldUnit, this::fieldVoltage) - 1);
  }

  /** Levels of an intensity with a sign, v⁺ − v⁻ on two rails of [0, 1]. */
  public LevelTable signedIntensity() {
    if (isTransparent()) {
      return LevelTable.exact();
    }
    return sampled(
        2 * codes() - 1, u -> Math.signum(u) * level(Math.abs(u), this::unit, this::voltage));
  }

  /**
   * Levels of an intensity (u + 1)/2 above a floor: f + (1 − f) T. Continuous voltages are held by
   * 16 bits.
   *
   * @param floor f, inverse of the extinction ratio
   */
  public LevelTable offsetIntensity(double floor) {
    return sampled(
        codes(), u -> floor + (1 - floor) * level((u + 1) / 2, this::unit, this::voltage));
  }

  /** Intensity of a value in [0, 1]. */
  double intensity(double value) {
    return isTransparent() ? value : level(value, this::unit, this::voltage);
  }

  private int codes() {
    return 1 << (bits == 0 ? MAX_BITS : bits);
  }

  /** Emission of a value in [0, 1]: the nearest voltage code, then the curve. */
  private double level(double value, DoubleUnaryOperator curveOf, DoubleUnaryOperator inverse) {
    double steps = codes() - 1;
    double voltage = predistorted ? inverse.applyAsDouble(value) : value;
    return curveOf.applyAsDouble(Math.floor(voltage * steps + 0.5) / steps);
  }

  /**
   * A table over u: one word for each code where codes are uniform in u, else many words for each
   * code, so that the nearest code is found within a small part of a step.
   */
  private LevelTable sampled(int codes, DoubleUnaryOperator level) {
    boolean uniform = !predistorted || curve == Curve.LINEAR;
    int words = uniform ? codes : Math.min(1 << MAX_BITS, codes * WORDS_PER_LEVEL) + 1;
    double[] levels = new double[words];
    for (int i = 0; i < words; i++) {
      levels[i] = level.applyAsDouble((2.0 * i - (words - 1)) / (words - 1));
    }
    return LevelTable.of(levels);
  }

  private double unit(double v) {
    double sine = Math.sin(Math.PI * v / 2);
    return curve == Curve.LINEAR ? v : sine * sine;
  }

  private double voltage(double intensity) {
    return curve == Curve.LINEAR ? intensity : Math.asin(Math.sqrt(intensity)) * (2 / Math.PI);
  }

  /** The field's curve, both axes moved from [−1, 1] to [0, 1]. */
  private double fieldUnit(double v) {
    return curve == Curve.LINEAR ? v : (1 + Math.sin(Math.PI * (v - 0.5))) / 2;
  }

  private double fieldVoltage(double field) {
    return curve == Curve.LINEAR ? field : 0.5 + Math.asin(2 * field - 1) / Math.PI;
  }
}
