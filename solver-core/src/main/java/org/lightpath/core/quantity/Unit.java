package org.lightpath.core.quantity;

import java.util.Map;

/**
 * A unit as people write it: a scale to SI and a dimension, with decibels counted apart.
 *
 * <p>Grammar: {@code [1] [/] factor {(·|*|space|/) factor}}, factor = symbol with an optional SI
 * prefix and an optional exponent ({@code ^2}, {@code ²}, {@code -1}); after a {@code /} a
 * parenthesis may group factors. {@code ps/nm/km}, {@code ps/(nm km)}, {@code /W/km}, {@code
 * ps²/km} and {@code dB/km} are all read. {@code dB} and {@code dBm} are logarithmic: see {@link
 * QuantityKind}.
 *
 * @param scale SI value of one unit, decibels left as they are
 * @param dimension exponents over the base units
 * @param decibels exponent of dB: 0, or 1 for dB, dB/km, …
 * @param milliwattLevel whether the unit is dBm
 */
public record Unit(double scale, Dimension dimension, int decibels, boolean milliwattLevel) {
  private static final Unit ONE = new Unit(1, Dimension.NONE, 0, false);

  private static final Map<String, Unit> SYMBOLS =
      Map.ofEntries(
          Map.entry("m", linear(1, Dimension.LENGTH)),
          Map.entry("s", linear(1, Dimension.TIME)),
          Map.entry("Hz", linear(1, Dimension.NONE.times(Dimension.TIME, -1))),
          Map.entry("W", linear(1, Dimension.POWER)),
          Map.entry("J", linear(1, Dimension.POWER.times(Dimension.TIME, 1))),
          Map.entry("Bd", linear(1, Dimension.SYMBOL.times(Dimension.TIME, -1))),
          Map.entry("A", linear(1, Dimension.CURRENT)),
          Map.entry("V", linear(1, Dimension.POWER.times(Dimension.CURRENT, -1))),
          Map.entry("ohm", linear(1, Dimension.POWER.times(Dimension.CURRENT, -2))),
          Map.entry("√Hz", linear(1, Dimension.NONE.times(Dimension.ROOT_TIME, -1))),
          Map.entry("√s", linear(1, Dimension.ROOT_TIME)),
          Map.entry("rtHz", linear(1, Dimension.NONE.times(Dimension.ROOT_TIME, -1))),
          Map.entry("K", linear(1, Dimension.TEMPERATURE)),
          Map.entry("rad", linear(1, Dimension.ANGLE)),
          Map.entry("deg", linear(Math.PI / 180, Dimension.ANGLE)),
          Map.entry("°", linear(Math.PI / 180, Dimension.ANGLE)),
          Map.entry("%", linear(0.01, Dimension.NONE)),
          Map.entry("dB", new Unit(1, Dimension.NONE, 1, false)),
          Map.entry("dBc", new Unit(1, Dimension.NONE, 1, false)),
          Map.entry("dBm", new Unit(1, Dimension.POWER, 0, true)));

  private static final Map<String, Double> PREFIXES =
      Map.ofEntries(
          Map.entry("a", 1e-18),
          Map.entry("f", 1e-15),
          Map.entry("p", 1e-12),
          Map.entry("n", 1e-9),
          Map.entry("µ", 1e-6),
          Map.entry("μ", 1e-6),
          Map.entry("u", 1e-6),
          Map.entry("m", 1e-3),
          Map.entry("c", 1e-2),
          Map.entry("k", 1e3),
          Map.entry("M", 1e6),
          Map.entry("G", 1e9),
          Map.entry("T", 1e12),
          Map.entry("P", 1e15));

  private static Unit linear(double scale, Dimension dimension) {
    return new Unit(scale, dimension, 0, false);
  }

  /**
   * Reads a unit.
   *
   * @throws IllegalArgumentException naming the part that is not a unit
   */
  public static Unit parse(String text) {
    return new UnitParser(text.replace("sqrt(Hz)", "√Hz")).parse();
  }

  /** A symbol with an optional prefix; {@code null} is never returned. */
  static Unit symbol(String text) {
    Unit exact = SYMBOLS.get(text);
    if (exact != null) {
      return exact;
    }
    for (int split = 1; split < text.length(); split++) {
      Double prefix = PREFIXES.get(text.substring(0, split));
      Unit base = SYMBOLS.get(text.substring(split));
      if (prefix != null && base != null && takesPrefix(text.substring(split))) {
        return new Unit(prefix * base.scale, base.dimension, 0, false);
      }
    }
    throw new IllegalArgumentException("'%s' is not a unit".formatted(text));
  }

  private static boolean takesPrefix(String symbol) {
    return !symbol.startsWith("dB")
        && !symbol.equals("%")
        && !symbol.equals("°")
        && !symbol.equals("deg")
        && !symbol.endsWith("tHz")
        && !symbol.startsWith("√");
  }

  static Unit one() {
    return ONE;
  }

  /** This unit times another raised to a power. */
  Unit times(Unit other, int exponent) {
    if (milliwattLevel || other.milliwattLevel) {
      throw new IllegalArgumentException("dBm stands alone: it cannot be part of a product");
    }
    return new Unit(
        scale * Math.pow(other.scale, exponent),
        dimension.times(other.dimension, exponent),
        decibels + exponent * other.decibels,
        false);
  }
}
