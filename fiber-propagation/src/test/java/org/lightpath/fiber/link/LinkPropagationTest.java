package org.lightpath.fiber.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.FieldChecks;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.Progress;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.step.StepRule;

class LinkPropagationTest {
  static final double CARRIER = 193.4e12;
  static final TimeGrid GRID = new TimeGrid(256, 1 / 64e9);
  static final Fiber FIBER =
      Fiber.named("SSMF", CARRIER)
          .betas(-21.7e-27, 0.13e-39)
          .attenuation(Optics.attenuationFromDecibels(0.2e-3))
          .gamma(1.3e-3)
          .build();
  private static final Fiber COMPENSATING =
      Fiber.named("DCF", CARRIER)
          .betas(130e-27)
          .attenuation(Optics.attenuationFromDecibels(0.5e-3))
          .gamma(5e-3)
          .build();
  static final double NOISE_FIGURE = Optics.fromDecibels(5);

  private final Engine engine = new ReferenceEngine();

  /** Band-limited light of about 5 mW in each field and mode. */
  static ComplexField light(int batch, int modes) {
    ComplexField field =
        ComplexField.allocate(new FieldShape(batch, modes, GRID.samples()), Precision.DOUBLE);
    Random random = new Random(5);
    for (int b = 0; b < batch; b++) {
      for (int m = 0; m < modes; m++) {
        double[] weight = random.doubles(16, -1, 1).toArray();
        for (int n = 0; n < GRID.samples(); n++) {
          double re = 0;
          double im = 0;
          for (int k = 0; k < 8; k++) {
            double angle = 2 * Math.PI * n * (k - 4) * 3 / GRID.samples();
            re += 0.03 * (weight[2 * k] * Math.cos(angle) - weight[2 * k + 1] * Math.sin(angle));
            im += 0.03 * (weight[2 * k] * Math.sin(angle) + weight[2 * k + 1] * Math.cos(angle));
          }
          field.set(b, m, n, re, im);
        }
      }
    }
    return field;
  }

  private static Link noisy(int spans) {
    return Link.repeated(Span.amplified(FIBER, 80e3, NOISE_FIGURE), spans);
  }

  private static LinkPropagation.Builder propagation(Link link) {
    return LinkPropagation.of(link, GRID, CARRIER).steps(new StepRule.Uniform(8));
  }

  static Link compensated() {
    FiberSection fibre = new FiberSection(FIBER, 80e3, 2e-15);
    FiberSection dcf = new FiberSection(COMPENSATING, 13e3);
    Amplifier first = Amplifier.noiseless(1 / fibre.transmission());
    Amplifier second = Amplifier.noiseless(1 / dcf.transmission() / 0.8);
    Span span = Span.of(new LumpedLoss(0.8), fibre, first, dcf, second);
    // Another second span, so that the order of the spans matters.
    FiberSection shorter = new FiberSection(COMPENSATING, 30e3);
    return new Link(
        List.of(span, Span.of(shorter, Amplifier.noiseless(1 / shorter.transmission()))));
  }

  @Test
  void equalSectionsShareOnePlanAndAmplifiersDoNot() {
    LinkPlan plan = propagation(noisy(3)).build().plan(new FieldShape(1, 2, 256), List.of(0.01));
    List<FieldPlan> all = plan.spans().stream().flatMap(List::stream).toList();
    assertThat(all.stream().filter(PropagationPlan.class::isInstance).distinct()).hasSize(1);
    assertThat(
            all.stream()
                .filter(GainNoisePlan.class::isInstance)
                .map(p -> ((GainNoisePlan) p).stream()))
        .doesNotHaveDuplicates()
        .hasSize(3);
    assertThat(plan.steps()).isEqualTo(24);
    assertThat(plan.transforms()).isEqualTo(3 * 2 * 2 * 9);
    assertThat(plan.describe())
        .isEqualTo("spans 1-3: 8 steps over 80000.0 m, 10000.0 m each (8 equal steps)\n");
  }

  @Test
  void backPropagationReturnsTheInput() {
    for (KerrModel model : KerrModel.values()) {
      LinkPropagation forward = propagation(compensated()).model(model).build();
      LinkPropagation back = propagation(compensated()).model(model).backwards().build();
      try (ComplexField launch = light(2, 2);
          LinkResult sent = forward.run(engine, launch);
          LinkResult returned = back.run(engine, sent.state().field())) {
        assertThat(FieldChecks.largestRelativeError(sent.state().field(), launch))
            .isGreaterThan(0.1);
        assertThat(FieldChecks.largestRelativeError(returned.state().field(), launch))
            .isLessThan(1e-10);
        assertThat(returned.state().powers().getLast().position()).isEqualTo(123e3);
      }
    }
  }

  @Test
  void noiseHasItsVarianceAndIsIndependentEverywhere() {
    int samples = 50_000;
    TimeGrid grid = new TimeGrid(samples, 1 / 64e9);
    Amplifier amplifier = new Amplifier(100, NOISE_FIGURE);
    // Only the amplifiers: after a loss, so that the second one's noise can be told apart.
    Link one = new Link(List.of(Span.of(amplifier)));
    Link two = Link.repeated(Span.of(amplifier, new LumpedLoss(1e-2)), 2);
    try (ComplexField dark =
            ComplexField.allocate(new FieldShape(2, 2, samples), Precision.DOUBLE);
        LinkResult first =
            LinkPropagation.of(one, grid, CARRIER).seeds(Seeds.of(1, 2)).build().run(engine, dark);
        LinkResult both =
            LinkPropagation.of(two, grid, CARRIER)
                .seeds(Seeds.of(1, 2))
                .build()
                .run(engine, dark)) {
      double variance = Math.pow(amplifier.noiseDeviation(CARRIER, grid.bandwidth()), 2);
      double[] x = quadratures(first, 0, 0);
      double[] y = quadratures(first, 0, 1);
      double[] otherSeed = quadratures(first, 1, 0);
      double[] second = quadratures(both, 0, 0);
      for (int i = 0; i < second.length; i++) {
        second[i] = 10 * second[i] - x[i];
      }
      // A variance from n normals scatters by √(2/n); a correlation by √(1/n).
      double scatter = 3 / Math.sqrt(2.0 * samples);
      for (double[] noise : List.of(x, y, otherSeed, second)) {
        assertThat(dot(noise, noise) / noise.length / variance)
            .isCloseTo(1, within(Math.sqrt(2) * scatter));
      }
      assertThat(correlation(x, y)).isCloseTo(0, within(scatter));
      assertThat(correlation(x, otherSeed)).isCloseTo(0, within(scatter));
      assertThat(correlation(x, second)).isCloseTo(0, within(scatter));
    }
  }

  private static double[] quadratures(LinkResult result, int field, int mode) {
    ComplexField a = result.state().field();
    int n = a.shape().samples();
    double[] values = new double[2 * n];
    for (int i = 0; i < n; i++) {
      values[2 * i] = a.re(field, mode, i);
      values[2 * i + 1] = a.im(field, mode, i);
    }
    return values;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double correlation(double[] a, double[] b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  @Test
  void aRunResumedAfterAnySpanHasTheSameBytes() {
    for (Precision precision : Precision.values()) {
      Recorder recorder = new Recorder(1, Integer.MAX_VALUE);
      try (ComplexField launch = light(2, 2);
          LinkResult whole = noisyRun(precision, LinkListener.SILENT).run(engine, launch);
          LinkResult watched = noisyRun(precision, recorder).run(engine, launch);
          LinkResult resumed =
              noisyRun(precision, LinkListener.SILENT).resume(engine, recorder.state())) {
        assertThat(recorder.state().nextSpan()).isEqualTo(1);
        assertThat(bytes(watched)).isEqualTo(bytes(whole));
        assertThat(resumed.state().powers()).hasSize(4);
        assertThat(resumed.stepError()).isEqualTo(whole.stepError());
        if (precision == Precision.DOUBLE) {
          assertThat(bytes(resumed)).isEqualTo(bytes(whole));
          assertThat(resumed.state().powers()).isEqualTo(whole.state().powers());
        } else {
          // The reference engine keeps double precision inside, which the state cannot hold.
          assertThat(
                  FieldChecks.largestRelativeError(resumed.state().field(), whole.state().field()))
              .isLessThan(8 * Precision.SINGLE.unitRoundoff());
        }
        recorder.state().field().close();
      }
    }
  }

  private static LinkPropagation noisyRun(Precision precision, LinkListener listener) {
    return propagation(noisy(3))
        .precision(precision)
        .seeds(Seeds.of(3, 4))
        .estimateStepError(true)
        .listener(listener)
        .build();
  }

  private static byte[] bytes(LinkResult result) {
    return result.state().field().segment().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
  }

  /** Keeps a copy of the state after a span, and may stop after another. */
  private static final class Recorder implements LinkListener {
    private final int keepAfter;
    private final int stopAfter;
    private final List<LinkState> states = new ArrayList<>();
    private int done;

    Recorder(int keepAfter, int stopAfter) {
      this.keepAfter = keepAfter;
      this.stopAfter = stopAfter;
    }

    LinkState state() {
      return states.getFirst();
    }

    @Override
    public void progress(Progress progress) {
      done = progress.done();
    }

    @Override
    public boolean cancelled() {
      return done == stopAfter;
    }

    @Override
    public boolean checkpointWanted(Progress progress) {
      return progress.done() == keepAfter;
    }

    @Override
    public void checkpoint(LinkState s) {
      ComplexField copy = s.field().copy(s.field().precision());
      states.add(new LinkState(s.nextSpan(), copy, s.launchPeakPower(), s.powers(), s.stepError()));
    }
  }

  @Test
  void aCancelledRunGoesOnFromItsResult() {
    try (ComplexField launch = light(2, 2);
        LinkResult whole = noisyRun(Precision.DOUBLE, LinkListener.SILENT).run(engine, launch);
        LinkResult stopped = noisyRun(Precision.DOUBLE, new Recorder(0, 2)).run(engine, launch);
        LinkResult rest =
            noisyRun(Precision.DOUBLE, LinkListener.SILENT).resume(engine, stopped.state())) {
      assertThat(stopped.completed()).isFalse();
      assertThat(stopped.state().nextSpan()).isEqualTo(2);
      assertThat(rest.completed()).isTrue();
      assertThat(bytes(rest)).isEqualTo(bytes(whole));
    }
  }

  @Test
  void powersAreRecordedAlongTheLink() {
    Span lossy = Span.of(new FiberSection(FIBER, 50e3), Amplifier.noiseless(5));
    try (ComplexField launch = light(1, 2);
        LinkResult result = propagation(Link.repeated(lossy, 2)).build().run(engine, launch)) {
      List<PowerPoint> powers = result.state().powers();
      assertThat(powers).extracting(PowerPoint::position).containsExactly(0.0, 50e3, 100e3);
      double launched = Optics.toDbm(launch.meanPower(0));
      // 10 dB of loss and 7 of gain a span; a dozen transforms round.
      double step = Optics.toDecibels(5) - 10;
      assertThat(powers.getFirst().levels().getFirst()).isEqualTo(launched);
      assertThat(powers.get(1).levels().getFirst()).isCloseTo(launched + step, within(1e-11));
      assertThat(powers.get(2).levels().getFirst()).isCloseTo(launched + 2 * step, within(1e-11));
    }
  }

  @Test
  void theEstimatedStepErrorBoundsTheErrorAndFollowsIt() {
    StepRule fine = new StepRule.Uniform(640);
    Link link = Link.repeated(Span.amplified(FIBER, 80e3, NOISE_FIGURE), 2);
    try (ComplexField launch = light(2, 2);
        LinkResult reference = propagation(link).steps(fine).build().run(engine, launch);
        LinkResult result =
            propagation(link)
                .steps(new StepRule.Uniform(40))
                .estimateStepError(true)
                .build()
                .run(engine, launch)) {
      double error =
          FieldChecks.largestRelativeError(result.state().field(), reference.state().field());
      assertThat(result.stepError().orElseThrow()).isBetween(0.5 * error, 2 * error);
      assertThat(error).isGreaterThan(1e-6);
    }
  }

  @Test
  void estimatingTheStepErrorLeavesTheResultAlone() {
    try (ComplexField launch = light(1, 2);
        LinkResult plain = propagation(noisy(2)).build().run(engine, launch);
        LinkResult estimated =
            propagation(noisy(2)).estimateStepError(true).build().run(engine, launch)) {
      assertThat(bytes(estimated)).isEqualTo(bytes(plain));
      assertThat(plain.stepError()).isEmpty();
      assertThat(estimated.stepError()).isPresent();
    }
  }

  @Test
  void backPropagationInFewStepsIsBetterThanDispersionCompensationAlone() {
    Link link = Link.repeated(Span.amplified(FIBER, 80e3, NOISE_FIGURE), 4);
    try (ComplexField launch = light(1, 2);
        LinkResult sent =
            propagation(link).steps(new StepRule.Uniform(80)).build().run(engine, launch)) {
      double linear = backError(link, 1, 0, sent, launch);
      double one = backError(link, 1, 1, sent, launch);
      double four = backError(link, 4, 1, sent, launch);
      assertThat(one).isLessThan(linear / 2);
      assertThat(four).isLessThan(one / 2);
    }
  }

  private double backError(
      Link link, int steps, double gamma, LinkResult sent, ComplexField launch) {
    LinkPropagation back =
        propagation(link)
            .steps(new StepRule.Logarithmic(steps))
            .gammaScale(FieldParameter.of(gamma))
            .backwards()
            .build();
    try (LinkResult returned = back.run(engine, sent.state().field())) {
      return FieldChecks.largestRelativeError(returned.state().field(), launch);
    }
  }

  @Test
  void theOccupiedBandwidthIsAtMostTheSimulatedOne() {
    FieldShape shape = new FieldShape(1, 2, 256);
    LinkPropagation.Builder standard = LinkPropagation.of(noisy(1), GRID, CARRIER);
    LinkPlan simulated = standard.build().plan(shape, List.of(0.01));
    LinkPlan wide = standard.occupying(1e15).build().plan(shape, List.of(0.01));
    LinkPlan narrow = standard.occupying(GRID.bandwidth() / 2).build().plan(shape, List.of(0.01));
    assertThat(wide.steps()).isEqualTo(simulated.steps());
    assertThat(narrow.steps()).isBetween(simulated.steps() / 5, simulated.steps() / 3);
  }

  @Test
  void everyFieldHasItsOwnSeedAndNonlinearity() {
    LinkPropagation batch =
        propagation(noisy(1)).seeds(Seeds.of(7, 9)).gammaScale(FieldParameter.of(0, 2)).build();
    LinkPropagation alone =
        propagation(noisy(1)).seeds(Seeds.of(9)).gammaScale(FieldParameter.of(2)).build();
    try (ComplexField two = light(2, 2);
        ComplexField second = secondOf(two);
        LinkResult together = batch.run(engine, two);
        LinkResult single = alone.run(engine, second)) {
      for (int n = 0; n < GRID.samples(); n++) {
        assertThat(together.state().field().re(1, 1, n))
            .isEqualTo(single.state().field().re(0, 1, n));
      }
    }
  }

  private static ComplexField secondOf(ComplexField two) {
    FieldShape shape = two.shape();
    ComplexField one =
        ComplexField.allocate(new FieldShape(1, shape.modes(), shape.samples()), Precision.DOUBLE);
    double[] re = new double[shape.samples()];
    double[] im = new double[shape.samples()];
    for (int mode = 0; mode < shape.modes(); mode++) {
      two.read(1, mode, re, im);
      one.write(0, mode, re, im);
    }
    return one;
  }

  @Test
  void aFilterActsBetweenFibres() {
    OpticalFilter filter = new OpticalFilter(new OpticalFilter.Rectangular(), 0, 2e9);
    Link link = new Link(List.of(Span.of(filter)));
    try (ComplexField launch = light(1, 1);
        LinkResult result =
            LinkPropagation.of(link, GRID, CARRIER)
                .model(KerrModel.SCALAR)
                .build()
                .run(engine, launch)) {
      // Of the lines at multiples of 0.75 GHz, those at 0 and ±0.75 GHz pass.
      double kept = 0;
      double mean = 0;
      for (int n = 0; n < GRID.samples(); n++) {
        mean += result.state().field().re(0, 0, n) / GRID.samples();
        kept += result.state().field().power(0, 0, n) / GRID.samples();
      }
      double dc = 0;
      for (int n = 0; n < GRID.samples(); n++) {
        dc += launch.re(0, 0, n) / GRID.samples();
      }
      assertThat(mean).isCloseTo(dc, within(1e-15));
      assertThat(kept).isLessThan(0.7 * launch.meanPower(0)).isGreaterThan(0);
    }
  }

  @Test
  void theFibreIsReferredToTheCarrier() {
    Fiber elsewhere = FIBER.referredTo(CARRIER + 5e12);
    LinkPlan here = propagation(noisy(1)).build().plan(new FieldShape(1, 2, 256), List.of(0.01));
    LinkPlan there =
        propagation(Link.repeated(Span.amplified(elsewhere, 80e3, NOISE_FIGURE), 1))
            .build()
            .plan(new FieldShape(1, 2, 256), List.of(0.01));
    PropagationPlan a = (PropagationPlan) here.spans().getFirst().getFirst();
    PropagationPlan b = (PropagationPlan) there.spans().getFirst().getFirst();
    for (int k : new int[] {1, 100, 200}) {
      double beta = a.dispersion().beta(0, k);
      assertThat(b.dispersion().beta(0, k)).isCloseTo(beta, within(1e-12 * Math.abs(beta)));
    }
  }

  @Test
  void theNonlinearPhaseRuleUsesTheLargestPowerAnEqualSectionSees() {
    FiberSection section = new FiberSection(FIBER, 50e3);
    Link link = new Link(List.of(Span.of(section, new Amplifier(30, 4)), Span.of(section)));
    LinkPlan plan =
        LinkPropagation.of(link, GRID, CARRIER)
            .steps(new StepRule.NonlinearPhase(0.01))
            .build()
            .plan(new FieldShape(1, 2, 256), List.of(0.01));
    double power = 0.01 * 30 * section.transmission();
    double phase = 8.0 / 9 * 1.3e-3 * power * FIBER.effectiveLength(50e3);
    assertThat(plan.steps()).isEqualTo(2 * (long) Math.ceil(phase / 0.01));
  }

  @Test
  void aFieldOfAnotherLengthIsRefused() {
    try (ComplexField wrong = ComplexField.allocate(new FieldShape(1, 2, 128), Precision.DOUBLE)) {
      assertThatThrownBy(() -> propagation(noisy(1)).build().run(engine, wrong))
          .hasMessageContaining("the field has 128 samples, the grid 256");
    }
  }
}
