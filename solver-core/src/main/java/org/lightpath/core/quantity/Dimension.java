package org.lightpath.core.quantity;

/**
 * Exponents of a unit over the base units this project computes with.
 *
 * <p>Power (W) is a base so that optical units read as they are written: γ in 1/(W·m), energy in
 * W·s. Symbols (Bd = symbol/s) and angles (rad) are kept apart from cycles (Hz = 1/s), so that
 * neither a symbol rate nor an angular frequency is read as a frequency.
 *
 * @param length exponent of m
 * @param time exponent of s
 * @param power exponent of W
 * @param symbol exponent of symbol
 * @param current exponent of A
 * @param temperature exponent of K
 * @param angle exponent of rad
 * @param rootTime exponent of √s, which noise densities per √Hz have
 */
public record Dimension(
    int length,
    int time,
    int power,
    int symbol,
    int current,
    int temperature,
    int angle,
    int rootTime) {
  /** A plain number. */
  public static final Dimension NONE = new Dimension(0, 0, 0, 0, 0, 0, 0, 0);

  static final Dimension LENGTH = new Dimension(1, 0, 0, 0, 0, 0, 0, 0);
  static final Dimension TIME = new Dimension(0, 1, 0, 0, 0, 0, 0, 0);
  static final Dimension POWER = new Dimension(0, 0, 1, 0, 0, 0, 0, 0);
  static final Dimension SYMBOL = new Dimension(0, 0, 0, 1, 0, 0, 0, 0);
  static final Dimension CURRENT = new Dimension(0, 0, 0, 0, 1, 0, 0, 0);
  static final Dimension TEMPERATURE = new Dimension(0, 0, 0, 0, 0, 1, 0, 0);
  static final Dimension ANGLE = new Dimension(0, 0, 0, 0, 0, 0, 1, 0);
  static final Dimension ROOT_TIME = new Dimension(0, 0, 0, 0, 0, 0, 0, 1);

  /** This dimension times another raised to a power. */
  public Dimension times(Dimension other, int exponent) {
    return new Dimension(
        length + exponent * other.length,
        time + exponent * other.time,
        power + exponent * other.power,
        symbol + exponent * other.symbol,
        current + exponent * other.current,
        temperature + exponent * other.temperature,
        angle + exponent * other.angle,
        rootTime + exponent * other.rootTime);
  }

  /** The SI unit in words: {@code s^2/m}, {@code 1/(m W)}, {@code 1} for a plain number. */
  public String siUnit() {
    int[] exponents = {angle, symbol, power, time, length, current, temperature, rootTime};
    String[] symbols = {"rad", "symbol", "W", "s", "m", "A", "K", "√s"};
    String above = product(exponents, symbols, 1);
    String below = product(exponents, symbols, -1);
    if (below.isEmpty()) {
      return above.isEmpty() ? "1" : above;
    }
    String denominator = below.contains(" ") ? "(" + below + ")" : below;
    return (above.isEmpty() ? "1" : above) + "/" + denominator;
  }

  private static String product(int[] exponents, String[] symbols, int sign) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < exponents.length; i++) {
      int exponent = sign * exponents[i];
      if (exponent > 0) {
        text.append(text.isEmpty() ? "" : " ").append(symbols[i]);
        text.append(exponent == 1 ? "" : "^" + exponent);
      }
    }
    return text.toString();
  }
}
