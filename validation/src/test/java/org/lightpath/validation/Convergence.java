package org.lightpath.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Errors of a scheme at several step counts, against the errors it is known to have. */
final class Convergence {
  /** Order of the symmetric split step. */
  static final double STRANG_ORDER = 2;

  private final int[] steps;
  private final double[] expected;

  /**
   * What is known about a scheme.
   *
   * @param steps step counts, rising
   * @param expected relative field errors at these counts
   */
  Convergence(int[] steps, double[] expected) {
    this.steps = steps.clone();
    this.expected = expected.clone();
  }

  /** Runs every step count and returns the errors found. */
  double[] observe(IntToDoubleFunction errorAtSteps) {
    List<Double> errors = new ArrayList<>();
    for (int count : steps) {
      errors.add(errorAtSteps.applyAsDouble(count));
    }
    return errors.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Requires every error to have its published size, and the fitted order to be 2.
   *
   * @param band relative half-width allowed around each published error
   * @param rounding absolute error that rounding may add at a step count
   */
  void require(
      Tolerances tolerances, double[] observed, double band, IntToDoubleFunction rounding) {
    for (int i = 0; i < steps.length; i++) {
      tolerances.requireClose(
          "relative field error at " + steps[i] + " steps",
          expected[i],
          observed[i],
          band * expected[i] + rounding.applyAsDouble(steps[i]));
    }
    tolerances.requireClose(
        "order of convergence", STRANG_ORDER, order(observed), margin(band, rounding));
  }

  /** Least-squares slope of log error against log step length. */
  double order(double[] errors) {
    double[] weights = slopeWeights();
    double slope = 0;
    for (int i = 0; i < errors.length; i++) {
      slope += weights[i] * Math.log(errors[i]);
    }
    return slope;
  }

  /**
   * Largest departure of the fitted slope from 2: that of the published errors themselves (their
   * terms of order h⁴), plus what errors at the ends of their bands can add.
   */
  double margin(double band, IntToDoubleFunction rounding) {
    double[] weights = slopeWeights();
    double margin = Math.abs(order(expected) - STRANG_ORDER);
    for (int i = 0; i < weights.length; i++) {
      double relative = band + rounding.applyAsDouble(steps[i]) / expected[i];
      margin += Math.abs(weights[i]) * Math.log1p(relative);
    }
    return margin;
  }

  private double[] slopeWeights() {
    int n = steps.length;
    double mean = 0;
    for (int count : steps) {
      mean -= Math.log(count) / n;
    }
    double[] weights = new double[n];
    double norm = 0;
    for (int i = 0; i < n; i++) {
      weights[i] = -Math.log(steps[i]) - mean;
      norm += weights[i] * weights[i];
    }
    for (int i = 0; i < n; i++) {
      weights[i] /= norm;
    }
    return weights;
  }
}
