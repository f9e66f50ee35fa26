package org.lightpath.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.Seeds;

/** The bytes of a result do not depend on where the fields of a batch are. */
class OpenClSplitTest {
  private static final int STEPS = 3;

  @BeforeAll
  static void present() {
    OpenClPresence.require();
  }

  @ParameterizedTest
  @CsvSource({"SINGLE, 9, 2, 1000", "SINGLE, 7, 1, 16384", "DOUBLE, 7, 2, 2048"})
  void batchesBeyondTheMemoryTakeTurns(Precision precision, int batch, int modes, int samples) {
    FieldShape shape = new FieldShape(batch, modes, samples);
    FieldPlan plan = Runs.manakov(shape, precision, STEPS);
    long limit = 4 * shape.elements() * precision.complexBytes() / batch * 4 / 3 + 4096;
    try (OpenClEngine roomy = new OpenClEngine(EngineOptions.DEFAULT);
        OpenClEngine cramped = new OpenClEngine(EngineOptions.DEFAULT, limit);
        ComplexField expected = Runs.run(roomy, plan);
        ComplexField observed = Runs.run(cramped, plan)) {
      assertThat(observed.segment().mismatch(expected.segment())).isEqualTo(-1);
      assertThat(cramped.counters().peakDeviceMemoryBytes()).isLessThan(2 * limit);
      assertThat(cramped.launches().launches()).isGreaterThan(roomy.launches().launches());
    }
  }

  @Test
  void fieldThatDoesNotFitAloneIsRefusedWithItsSize() {
    try (OpenClEngine engine = new OpenClEngine(EngineOptions.DEFAULT, 1 << 20)) {
      assertThatThrownBy(() -> engine.allocate(new FieldShape(1, 1, 1 << 20), Precision.SINGLE))
          .isInstanceOf(UnsupportedPlanException.class)
          .hasMessageContaining("8388608 bytes")
          .hasMessageContaining("'cpu'");
    }
  }

  @ParameterizedTest
  @CsvSource({"SINGLE, 5, 1, 1000", "SINGLE, 3, 2, 16384", "SINGLE, 1, 1, 64"})
  void devicesShareABatch(Precision precision, int batch, int modes, int samples) {
    OpenClPresence.require(2);
    FieldShape shape = new FieldShape(batch, modes, samples);
    FieldPlan plan = Runs.manakov(shape, precision, STEPS);
    FieldPlan noise = new GainNoisePlan(shape, precision, 2, 1, Seeds.of(seeds(batch)), 4);
    EngineOptions both = new EngineOptions(List.of(0, 1), 0);
    for (FieldPlan each : List.of(plan, noise)) {
      try (OpenClEngine one = new OpenClEngine(EngineOptions.DEFAULT);
          OpenClEngine two = new OpenClEngine(both);
          ComplexField expected = Runs.run(one, each);
          ComplexField observed = Runs.run(two, each)) {
        assertThat(observed.segment().mismatch(expected.segment())).isEqualTo(-1);
        assertThat(two.device().name()).contains(" + ");
      }
    }
  }

  private static long[] seeds(int batch) {
    long[] seeds = new long[batch];
    for (int b = 0; b < batch; b++) {
      seeds[b] = 1000L + b;
    }
    return seeds;
  }
}
