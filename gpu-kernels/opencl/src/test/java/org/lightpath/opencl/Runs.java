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
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;

/** Plans and runs that the tests share. */
public final class Runs {
  private Runs() {}

  /** Equal steps with loss; γ differs from field to field. */
  public static PropagationPlan manakov(FieldShape shape, Precision precision, int steps) {
    return new PropagationPlan(
        shape,
        precision,
        TestFields.skewed(1, shape.samples(), 0.4),
        new KerrNonlinearity.Manakov(FieldParameter.of(gammas(shape.batch()))),
        0.01,
        StepPlan.uniform("test", 2.0, steps));
  }

  /** Steps of all different lengths, every mode for itself. */
  public static PropagationPlan unequal(FieldShape shape, Precision precision, int steps) {
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

  /** A mesh of alternating columns, a chip of its own for each field. */
  static MeshPlan mesh(FieldShape shape, Precision precision, int columns, MeshPlan.Method method) {
    int modes = shape.modes();
    int[] first = new int[columns];
    double[] blocks = new double[shape.batch() * columns * (modes / 2) * MeshColumns.BLOCK];
    double[] screen = new double[2 * shape.batch() * modes];
    for (int c = 0; c < columns; c++) {
      first[c] = c % 2;
    }
    for (int i = 0; i < blocks.length; i += MeshColumns.BLOCK) {
      int pair = i / MeshColumns.BLOCK;
      int mode = first[pair / (modes / 2) % columns] + 2 * (pair % (modes / 2));
      double angle = mode + 1 < modes ? 0.3 * pair : 0;
      blocks[i] = Math.cos(angle);
      blocks[i + 3] = Math.sin(angle);
      blocks[i + 5] = Math.sin(angle);
      blocks[i + 6] = Math.cos(angle);
    }
    for (int i = 0; i < screen.length; i += 2) {
      screen[i] = Math.cos(i);
      screen[i + 1] = Math.sin(i);
    }
    return new MeshPlan(shape, precision, MeshColumns.of(modes, first, blocks, screen), method);
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
