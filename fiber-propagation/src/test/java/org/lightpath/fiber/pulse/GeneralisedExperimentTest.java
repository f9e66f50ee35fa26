package org.lightpath.fiber.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Polarisation;
import org.lightpath.fiber.RamanResponse;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.exact.FundamentalSoliton;
import org.lightpath.fiber.exact.Soliton;
import org.lightpath.fiber.step.StepRule;

/** Pulse experiments on the generalised equation. */
class GeneralisedExperimentTest {
  private static final double T0 = 100e-15;
  private static final Fiber FIBER =
      Fiber.named("test", 193.4e12).betas(-20e-27).gamma(2e-3).build();
  private static final double UNIT = Soliton.dispersionLength(FIBER, T0);
  private static final TimeGrid GRID = TimeGrid.overWindow(256, 40 * T0);
  private static final Engine ENGINE = new ReferenceEngine();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static PulseExperiment.Builder soliton() {
    double power = Soliton.peakPower(FIBER, KerrModel.SCALAR, T0, 1);
    return PulseExperiment.of(
        FIBER, 2 * UNIT, GRID, List.of(Waveform.of(Pulse.of(new PulseShape.Sech(T0, 0), power))));
  }

  @Test
  void withoutRamanAndSteepeningTheSolitonIsThatOfThePlainEquation() {
    try (PulseResult result =
        soliton()
            .generalised(GnlseModel.kerr())
            .steps(new StepRule.Uniform(100))
            .comparedWith(FundamentalSoliton.in(FIBER, KerrModel.SCALAR, T0, Polarisation.X))
            .build()
            .run(ENGINE)) {
      double error = result.last(0).referenceError().orElseThrow();
      double estimate = result.stepError().orElseThrow();
      // Order 4: the estimate is the error, where the window's edge (sech 20 = 4e-9) leaves it
      // alone.
      assertThat(estimate).isCloseTo(error, within(0.3 * error + 1e-8));
      assertThat(error).isBetween(1e-8, 1e-5);
      assertThat(result.steps()).isEqualTo(100);
      assertThat(result.transforms()).isEqualTo(2 + 2 * (1 + 4 * 100));
    }
  }

  @Test
  void adaptiveStepsAreCountedAndEstimated() {
    try (PulseResult result =
        soliton()
            .generalised(GnlseModel.full(RamanResponse.BLOW_WOOD))
            .tolerance(1e-7)
            .savedParts(2)
            .build()
            .run(ENGINE)) {
      long tried = result.steps() + result.rejectedSteps();
      assertThat(result.stepPlans()).isEmpty();
      assertThat(result.steps()).isGreaterThan(20);
      // Two stretches, each with an evaluation and two transforms at its ends.
      assertThat(result.transforms()).isEqualTo(2 * (2 + 4) + 4 * 4 * tried);
      assertThat(result.stepError().orElseThrow()).isBetween(1e-10, 1e-5);
      assertThat(result.last(0).spectralPeak()).isNegative();
      assertThat(result.last(0).photonNumberError()).isCloseTo(0, within(1e-6));
      assertThat(result.last(0).energyError()).isLessThan(-1e-5);
    }
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    GnlseModel steep = new GnlseModel(Optional.empty(), true);
    assertThatThrownBy(() -> soliton().manakov().generalised(steep)).hasMessageContaining("scalar");
    assertThatThrownBy(() -> soliton().generalised(steep).manakov()).hasMessageContaining("scalar");
    assertThatThrownBy(() -> soliton().tolerance(1e-6)).hasMessageContaining("generalised()");
  }
}
