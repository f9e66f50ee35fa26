package org.lightpath.core.conformance;

import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.DelayedKerr;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.plan.SpectralWeight;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.core.plan.TransferFunction;

/** Plans of the generalised equation for tests. */
final class GnlseCases {
  /** Share of the delayed response, that of silica (Stolen et al., J. Opt. Soc. Am. B 6:1159). */
  static final double FRACTION = 0.18;

  private static final double LENGTH = 2;

  private GnlseCases() {}

  /** Unequal planned steps, loss, a γ for each field. */
  static GnlsePlan planned(FieldShape shape, Precision precision, double fraction) {
    return plan(
        shape,
        precision,
        nonlinearity(shape.samples(), fraction, gammas(shape, 0.02)),
        new GnlseSteps.Planned(
            StepPlan.of("conformance", 0.5 * LENGTH, 0.2 * LENGTH, 0.3 * LENGTH)));
  }

  /** Steps by a tolerance that differs from field to field. */
  static GnlsePlan adaptive(FieldShape shape, Precision precision, double tolerance) {
    double[] tolerances = new double[shape.batch()];
    for (int b = 0; b < tolerances.length; b++) {
      tolerances[b] = tolerance / (b + 1);
    }
    return plan(
        shape,
        precision,
        nonlinearity(shape.samples(), FRACTION, gammas(shape, 0.1)),
        new GnlseSteps.Adaptive(LENGTH, FieldParameter.of(tolerances), LENGTH));
  }

  private static GnlsePlan plan(
      FieldShape shape, Precision precision, DelayedKerr nonlinearity, GnlseSteps steps) {
    return new GnlsePlan(
        shape, precision, TestFields.skewed(1, shape.samples(), 40), nonlinearity, 0.3, steps);
  }

  private static double[] gammas(FieldShape shape, double first) {
    double[] gammas = new double[shape.batch()];
    for (int b = 0; b < gammas.length; b++) {
      gammas[b] = first * (b + 1);
    }
    return gammas;
  }

  /** Steepening and a damped resonance, so that a reversed or shuffled spectrum is seen. */
  static DelayedKerr nonlinearity(int samples, double fraction, double... gammas) {
    double[] weights = new double[samples];
    double[] re = new double[samples];
    double[] im = new double[samples];
    for (int k = 0; k < samples; k++) {
      double f = (2 * k < samples ? k : k - samples) / (double) samples;
      weights[k] = 1 + 0.8 * f;
      double detuned = 1 - 30 * f * f;
      double damping = 2 * f;
      double size = detuned * detuned + damping * damping;
      re[k] = detuned / size;
      im[k] = -damping / size;
    }
    return new DelayedKerr(
        FieldParameter.of(gammas),
        SpectralWeight.of(weights),
        fraction,
        TransferFunction.of(re, im));
  }
}
