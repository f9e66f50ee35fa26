package org.lightpath.photonic.energy;

/** Names of components as the published tables print them. */
public final class Component {
  /** Laser, by its electrical power. */
  public static final String LASER = "laser";

  /** Digital-to-analog converters. */
  public static final String DAC = "DAC";

  /**
   * Mach–Zehnder modulators, and the rings that route channels to them where a source counts so.
   */
  public static final String MZM = "MZM";

  /** Microrings. */
  public static final String MRR = "MRR";

  /** Analog-to-digital converters. */
  public static final String ADC = "ADC";

  /** Transimpedance amplifiers. */
  public static final String TIA = "TIA";

  /** Photodiodes. */
  public static final String PHOTODIODE = "PD";

  /** Digital adders. */
  public static final String ADDER = "adder";

  /** Memory. */
  public static final String MEMORY = "memory";

  private Component() {}
}
