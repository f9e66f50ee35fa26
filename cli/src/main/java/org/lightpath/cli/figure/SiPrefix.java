package org.lightpath.cli.figure;

import java.util.Set;

/** The decimal prefixes of the SI (SI brochure, 9th edition, table 7) that engineers use. */
public enum SiPrefix {
  /** 10⁻¹⁸. */
  ATTO("a", 1e-18),
  /** 10⁻¹⁵. */
  FEMTO("f", 1e-15),
  /** 10⁻¹². */
  PICO("p", 1e-12),
  /** 10⁻⁹. */
  NANO("n", 1e-9),
  /** 10⁻⁶. */
  MICRO("µ", 1e-6),
  /** 10⁻³. */
  MILLI("m", 1e-3),
  /** 1. */
  NONE("", 1),
  /** 10³. */
  KILO("k", 1e3),
  /** 10⁶. */
  MEGA("M", 1e6),
  /** 10⁹. */
  GIGA("G", 1e9),
  /** 10¹². */
  TERA("T", 1e12),
  /** 10¹⁵. */
  PETA("P", 1e15);

  private static final Set<String> UNITS =
      Set.of("W", "s", "Hz", "J", "m", "Bd", "B", "B/s", "MAC/s", "sample/s", "step/s");

  private final String symbol;
  private final double factor;

  SiPrefix(String symbol, double factor) {
    this.symbol = symbol;
    this.factor = factor;
  }

  /** What stands before the unit. */
  public String symbol() {
    return symbol;
  }

  /** What it multiplies by. */
  public double factor() {
    return factor;
  }

  /** Whether {@code unit} takes prefixes here; dB, degrees and pure numbers do not. */
  public static boolean applies(String unit) {
    return UNITS.contains(unit);
  }

  /**
   * The prefix that brings {@code magnitude} [unit] between 1 and 1000, as far as there is one.
   * Bytes and rates have no prefixes below 1.
   */
  public static SiPrefix of(double magnitude, String unit) {
    // The tolerance keeps 1e-12 s, which is 0.99...e-12 after a division, in picoseconds.
    double m = Math.abs(magnitude) * (1 + 4 * Math.ulp(1.0));
    boolean vanishing = m < ATTO.factor;
    if (!applies(unit) || !Double.isFinite(m) || vanishing) {
      return NONE;
    }
    boolean fractions = unit.length() <= 2 && !unit.equals("B");
    SiPrefix best = fractions ? ATTO : NONE;
    for (SiPrefix prefix : values()) {
      if (prefix.factor <= m && prefix.factor >= best.factor) {
        best = prefix;
      }
    }
    return best;
  }
}
