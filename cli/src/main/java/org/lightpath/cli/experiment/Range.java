package org.lightpath.cli.experiment;

import java.util.Optional;
import org.lightpath.cli.experiment.ValueType.Context;

/**
 * Which numbers are possible, and which are usual.
 *
 * @param low smallest possible value
 * @param lowOpen whether {@code low} itself is excluded
 * @param high largest possible value
 * @param reason why others are impossible
 * @param usualLow smallest usual value
 * @param usualHigh largest usual value
 */
record Range(
    double low, boolean lowOpen, double high, String reason, double usualLow, double usualHigh) {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  static final Range ANY = new Range(-INFINITY, false, INFINITY, "", -INFINITY, INFINITY);

  static Range above(double low, String reason) {
    return new Range(low, true, INFINITY, reason, -INFINITY, INFINITY);
  }

  static Range atLeast(double low, String reason) {
    return new Range(low, false, INFINITY, reason, -INFINITY, INFINITY);
  }

  static Range between(double low, double high, String reason) {
    return new Range(low, false, high, reason, -INFINITY, INFINITY);
  }

  static Range aboveUpTo(double low, double high, String reason) {
    return new Range(low, true, high, reason, -INFINITY, INFINITY);
  }

  Range usually(double from, double to) {
    return new Range(low, lowOpen, high, reason, from, to);
  }

  /** Records an impossible value and returns false, or warns of an unusual one. */
  boolean check(double value, String unit, Tree.Scalar scalar, Context context) {
    if (!(lowOpen ? value > low : value >= low) || value > high) {
      String because = reason.isEmpty() ? "" : ": " + reason;
      context
          .problems()
          .error(
              scalar.place(),
              "%s is '%s', expected %s%s"
                  .formatted(context.path(), scalar.text(), bounds(unit), because),
              "");
      return false;
    }
    if (value < usualLow || value > usualHigh) {
      context
          .problems()
          .warning(
              scalar.place(),
              "%s is '%s' = %s, outside the usual %s to %s"
                  .formatted(
                      context.path(),
                      scalar.text(),
                      text(value, unit),
                      text(usualLow, unit),
                      text(usualHigh, unit)),
              "check the unit");
    }
    return true;
  }

  private String bounds(String unit) {
    if (high != INFINITY) {
      String form = lowOpen ? "more than %s, at most %s" : "%s to %s";
      return form.formatted(text(low, unit), text(high, unit));
    }
    return (lowOpen ? "more than " : "at least ") + text(low, unit);
  }

  /** The possible values in words; empty if all are. */
  Optional<String> describe(String unit) {
    return low == -INFINITY && high == INFINITY ? Optional.empty() : Optional.of(bounds(unit));
  }

  private static String text(double value, String unit) {
    String number = Numbers.text(value);
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
