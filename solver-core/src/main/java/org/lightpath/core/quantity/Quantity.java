package org.lightpath.core.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads physical quantities written as a number and a unit, such as {@code 80 km}. */
public final class Quantity {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*([+\\-−]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+\\-]?\\d+)?)\\s*(.*?)\\s*");
  private static final double DECIBELS_PER_NEPER = 10 / Math.log(10);

  private Quantity() {}

  /**
   * SI value of a text.
   *
   * @param text for instance {@code 0.2 dB/km}
   * @param kind what the number must mean
   * @return value in {@link QuantityKind#siUnit()}
   * @throws IllegalArgumentException saying what is wrong and what a good value looks like
   */
  public static double parse(String text, QuantityKind kind) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      throw wrong("'%s' is not a number with a unit".formatted(text), kind);
    }
    double number = Double.parseDouble(matcher.group(1).replace('−', '-'));
    String unitText = matcher.group(2);
    if (unitText.isEmpty() && kind.logarithm() == QuantityKind.Logarithm.RATIO) {
      return number;
    }
    if (unitText.isEmpty()) {
      throw wrong("'%s' has no unit".formatted(text), kind);
    }
    double value = toSi(number, unit(unitText, kind), unitText, kind);
    if (!Double.isFinite(value)) {
      throw wrong("'%s' is out of range".formatted(text), kind);
    }
    return value;
  }

  private static Unit unit(String text, QuantityKind kind) {
    try {
      return Unit.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()), kind);
    }
  }

  private static double toSi(double number, Unit unit, String unitText, QuantityKind kind) {
    if (!unit.dimension().equals(kind.dimension())) {
      throw wrong("'%s' is not a unit of %s".formatted(unitText, kind.name()), kind);
    }
    double scaled = number * unit.scale();
    boolean plain = unit.decibels() == 0 && !unit.milliwattLevel();
    return switch (kind.logarithm()) {
      case LEVEL ->
          unit.milliwattLevel()
              ? 1e-3 * Math.pow(10, number / 10)
              : requirePlain(plain, scaled, unitText, kind);
      case ATTENUATION -> unit.decibels() == 1 ? scaled / DECIBELS_PER_NEPER : scaled;
      case RATIO -> unit.decibels() == 1 ? Math.pow(10, scaled / 10) : scaled;
      case DENSITY -> density(number, unit, unitText, kind);
      case NONE -> requirePlain(plain, scaled, unitText, kind);
    };
  }

  private static double density(double number, Unit unit, String unitText, QuantityKind kind) {
    if (unit.decibels() == 1 && unit.scale() != 1) {
      throw wrong("'%s': decibels are per Hz".formatted(unitText), kind);
    }
    return unit.decibels() == 1 ? Math.pow(10, number / 10) : number * unit.scale();
  }

  private static double requirePlain(
      boolean plain, double value, String unitText, QuantityKind kind) {
    if (!plain) {
      throw wrong("'%s' is logarithmic, %s is not".formatted(unitText, kind.name()), kind);
    }
    return value;
  }

  private static IllegalArgumentException wrong(String what, QuantityKind kind) {
    String article = "aeio".indexOf(kind.name().charAt(0)) >= 0 ? "an" : "a";
    return new IllegalArgumentException(
        "%s: expected %s %s such as '%s'".formatted(what, article, kind.name(), kind.example()));
  }
}
