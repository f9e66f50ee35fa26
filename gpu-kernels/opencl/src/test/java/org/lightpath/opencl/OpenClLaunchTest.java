package org.lightpath.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.core.conformance.RoundingBound;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.reference.ReferenceEngine;

/** How often the field goes through memory, counted from the launches. */
class OpenClLaunchTest {
  private static final int STEPS = 7;

  @BeforeAll
  static void present() {
    OpenClPresence.require();
  }

  @Test
  void residentSpanIsOneLaunchThatReadsAndWritesTheFieldOnce() {
    PropagationPlan plan = Runs.manakov(new FieldShape(3, 2, 4096), Precision.SINGLE, STEPS);
    try (OpenClEngine engine = new OpenClEngine(EngineOptions.DEFAULT);
        ComplexField output = Runs.run(engine, plan)) {
      assertThat(engine.launches().launches()).isEqualTo(1);
      assertThat(engine.launches().fieldBytes()).isEqualTo(2 * output.byteSize());
    }
  }

  @Test
  void streamedSpanIsTwoLaunchesAStepAndFourPassesOverTheField() {
    PropagationPlan plan = Runs.manakov(new FieldShape(2, 2, 32_768), Precision.SINGLE, STEPS);
    try (OpenClEngine engine = new OpenClEngine(EngineOptions.DEFAULT);
        ComplexField output = Runs.run(engine, plan)) {
      assertThat(engine.launches().launches("columns")).isEqualTo(STEPS);
      assertThat(engine.launches().launches("rows")).isEqualTo(STEPS + 1);
      assertThat(engine.launches().launches()).isEqualTo(2 * STEPS + 3);
      long once = output.byteSize();
      assertThat(engine.launches().fieldBytes()).isEqualTo((4L * STEPS + 6) * once);
    }
  }

  @Test
  void tablesThatDoNotFitAreBuiltInStretchesOnTheDevice() {
    OpenClPresence.requireDouble();
    int steps = 40;
    for (int samples : new int[] {1000, 16_384}) {
      PropagationPlan plan = Runs.unequal(new FieldShape(2, 2, samples), Precision.SINGLE, steps);
      long slots = 16L * plan.dispersion().rows() * samples * Precision.SINGLE.complexBytes();
      try (OpenClEngine engine = new OpenClEngine(EngineOptions.DEFAULT, 8 * slots);
          Engine reference = new ReferenceEngine();
          ComplexField output = Runs.run(engine, plan);
          ComplexField expected = Runs.run(reference, plan)) {
        assertThat(engine.launches().launches("linearOperator")).isEqualTo(steps + 1);
        assertThat(engine.launches().launches("span")).isIn(0L, 3L);
        assertThat(output.relativeError(expected))
            .isLessThan(RoundingBound.relative(plan, expected.peakPower(0)));
      }
    }
  }
}
