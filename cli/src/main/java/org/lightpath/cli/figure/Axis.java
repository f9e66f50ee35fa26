package org.lightpath.cli.figure;

/**
 * One axis of a chart: what is shown, its unit, how, and how far.
 *
 * @param quantity what is shown, such as "Frequency offset"
 * @param unit its unit, as in the data; SI units are given a prefix when drawn; empty for a pure
 *     number
 * @param logarithmic whether equal ratios are equally far apart
 * @param low lower end [unit], NaN to follow the data
 * @param high upper end [unit], NaN to follow the data
 */
public record Axis(String quantity, String unit, boolean logarithmic, double low, double high) {
  /** A linear axis that follows the data. */
  public static Axis of(String quantity, String unit) {
    return new Axis(quantity, unit, false, Double.NaN, Double.NaN);
  }

  /** The same with decades equally far apart. */
  public Axis inDecades() {
    return new Axis(quantity, unit, true, low, high);
  }

  /** The same from {@code low} to {@code high} [unit]; NaN follows the data. */
  public Axis range(double low, double high) {
    return new Axis(quantity, unit, logarithmic, low, high);
  }
}
