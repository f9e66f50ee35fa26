package org.lightpath.cli.figure;

import java.util.List;

/**
 * One axis of a chart: what is shown, its unit, how, and how far.
 *
 * @param quantity what is shown, such as "Frequency offset"
 * @param unit its unit, as in the data; SI units are given a prefix when drawn; empty for a pure
 *     number
 * @param logarithmic whether equal ratios are equally far apart
 * @param low lower end [unit], NaN to follow the data
 * @param high upper end [unit], NaN to follow the data
 * @param names what stands at 0, 1, 2, … in place of numbers; empty for numbers
 */
public record Axis(
    String quantity,
    String unit,
    boolean logarithmic,
    double low,
    double high,
    List<String> names) {
  /** Keeps a copy. */
  public Axis {
    names = List.copyOf(names);
  }

  /** A linear axis that follows the data. */
  public static Axis of(String quantity, String unit) {
    return new Axis(quantity, unit, false, Double.NaN, Double.NaN, List.of());
  }

  /** An axis of things with names, at 0, 1, 2, … */
  public static Axis of(String quantity, List<String> names) {
    return new Axis(quantity, "", false, -0.6, names.size() - 0.4, names);
  }

  /** The same with decades equally far apart. */
  public Axis inDecades() {
    return new Axis(quantity, unit, true, low, high, names);
  }

  /** The same from {@code low} to {@code high} [unit]; NaN follows the data. */
  public Axis range(double low, double high) {
    return new Axis(quantity, unit, logarithmic, low, high, names);
  }
}
