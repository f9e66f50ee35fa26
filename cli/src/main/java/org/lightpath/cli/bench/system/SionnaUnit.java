package org.lightpath.cli.bench.system;

import java.util.List;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.TimeGrid;

/**
 * B1, the reference test of Sionna's split step: exp(−t²/2) in a window of 100, β₂ = γ = 1, length
 * 5, no loss, 2000 steps, all in normalised units.
 */
final class SionnaUnit implements FiberSystem {
  private static final int SAMPLES = 4096;
  private static final double WINDOW = 100;
  private static final double LENGTH = 5;
  private static final int STEPS = 2000;
  private static final double BETA2 = 1;
  private static final double GAMMA = 1;

  SionnaUnit() {}

  @Override
  public String name() {
    return "B1";
  }

  @Override
  public String title() {
    return "Sionna's unit test: a Gaussian pulse at normal dispersion, 2000 steps";
  }

  @Override
  public String source() {
    return "Sionna, test/unit/channel/test_optical.py (ssfm_reference)";
  }

  @Override
  public String model() {
    return "scalar";
  }

  @Override
  public int modes() {
    return 1;
  }

  @Override
  public List<Size> sizes() {
    return List.of(
        new Size(SAMPLES, 1),
        new Size(SAMPLES, 64),
        new Size(SAMPLES, 1024),
        new Size(SAMPLES, 16_384));
  }

  @Override
  public ComplexField input(FieldShape shape, Precision precision) {
    ComplexField pulse = ComplexField.allocate(new FieldShape(1, 1, shape.samples()), precision);
    TimeGrid grid = TimeGrid.overWindow(shape.samples(), WINDOW);
    for (int n = 0; n < shape.samples(); n++) {
      double t = grid.time(n);
      pulse.set(0, 0, n, Math.exp(-t * t / 2), 0);
    }
    return RepeatedFields.fill(pulse, shape.batch());
  }

  @Override
  public List<FieldPlan> plans(FieldShape shape, Precision precision) {
    TimeGrid grid = TimeGrid.overWindow(shape.samples(), WINDOW);
    double[] beta = new double[shape.samples()];
    for (int k = 0; k < beta.length; k++) {
      double omega = grid.angularFrequency(k);
      beta[k] = BETA2 * omega * omega / 2;
    }
    return List.of(
        new PropagationPlan(
            shape,
            precision,
            LinearOperator.common(beta),
            new KerrNonlinearity.Scalar(FieldParameter.of(GAMMA)),
            0,
            StepPlan.uniform("%d equal steps".formatted(STEPS), LENGTH, STEPS)));
  }
}
