package org.lightpath.cli.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.step.StepRule;

/** The sentence tells of the whole fibre, not of its first stretch. */
class StepWordsTest {
  @Test
  void equalStepsAreCountedOverTheWholeFibre() {
    StepPlan stretch = StepPlan.uniform("20 equal steps", 39.26990816987241, 20);
    assertThat(StepWords.of(new StepRule.Uniform(2000), Collections.nCopies(100, stretch)))
        .isEqualTo("2000 equal steps over 3.927 km, saved at 100 positions");
  }

  @Test
  void unequalStepsHaveARange() {
    StepPlan one = StepPlan.of("3 steps of equal effective length", 1, 2, 4);
    StepPlan two = StepPlan.uniform("1 steps of equal effective length", 8, 1);
    assertThat(StepWords.of(new StepRule.Logarithmic(4), List.of(one, two)))
        .isEqualTo(
            "4 steps of 1 m to 8 m over 15 m, saved at 2 positions; of equal effective length");
  }

  @Test
  void theBoundOfARuleIsTold() {
    StepPlan one = StepPlan.uniform("one step: the fibre has no dispersion", 500, 1);
    assertThat(StepWords.of(StepRule.standard(), List.of(one, one)))
        .isEqualTo(
            "2 equal steps over 1 km, saved at 2 positions; one step between positions: the fibre"
                + " has no dispersion");
    assertThat(StepWords.of(new StepRule.Fixed(600), List.of(one.reversed())))
        .startsWith("1 step over 500 m");
    StepPlan bound = StepPlan.uniform("at most 250.0 m", 500, 2);
    assertThat(StepWords.of(new StepRule.Fixed(250), List.of(bound)))
        .isEqualTo("2 equal steps over 500 m; at most 250 m each");
  }
}
