package org.lightpath.opencl;

import org.lightpath.core.conformance.TestFields;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;

/** Plans and runs that the tests share. */
final class Runs {
  private Runs() {}

  /** Equal steps with loss; γ differs from field to field. */
  static PropagationPlan manakov(FieldShape shape, Precision precision, int steps) {
    return new PropagationPlan(
        shape,
        precision,
        TestFields.skewed(1, shape.samples(), 0.4),
        new KerrNonlinearity.Manakov(FieldParameter.of(gammas(shape.batch()))),
        0.01,
        StepPlan.uniform("test", 2.0, steps));
  }

  /** Steps of all different lengths, every mode for itself. */
  static PropagationPlan unequal(FieldShape shape, Precision precision, int steps) {
    double[] lengths = new double[steps];
    for (int i = 0; i < steps; i++) {
      lengths[i] = 0.1 + 0.013 * i;
    }
    return new PropagationPlan(
        shape,
        precision,
        TestFields.skewed(shape.modes(), shape.samples(), 0.4),
        new KerrNonlinearity.Scalar(FieldParameter.of(gammas(shape.batch()))),
        0,
        StepPlan.of("test", lengths));
  }

  private static double[] gammas(int batch) {
    double[] gammas = new double[batch];
    for (int b = 0; b < batch; b++) {
      gammas[b] = 0.03 + 0.001 * b;
    }
    return gammas;
  }

  /** Output of a plan on an engine. */
  static ComplexField run(Engine engine, FieldPlan plan) {
    ComplexField output = ComplexField.allocate(plan.shape(), plan.precision());
    try (ComplexField input = TestFields.noise(plan.shape(), plan.precision(), 5);
        DeviceField field = engine.allocate(plan.shape(), plan.precision());
        FieldProgram program = engine.compile(plan)) {
      field.upload(input);
      program.run(field);
      field.download(output);
    }
    return output;
  }
}
