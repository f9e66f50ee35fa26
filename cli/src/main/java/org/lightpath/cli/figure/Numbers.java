package org.lightpath.cli.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as engineers write them: few digits, SI prefixes, a true minus sign. */
public final class Numbers {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int DIGITS = 4;

  private Numbers() {}

  /** {@code value} [unit] with four significant digits, such as "25 fs", "−2.35 dBm". */
  public static String quantity(double value, String unit) {
    return quantity(value, unit, DIGITS);
  }

  /** {@code value} [unit] with {@code digits} significant digits (two decimals for decibels). */
  public static String quantity(double value, String unit, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return (value > 0 ? "∞" : "−∞") + suffix(unit);
    }
    if (unit.startsWith("dB")) {
      return fixed(value, 2) + suffix(unit);
    }
    SiPrefix prefix = prefixFor(value, unit, digits);
    String number = significant(value / prefix.factor(), digits);
    return number + suffix(prefix.symbol() + unit);
  }

  /** The prefix after rounding, so that 999.96 fs is written 1 ps. */
  private static SiPrefix prefixFor(double value, String unit, int digits) {
    if (value == 0) {
      return SiPrefix.NONE;
    }
    double rounded =
        BigDecimal.valueOf(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .doubleValue();
    return SiPrefix.of(rounded, unit);
  }

  private static String suffix(String unit) {
    return unit.isEmpty() ? "" : "\u00a0" + unit;
  }

  /**
   * {@code value} with at most {@code digits} significant digits; powers of ten outside 10⁻³ to
   * 10⁶.
   */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return quantity(value, "");
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    boolean whole = value == Math.rint(value) && exponent < 15;
    if (whole && exponent >= digits) {
      return grouped(BigDecimal.valueOf(value));
    }
    if (exponent < -3 || exponent >= 6) {
      String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
      return minus(mantissa) + "\u00a0×\u00a0" + power(exponent);
    }
    return minus(rounded.toPlainString());
  }

  /** A positive {@code value} as mantissa and power of ten, such as "3.38 × 10⁻³". */
  public static String scientific(double value, int digits) {
    if (!Double.isFinite(value) || value <= 0) {
      return significant(value, digits);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa + "\u00a0×\u00a0" + power(exponent);
  }

  /** {@code value} with {@code decimals} decimals; zero has no sign. */
  public static String fixed(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return minus(rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString());
  }

  /** Ten to the {@code exponent}, such as 10⁻³. */
  public static String power(int exponent) {
    StringBuilder text = new StringBuilder("10");
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0'));
    }
    return text.toString();
  }

  private static String grouped(BigDecimal whole) {
    return minus(String.format(Locale.ROOT, "%,d", whole.toBigInteger()).replace(',', '\u202f'));
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
