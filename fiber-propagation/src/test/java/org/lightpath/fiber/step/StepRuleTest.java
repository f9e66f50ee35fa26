package org.lightpath.fiber.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;

class StepRuleTest {
  private static final double SPAN = 50e3;

  /** Fibre of the OptiCommPy WDM tutorial: D = 16 ps/(nm km) at 193.1 THz, no slope. */
  private static Fiber standard() {
    Fiber curved = Fiber.named("SSMF", 193.1e12).dispersion(16e-6, 0).build();
    return Fiber.named("SSMF", 193.1e12)
        .betas(curved.beta(2))
        .attenuation(Optics.attenuationFromDecibels(0.2e-3))
        .gamma(1.3e-3)
        .build();
  }

  private static Stretch tutorial() {
    return Stretch.of(standard(), SPAN, new TimeGrid(32_000, 1 / 512e9), 0.01);
  }

  @Test
  void dispersionLimitOfTheTutorialLinkIs344Steps() {
    // 11 channels at 37.5 GHz occupy 412.5 GHz of the simulated 512 GHz.
    StepPlan occupied = StepRule.standard().plan(tutorial().occupying(11 * 37.5e9));
    assertThat(occupied.steps()).isEqualTo(344);
    assertThat(occupied.totalLength()).isCloseTo(SPAN, within(2 * Math.ulp(SPAN)));
    assertThat(occupied.toString()).contains("344 steps").contains("≤ 20.0 rad");
    assertThat(StepRule.standard().plan(tutorial()).steps()).isEqualTo(530);
  }

  @Test
  void dispersionLimitIsTheLargestStepAllowed() {
    double phase = 7;
    Stretch stretch = tutorial();
    StepPlan plan = new StepRule.DispersionLimited(phase).plan(stretch);
    double omega = 2 * Math.PI * stretch.bandwidth();
    double rate = Math.abs(standard().beta(2)) * omega * omega;
    assertThat(rate * plan.length(0)).isLessThanOrEqualTo(phase);
    assertThat(rate * SPAN / (plan.steps() - 1)).isGreaterThan(phase);
  }

  @Test
  void higherOrdersKeepTheFourWaveMismatchBelowAQuarterOfThePhase() {
    double band = 20e12;
    Fiber flattened =
        Fiber.named("dispersion-flattened", 193e12).betas(0, 0.05e-39, -2e-55).build();
    double phase = 20;
    Stretch stretch = new Stretch(flattened, 100, band, 0);
    double h = new StepRule.DispersionLimited(phase).plan(stretch).length(0);
    Random random = new Random(7);
    double largest = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      double f3 = band * (random.nextDouble() - 0.5);
      double f1 = band * (random.nextDouble() - 0.5);
      double f2 = band * (random.nextDouble() - 0.5);
      double f4 = f1 + f2 - f3;
      if (Math.abs(f4) <= band / 2) {
        double mismatch = beta(flattened, f1) + beta(flattened, f2) - beta(flattened, f3);
        largest = Math.max(largest, Math.abs(mismatch - beta(flattened, f4)) * h);
      }
    }
    assertThat(largest).isLessThanOrEqualTo(phase / 4).isGreaterThan(phase / 40);
  }

  private static double beta(Fiber fiber, double frequency) {
    return fiber.propagationConstant(2 * Math.PI * frequency);
  }

  @Test
  void fixedDividesEquallyAndEndsExactly() {
    StepPlan whole = new StepRule.Fixed(100).plan(tutorial());
    assertThat(whole.steps()).isEqualTo(500);
    StepPlan rest = new StepRule.Fixed(0.3 * SPAN).plan(tutorial());
    assertThat(rest.steps()).isEqualTo(4);
    assertThat(rest.length(3)).isEqualTo(SPAN / 4);
    assertThat(rest.totalLength()).isEqualTo(SPAN);
  }

  @Test
  void gradedStepsGrowToFullLength() {
    StepPlan plan = new StepRule.Graded(400).plan(tutorial());
    assertThat(plan.steps()).isEqualTo(400);
    assertThat(plan.totalLength()).isCloseTo(SPAN, within(400 * Math.ulp(SPAN)));
    assertThat(plan.length(0) / plan.length(399)).isCloseTo(1.0 / 3, within(1e-12));
    for (int i = 1; i < 400; i++) {
      double growth = i <= 23 ? 1.05 : 1;
      assertThat(plan.length(i) / plan.length(i - 1)).isBetween(1.0 - 1e-12, growth + 1e-12);
    }
    assertThat(plan.length(23)).isEqualTo(plan.length(399));
    assertThat(new StepRule.Graded(3).plan(tutorial()).totalLength())
        .isCloseTo(SPAN, within(4 * Math.ulp(SPAN)));
  }

  @Test
  void logarithmicStepsHaveEqualEffectiveLength() {
    StepPlan plan = new StepRule.Logarithmic(17).plan(tutorial());
    Fiber fiber = standard();
    double expected = fiber.effectiveLength(SPAN) / 17;
    double z = 0;
    for (int i = 0; i < 17; i++) {
      double effective = fiber.effectiveLength(z + plan.length(i)) - fiber.effectiveLength(z);
      // Steps are differences of positions up to L, so they carry the rounding of L.
      assertThat(effective).isCloseTo(expected, within(8 * Math.ulp(SPAN)));
      z += plan.length(i);
    }
    assertThat(plan.totalLength()).isCloseTo(SPAN, within(Math.ulp(SPAN)));
    assertThat(plan.length(16)).isGreaterThan(5 * plan.length(0));
  }

  @Test
  void nonlinearPhaseIsReachedButNotExceeded() {
    double phase = 0.003;
    Stretch stretch = tutorial();
    StepPlan plan = new StepRule.NonlinearPhase(phase).plan(stretch);
    double total = stretch.nonlinearRate() * standard().effectiveLength(SPAN);
    assertThat(total / plan.steps()).isLessThanOrEqualTo(phase);
    assertThat(total / (plan.steps() - 1)).isGreaterThan(phase);
  }

  @Test
  void absentCausesTakeOneStepAndSayWhy() {
    Fiber glass = Fiber.named("nothing", 193e12).build();
    Stretch stretch = Stretch.of(glass, 10, new TimeGrid(64, 1e-12), 1);
    assertThat(StepRule.standard().plan(stretch).toString()).contains("1 steps", "no dispersion");
    assertThat(new StepRule.NonlinearPhase(0.1).plan(stretch).toString())
        .contains("1 steps", "no Kerr effect");
    assertThat(new StepRule.Logarithmic(3).plan(stretch).rule()).contains("no loss");
  }

  @Test
  void partsTakeTogetherAtLeastTheStepsOfTheWhole() {
    assertThat(new StepRule.Uniform(30).forShare(0.1)).isEqualTo(new StepRule.Uniform(3));
    assertThat(new StepRule.Uniform(10).forShare(1 / 3.0)).isEqualTo(new StepRule.Uniform(4));
    assertThat(new StepRule.Logarithmic(1).forShare(0.01)).isEqualTo(new StepRule.Logarithmic(1));
    assertThat(new StepRule.Fixed(3).forShare(0.5)).isEqualTo(new StepRule.Fixed(3));
  }

  @Test
  void finerTakesTheLargerCount() {
    StepRule rule = new StepRule.Finer(new StepRule.Uniform(3), new StepRule.Uniform(5));
    assertThat(rule.plan(tutorial()).steps()).isEqualTo(5);
  }

  @Test
  void coarserAndFinerPlansCoverTheSameLength() {
    StepPlan plan = new StepRule.Logarithmic(5).plan(tutorial());
    assertThat(StepPlans.joinedInPairs(plan).steps()).isEqualTo(3);
    assertThat(StepPlans.joinedInPairs(plan).totalLength())
        .isCloseTo(SPAN, within(2 * Math.ulp(SPAN)));
    assertThat(StepPlans.halved(plan).steps()).isEqualTo(10);
    assertThat(StepPlans.halved(plan).length(4)).isEqualTo(plan.length(2) / 2);
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> new StepRule.Fixed(-1))
        .hasMessageContaining("step length [m] is -1.0");
    assertThatThrownBy(() -> new StepRule.Uniform(0))
        .hasMessageContaining("at least 1 step, got 0");
    assertThatThrownBy(() -> new StepRule.Fixed(1e-9).plan(tutorial()))
        .hasMessageContaining("5.00e+13 steps");
    assertThatThrownBy(() -> Stretch.of(standard(), -2, new TimeGrid(64, 1e-12), 1))
        .hasMessageContaining("length is -2.0 m");
  }
}
