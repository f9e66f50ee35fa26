package org.lightpath.cli.bench.system;

import java.util.Collections;
import java.util.List;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkPropagation;
import org.lightpath.fiber.link.Span;
import org.lightpath.fiber.step.StepRule;

/**
 * B2, Sionna's tutorial on lumped amplification: √(30 mW · 2^(−(2t/50 ps)²)) on 10 000 samples of 1
 * ps, three spans of 80 km with 0.046 /km, −21.67 ps²/km, 1.27 /(W·km) in 160 steps each, gain
 * e^3.68 and a noise figure of 5 dB behind each.
 */
final class SionnaTutorial implements FiberSystem {
  private static final int SAMPLES = 10_000;
  private static final double SPACING = 1e-12;
  private static final double PEAK = 30e-3;
  private static final double WIDTH = 50e-12;
  private static final double SPAN = 80e3;
  private static final int SPANS = 3;
  private static final int STEPS = 160;
  private static final double GAIN = Math.exp(3.68);
  private static final double NOISE_FIGURE_DB = 5;
  private static final long SEED = 1;

  /** Assumed, 1549 nm: noise alone depends on it. */
  private static final double CARRIER = 193.55e12;

  private static final Fiber FIBER =
      Fiber.named("Sionna tutorial", CARRIER)
          .source("Sionna, Optical_Lumped_Amplification_Channel.ipynb")
          .attenuation(0.046e-3)
          .betas(-21.67e-27)
          .gamma(1.27e-3)
          .build();

  SionnaTutorial() {}

  @Override
  public String name() {
    return "B2";
  }

  @Override
  public String title() {
    return "Sionna's tutorial: a pulse over 3 amplified spans of 80 km, 160 steps each";
  }

  @Override
  public String source() {
    return "Sionna, tutorials/phy/Optical_Lumped_Amplification_Channel.ipynb";
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
    return List.of(new Size(SAMPLES, 1));
  }

  @Override
  public ComplexField input(FieldShape shape, Precision precision) {
    ComplexField pulse = ComplexField.allocate(new FieldShape(1, 1, shape.samples()), precision);
    TimeGrid grid = new TimeGrid(shape.samples(), SPACING);
    for (int n = 0; n < shape.samples(); n++) {
      double t = 2 * grid.time(n) / WIDTH;
      pulse.set(0, 0, n, Math.sqrt(PEAK * Math.pow(2, -t * t)), 0);
    }
    return RepeatedFields.fill(pulse, shape.batch());
  }

  @Override
  public List<FieldPlan> plans(FieldShape shape, Precision precision) {
    Amplifier amplifier =
        new Amplifier(
            GAIN, Optics.fromDecibels(NOISE_FIGURE_DB), Amplifier.NoiseFormula.BEAT_NOISE_ONLY);
    Link link = Link.repeated(Span.of(new FiberSection(FIBER, SPAN), amplifier), SPANS);
    return LinkPropagation.of(link, new TimeGrid(shape.samples(), SPACING), CARRIER)
        .model(KerrModel.SCALAR)
        .steps(new StepRule.Uniform(STEPS))
        .precision(precision)
        .seeds(Seeds.of(SEED))
        .build()
        .plan(shape, Collections.nCopies(shape.batch(), PEAK))
        .spans()
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
