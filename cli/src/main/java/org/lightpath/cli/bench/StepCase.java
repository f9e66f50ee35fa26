package org.lightpath.cli.bench;

import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.core.random.Philox;

/**
 * One case of the split-step benchmark: a batch of scalar fields of random samples, unit mean
 * power, with second-order dispersion and about 0.05 rad of mean nonlinear phase a step.
 *
 * @param samples N
 * @param batch fields
 * @param precision of the fields
 */
record StepCase(int samples, int batch, Precision precision) {
  /** Mean nonlinear phase of a step [rad]: γ·h·⟨P⟩ with ⟨P⟩ = 1 W, h = 1 m. */
  static final double GAMMA = 0.05;

  private static final double LARGEST_LINEAR_PHASE = 10;

  FieldShape shape() {
    return new FieldShape(batch, 1, samples);
  }

  /** The plan of a number of steps of 1 m. */
  PropagationPlan plan(int steps) {
    double[] beta = new double[samples];
    for (int k = 0; k < samples; k++) {
      beta[k] = LARGEST_LINEAR_PHASE * 4 * frequency(k) * frequency(k);
    }
    return new PropagationPlan(
        shape(),
        precision,
        LinearOperator.common(beta),
        new KerrNonlinearity.Scalar(FieldParameter.of(GAMMA)),
        0,
        StepPlan.uniform("benchmark", steps, steps));
  }

  /** Frequency of a bin over the bandwidth, −½ to ½. */
  private double frequency(int bin) {
    return (2 * bin < samples ? bin : bin - samples) / (double) samples;
  }

  /** The input: the same samples in both precisions, up to rounding. */
  ComplexField input() {
    ComplexField field = ComplexField.allocate(shape(), precision);
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int b = 0; b < batch; b++) {
      for (int n = 0; n < samples; n++) {
        Philox.complexNormal(1, b, 0, n, words, normal);
        field.set(b, 0, n, normal[0] * Math.sqrt(0.5), normal[1] * Math.sqrt(0.5));
      }
    }
    return field;
  }
}
