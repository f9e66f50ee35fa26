package org.lightpath.fiber.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.fiber.FieldChecks;
import org.lightpath.fiber.step.StepRule;

/** Steps of a link: those of a backward run, and the error that is estimated of them. */
class LinkStepsTest {
  private final Engine engine = new ReferenceEngine();

  private static LinkPropagation.Builder propagation(Link link, StepRule rule) {
    return LinkPropagation.of(link, LinkPropagationTest.GRID, LinkPropagationTest.CARRIER)
        .steps(rule);
  }

  /** Dispersion has moved the peak by the end, so only the launch's own peak gives equal steps. */
  @Test
  void backPropagationReturnsTheInputUnderRulesThatLookAtThePower() {
    StepRule phase = new StepRule.NonlinearPhase(0.005);
    for (StepRule rule : List.of(phase, new StepRule.Finer(new StepRule.Uniform(4), phase))) {
      Link link = LinkPropagationTest.compensated();
      try (ComplexField launch = LinkPropagationTest.light(2, 2);
          LinkResult sent = propagation(link, rule).build().run(engine, launch);
          LinkResult guessed =
              propagation(link, rule).backwards().build().run(engine, sent.state().field());
          LinkResult told =
              propagation(link, rule)
                  .backwards()
                  .plannedFor(sent.state().launchPeakPower())
                  .build()
                  .run(engine, sent.state().field())) {
        assertThat(told.plan().steps()).isEqualTo(sent.plan().steps());
        assertThat(FieldChecks.largestRelativeError(told.state().field(), launch))
            .isLessThan(1e-10);
        assertThat(guessed.plan().steps()).isNotEqualTo(sent.plan().steps());
        assertThat(FieldChecks.largestRelativeError(guessed.state().field(), launch))
            .isGreaterThan(1e-8);
      }
    }
  }

  @Test
  void thereIsOnePeakPowerForEachField() {
    try (ComplexField launch = LinkPropagationTest.light(2, 2)) {
      LinkPropagation link =
          propagation(LinkPropagationTest.compensated(), StepRule.standard())
              .plannedFor(List.of(0.01))
              .build();
      assertThatThrownBy(() -> link.run(engine, launch))
          .hasMessageContaining("1 peak powers to plan for")
          .hasMessageContaining("2 fields");
    }
  }

  /** Short, long, short, long: the first span alone says little of the others. */
  private static Link uneven() {
    Span shorter =
        Span.amplified(LinkPropagationTest.FIBER, 20e3, LinkPropagationTest.NOISE_FIGURE);
    Span longer = Span.amplified(LinkPropagationTest.FIBER, 80e3, LinkPropagationTest.NOISE_FIGURE);
    return new Link(List.of(shorter, longer, shorter, longer));
  }

  @Test
  void theStepErrorCountsEverySortOfSpan() {
    StepRule coarse = new StepRule.Uniform(40);
    try (ComplexField launch = LinkPropagationTest.light(1, 2);
        LinkResult exact =
            propagation(uneven(), new StepRule.Uniform(640)).build().run(engine, launch);
        LinkResult plain = propagation(uneven(), coarse).build().run(engine, launch);
        LinkResult result =
            propagation(uneven(), coarse).estimateStepError(true).build().run(engine, launch)) {
      double error =
          FieldChecks.largestRelativeError(result.state().field(), exact.state().field());
      assertThat(result.stepError().orElseThrow()).isBetween(0.5 * error, 2 * error);
      assertThat(FieldChecks.largestRelativeError(result.state().field(), plain.state().field()))
          .isZero();
    }
  }

  @Test
  void anInterruptionLeavesTheStepErrorAlone() {
    StepRule rule = new StepRule.Uniform(8);
    LinkListener stop =
        new LinkListener() {
          @Override
          public boolean cancelled() {
            return true;
          }
        };
    try (ComplexField launch = LinkPropagationTest.light(1, 2);
        LinkResult whole =
            propagation(uneven(), rule).estimateStepError(true).build().run(engine, launch);
        LinkResult first =
            propagation(uneven(), rule)
                .estimateStepError(true)
                .listener(stop)
                .build()
                .run(engine, launch);
        LinkResult rest =
            propagation(uneven(), rule)
                .estimateStepError(true)
                .build()
                .resume(engine, first.state())) {
      assertThat(first.state().nextSpan()).isEqualTo(1);
      assertThat(first.stepError().orElseThrow()).isLessThan(whole.stepError().orElseThrow());
      assertThat(rest.stepError()).isEqualTo(whole.stepError());
    }
  }
}
