package org.lightpath.core.plan;

import java.util.Arrays;
import java.util.Locale;

/**
 * The steps in which a uniform stretch is crossed, planned before anything runs.
 *
 * <p>A plan is a list of step lengths h_i [m], all of one sign, and the rule it came from, in
 * words.
 */
public final class StepPlan {
  private final String rule;
  private final double[] lengthsMetres;

  private StepPlan(String rule, double[] lengthsMetres) {
    this.rule = rule;
    this.lengthsMetres = lengthsMetres;
  }

  /**
   * A plan of the given steps.
   *
   * @param rule what the steps came from, for people
   * @param lengths h_i [m], each positive and finite
   */
  public static StepPlan of(String rule, double... lengths) {
    if (lengths.length == 0) {
      throw new IllegalArgumentException("step plan: expected at least one step, got none");
    }
    for (int i = 0; i < lengths.length; i++) {
      if (!(lengths[i] > 0) || Double.isInfinite(lengths[i])) {
        throw new IllegalArgumentException(
            "step plan: step %d is %s m, expected a positive length".formatted(i, lengths[i]));
      }
    }
    return new StepPlan(rule, lengths.clone());
  }

  /** {@code steps} equal steps over {@code length} [m]. */
  public static StepPlan uniform(String rule, double length, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("step plan: expected at least 1 step, got " + steps);
    }
    double[] lengths = new double[steps];
    Arrays.fill(lengths, length / steps);
    return of(rule, lengths);
  }

  /** What the steps came from, for people. */
  public String rule() {
    return rule;
  }

  /** Number of steps. */
  public int steps() {
    return lengthsMetres.length;
  }

  /** Length h_i [m] of a step. */
  public double length(int step) {
    return lengthsMetres[step];
  }

  /** Sum of the steps [m]. */
  public double totalLength() {
    // Compensated, so that a million equal steps still end where the stretch ends.
    double sum = 0;
    double carry = 0;
    for (double h : lengthsMetres) {
      double y = h - carry;
      double t = sum + y;
      carry = (t - sum) - y;
      sum = t;
    }
    return sum;
  }

  /** The same steps in reverse order, for back-propagation. */
  public StepPlan reversed() {
    double[] reversed = new double[steps()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = lengthsMetres[reversed.length - 1 - i];
    }
    return new StepPlan(rule + ", reversed", reversed);
  }

  @Override
  public String toString() {
    double shortest = Arrays.stream(lengthsMetres).min().orElseThrow();
    double longest = Arrays.stream(lengthsMetres).max().orElseThrow();
    String size =
        longest - shortest <= 1e-9 * longest
            ? String.format(Locale.ROOT, "%.6g m each", longest)
            : String.format(Locale.ROOT, "%.6g m to %.6g m", shortest, longest);
    return String.format(
        Locale.ROOT, "%d steps over %.6g m, %s (%s)", steps(), totalLength(), size, rule);
  }
}
