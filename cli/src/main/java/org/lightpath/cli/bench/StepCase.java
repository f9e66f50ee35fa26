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
 * One case of the split-step benchmark: a batch of fields of random samples, unit mean power in all
 * modes together, with second-order dispersion and about 0.05 rad of mean nonlinear phase a step.
 *
 * @param model scalar or Manakov
 * @param samples N
 * @param batch fields
 * @param precision of the fields
 */
record StepCase(StepModel model, int samples, int batch, Precision precision) {
  /** Mean nonlinear phase of a step [rad]: γ·h·⟨P⟩ with ⟨P⟩ = 1 W, h = 1 m. */
  static final double GAMMA = 0.05;

  private static final double LARGEST_LINEAR_PHASE = 10;

  /** Fields that differ; a larger batch repeats them. */
  private static final int DRAWN_FIELDS = 64;

  private static final long SEED = 1;

  int modes() {
    return model.modes();
  }

  FieldShape shape() {
    return new FieldShape(batch, modes(), samples);
  }

  /** The plan of a number of steps of 1 m. */
  PropagationPlan plan(int steps) {
    double[] beta = new double[samples];
    for (int k = 0; k < samples; k++) {
      beta[k] = LARGEST_LINEAR_PHASE * 4 * frequency(k) * frequency(k);
    }
    FieldParameter gamma = FieldParameter.of(GAMMA);
    return new PropagationPlan(
        shape(),
        precision,
        LinearOperator.common(beta),
        model == StepModel.SCALAR
            ? new KerrNonlinearity.Scalar(gamma)
            : new KerrNonlinearity.Manakov(gamma),
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
    int drawn = Math.min(batch, DRAWN_FIELDS);
    int[] words = new int[4];
    double[] normal = new double[2];
    double scale = Math.sqrt(0.5 / modes());
    for (int b = 0; b < drawn; b++) {
      for (int m = 0; m < modes(); m++) {
        for (int n = 0; n < samples; n++) {
          Philox.complexNormal(SEED, b, m, n, words, normal);
          field.set(b, m, n, normal[0] * scale, normal[1] * scale);
        }
      }
    }
    long each = field.byteSize() / batch;
    for (int b = drawn; b < batch; b++) {
      long from = b % DRAWN_FIELDS * each;
      field.segment().asSlice(b * each, each).copyFrom(field.segment().asSlice(from, each));
    }
    return field;
  }
}
