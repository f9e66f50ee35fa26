package org.lightpath.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.Seeds;

/** The bytes of a result do not depend on the number of threads. */
class CpuDeterminismTest {
  private static final int STEPS = 4;

  @ParameterizedTest
  @CsvSource({
    "SINGLE, 5, 2, 4096",
    "SINGLE, 1, 1, 32000",
    "SINGLE, 3, 1, 8192",
    "SINGLE, 1, 1, 65536",
    "SINGLE, 1, 2, 65536",
    "DOUBLE, 3, 1, 10000",
    "DOUBLE, 1, 2, 16384",
    "DOUBLE, 3, 1, 6561"
  })
  void threadsDoNotChangeAByte(Precision precision, int batch, int modes, int samples) {
    FieldShape shape = new FieldShape(batch, modes, samples);
    PropagationPlan plan = CpuPlans.manakov(shape, precision, STEPS);
    try (ComplexField one = CpuPlans.run(plan, 1)) {
      for (int threads : new int[] {2, 3, 7, 9}) {
        try (ComplexField many = CpuPlans.run(plan, threads)) {
          assertThat(many.segment().mismatch(one.segment()))
              .as("%d threads", threads)
              .isEqualTo(-1);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SINGLE", "DOUBLE"})
  void adaptiveStepsDoNotDependOnThreads(Precision precision) {
    GnlsePlan plan = CpuPlans.adaptive(new FieldShape(7, 1, 1000), precision);
    try (ComplexField one = CpuPlans.run(plan, 1);
        ComplexField three = CpuPlans.run(plan, 3)) {
      assertThat(three.segment().mismatch(one.segment())).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({"SINGLE", "DOUBLE"})
  void noiseDoesNotDependOnThreads(Precision precision) {
    GainNoisePlan plan =
        new GainNoisePlan(new FieldShape(2, 2, 1001), precision, 2, 1, Seeds.of(3, 4), 1);
    try (ComplexField one = CpuPlans.run(plan, 1);
        ComplexField three = CpuPlans.run(plan, 3)) {
      assertThat(three.segment().mismatch(one.segment())).isEqualTo(-1);
    }
  }
}
