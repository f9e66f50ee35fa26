package org.lightpath.cli.experiment;

import org.lightpath.core.quantity.QuantityKind;

/** Numbers as text that reads back to the same number. */
public final class Numbers {
  private Numbers() {}

  /** Shortest text that reads back to the same double, without a needless ".0". */
  public static String text(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** The SI unit of a kind as it is written in an experiment file; empty for a plain ratio. */
  public static String unit(QuantityKind kind) {
    if (kind.equals(QuantityKind.INTENSITY_NOISE)) {
      return "/Hz";
    }
    String unit = kind.siUnit();
    return switch (unit) {
      case "1" -> "";
      case "symbol/s" -> "Bd";
      case "1/s" -> "Hz";
      case "A √s" -> "A/rtHz";
      default -> unit;
    };
  }
}
