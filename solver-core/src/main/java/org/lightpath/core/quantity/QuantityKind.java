package org.lightpath.core.quantity;

import java.util.Locale;

/**
 * What a number means physically: its dimension, how decibels are read, and an example.
 *
 * <p>Decibels mean a power attenuation coefficient for {@link #ATTENUATION} (α = x/(10·log₁₀e) per
 * length), a power ratio 10^(x/10) for {@link #RATIO}, one per hertz for {@link #INTENSITY_NOISE},
 * and a power 1 mW·10^(x/10) (dBm) for {@link #POWER}; elsewhere they are refused.
 *
 * @param name in words, for messages
 * @param dimension of the SI value
 * @param logarithm how decibels are read
 * @param example a value as one would write it
 */
public record QuantityKind(String name, Dimension dimension, Logarithm logarithm, String example) {
  /** How decibels are read. */
  public enum Logarithm {
    /** Not at all. */
    NONE,
    /** dB per length is a power attenuation coefficient. */
    ATTENUATION,
    /** dB is a power ratio; a bare number is the ratio itself. */
    RATIO,
    /** dB per Hz is a power ratio in each hertz. */
    DENSITY,
    /** dBm is a power. */
    LEVEL
  }

  private static final Dimension PER_METRE = Dimension.NONE.times(Dimension.LENGTH, -1);
  private static final Dimension HERTZ = Dimension.NONE.times(Dimension.TIME, -1);

  /** Length [m]. */
  public static final QuantityKind LENGTH = linear("length", Dimension.LENGTH, "80 km");

  /** Optical wavelength in vacuum [m]. */
  public static final QuantityKind WAVELENGTH = linear("wavelength", Dimension.LENGTH, "1550 nm");

  /** Duration [s]. */
  public static final QuantityKind TIME = linear("time", Dimension.TIME, "25 fs");

  /** Frequency [Hz]. */
  public static final QuantityKind FREQUENCY = linear("frequency", HERTZ, "193.1 THz");

  /** Symbol rate [symbol/s]. */
  public static final QuantityKind SYMBOL_RATE =
      linear("symbol rate", Dimension.SYMBOL.times(Dimension.TIME, -1), "32 GBd");

  /** Optical power [W]. */
  public static final QuantityKind POWER =
      new QuantityKind("power", Dimension.POWER, Logarithm.LEVEL, "-2 dBm");

  /** Energy [J]. */
  public static final QuantityKind ENERGY =
      linear("energy", Dimension.POWER.times(Dimension.TIME, 1), "10 pJ");

  /** Power attenuation coefficient α [1/m]. */
  public static final QuantityKind ATTENUATION =
      new QuantityKind("attenuation", PER_METRE, Logarithm.ATTENUATION, "0.2 dB/km");

  /** Dispersion parameter D [s/m²]. */
  public static final QuantityKind DISPERSION =
      linear("dispersion", Dimension.TIME.times(Dimension.LENGTH, -2), "16.7 ps/nm/km");

  /** Dispersion slope S = dD/dλ [s/m³]. */
  public static final QuantityKind DISPERSION_SLOPE =
      linear("dispersion slope", Dimension.TIME.times(Dimension.LENGTH, -3), "0.06 ps/nm^2/km");

  /** Nonlinear coefficient γ [1/(W·m)]. */
  public static final QuantityKind NONLINEARITY =
      linear("nonlinear coefficient", PER_METRE.times(Dimension.POWER, -1), "1.3 /W/km");

  /** Nonlinear refractive index n₂ [m²/W]. */
  public static final QuantityKind NONLINEAR_INDEX =
      linear(
          "nonlinear index",
          Dimension.NONE.times(Dimension.LENGTH, 2).times(Dimension.POWER, -1),
          "2.6e-20 m^2/W");

  /** Area [m²]. */
  public static final QuantityKind AREA =
      linear("area", Dimension.NONE.times(Dimension.LENGTH, 2), "80 µm^2");

  /** Power ratio (gain, loss, noise figure, signal-to-noise ratio), linear. */
  public static final QuantityKind RATIO =
      new QuantityKind("power ratio", Dimension.NONE, Logarithm.RATIO, "4.5 dB");

  /** Current [A]. */
  public static final QuantityKind CURRENT = linear("current", Dimension.CURRENT, "25 nA");

  /** Current noise density [A/√Hz]. */
  public static final QuantityKind CURRENT_NOISE =
      linear(
          "current noise density", Dimension.CURRENT.times(Dimension.ROOT_TIME, 1), "10 pA/rtHz");

  /** Relative intensity noise [1/Hz]. */
  public static final QuantityKind INTENSITY_NOISE =
      new QuantityKind("relative intensity noise", Dimension.TIME, Logarithm.DENSITY, "-150 dB/Hz");

  /** Angle [rad]. */
  public static final QuantityKind ANGLE = linear("angle", Dimension.ANGLE, "0.02 rad");

  private static QuantityKind linear(String name, Dimension dimension, String example) {
    return new QuantityKind(name, dimension, Logarithm.NONE, example);
  }

  /** Propagation constant of order n, β_n [s^n/m]. */
  public static QuantityKind beta(int order) {
    return linear(
        "β" + order,
        PER_METRE.times(Dimension.TIME, order),
        String.format(Locale.ROOT, order == 2 ? "-21.7 ps^%d/km" : "0.1 ps^%d/km", order));
  }

  /** The SI unit of the value, for messages and result files. */
  public String siUnit() {
    return dimension.siUnit();
  }
}
