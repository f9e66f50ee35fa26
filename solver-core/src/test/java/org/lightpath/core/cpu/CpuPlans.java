package org.lightpath.core.cpu;

import org.lightpath.core.conformance.TestFields;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.DelayedKerr;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralWeight;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.core.plan.TransferFunction;

/** Plans and runs that the tests of the host engine share. */
final class CpuPlans {
  private CpuPlans() {}

  static PropagationPlan manakov(FieldShape shape, Precision precision, int steps) {
    return new PropagationPlan(
        shape,
        precision,
        TestFields.skewed(1, shape.samples(), 0.4),
        new KerrNonlinearity.Manakov(FieldParameter.of(0.03)),
        0.01,
        StepPlan.uniform("test", 2.0, steps));
  }

  /** A damped resonance, self-steepening, planned steps. */
  static GnlsePlan generalised(FieldShape shape, Precision precision, int steps) {
    return generalised(
        shape, precision, new GnlseSteps.Planned(StepPlan.uniform("test", 2.0, steps)));
  }

  /** The same in adaptive steps, of which fields of unlike power take unlike numbers. */
  static GnlsePlan adaptive(FieldShape shape, Precision precision) {
    return generalised(
        shape, precision, new GnlseSteps.Adaptive(2.0, FieldParameter.of(1e-5), 1.0));
  }

  private static GnlsePlan generalised(FieldShape shape, Precision precision, GnlseSteps steps) {
    int n = shape.samples();
    double[] re = new double[n];
    double[] im = new double[n];
    double[] weights = new double[n];
    for (int k = 0; k < n; k++) {
      double f = (2 * k < n ? k : k - n) / (double) n;
      re[k] = 1 / (1 + 9 * f * f);
      im[k] = -3 * f / (1 + 9 * f * f);
      weights[k] = 1 + 0.5 * f;
    }
    return new GnlsePlan(
        shape,
        precision,
        TestFields.skewed(1, n, 0.4),
        new DelayedKerr(
            FieldParameter.of(0.1), SpectralWeight.of(weights), 0.2, TransferFunction.of(re, im)),
        0.01,
        steps);
  }

  /** Output of a plan on an engine of its own. */
  static ComplexField run(FieldPlan plan, int threads) {
    return run(new CpuEngine(new EngineOptions(0, threads)), plan);
  }

  /** Output of a plan on an engine, which is closed. */
  static ComplexField run(Engine used, FieldPlan plan) {
    ComplexField output = ComplexField.allocate(plan.shape(), plan.precision());
    try (Engine engine = used;
        ComplexField input = TestFields.noise(plan.shape(), plan.precision(), 5);
        DeviceField field = engine.allocate(plan.shape(), plan.precision());
        FieldProgram program = engine.compile(plan)) {
      field.upload(input);
      program.run(field);
      field.download(output);
    }
    return output;
  }
}
