package org.lightpath.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.PropagationPlan;

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
}
