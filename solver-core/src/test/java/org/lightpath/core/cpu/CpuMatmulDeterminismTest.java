package org.lightpath.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.OperandNoise;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;

/** The bytes of a product do not depend on the number of threads, nor on the tile of an output. */
class CpuMatmulDeterminismTest {
  @ParameterizedTest
  @CsvSource({
    "SINGLE, 1, 250, 300, 700, false",
    "SINGLE, 1, 4, 700, 300, false",
    "SINGLE, 5, 13, 70, 300, false",
    "SINGLE, 8, 13, 70, 300, false",
    "SINGLE, 3, 40, 33, 129, true",
    "DOUBLE, 1, 101, 130, 300, false",
    "DOUBLE, 4, 9, 40, 65, false"
  })
  void threadsDoNotChangeAByte(
      Precision precision, int batch, int rows, int columns, int inner, boolean shared) {
    MatmulShape shape = new MatmulShape(batch, rows, columns, inner, shared, false);
    MatmulPlan plan = CpuMatmulPlans.everything(shape, precision);
    try (RealMatrix one = CpuMatmulPlans.run(plan, 1)) {
      for (int threads : new int[] {2, 3}) {
        try (RealMatrix many = CpuMatmulPlans.run(plan, threads)) {
          assertThat(many.segment().mismatch(one.segment()))
              .as("%d threads", threads)
              .isEqualTo(-1);
        }
      }
    }
  }

  /** A product of fewer rows takes other tiles, and its rows have the same random numbers. */
  @ParameterizedTest
  @CsvSource({"SINGLE, 1", "SINGLE, 2", "SINGLE, 5", "DOUBLE, 3", "DOUBLE, 7"})
  void rowsDoNotDependOnTheirNumber(Precision precision, int fewer) {
    MatmulShape many = MatmulShape.of(1, 20, 90, 300);
    MatmulShape few = MatmulShape.of(1, fewer, 90, 300);
    try (RealMatrix all = CpuMatmulPlans.run(noisy(many, precision), 1);
        RealMatrix some = CpuMatmulPlans.run(noisy(few, precision), 1)) {
      long bytes = some.byteSize();
      assertThat(all.segment().asSlice(0, bytes).mismatch(some.segment())).isEqualTo(-1);
    }
  }

  /** One window, so that an output's index does not depend on the number of rows. */
  private static MatmulPlan noisy(MatmulShape shape, Precision precision) {
    MatmulPlan plan = CpuMatmulPlans.everything(shape, precision);
    return plan.withReadout(plan.readout().withIntegrationLength(shape.inner()));
  }

  @Test
  void clippedNumbersAreCountedOnceForAnyNumberOfThreads() {
    MatmulShape shape = MatmulShape.of(1, 3, 500, 40);
    MatmulPlan plan = CpuMatmulPlans.everything(shape, Precision.SINGLE);
    MatmulRun run = new MatmulRun(0.5, 0.25, 0);
    MatmulCounts[] counts = new MatmulCounts[3];
    for (int threads = 1; threads <= 3; threads++) {
      int at = threads - 1;
      CpuMatmulPlans.run(
              plan,
              threads,
              (program, operands) -> {
                program.run(operands, run);
                counts[at] = program.counts();
              })
          .close();
    }
    assertThat(counts[0].leftClipped()).isPositive();
    assertThat(counts[1]).isEqualTo(counts[0]);
    assertThat(counts[2]).isEqualTo(counts[0]);
  }

  @Test
  void theComparisonSeesOtherNoise() {
    MatmulShape shape = MatmulShape.of(1, 20, 90, 300);
    MatmulPlan plan = noisy(shape, Precision.SINGLE);
    ReceiverNoise other = ReceiverNoise.constant(0.1, 1, OperandNoise.NONE.stream());
    try (RealMatrix one = CpuMatmulPlans.run(plan, 1);
        RealMatrix two = CpuMatmulPlans.run(plan.withReadout(Readout.EXACT.withNoise(other)), 1)) {
      assertThat(two.segment().mismatch(one.segment())).isNotEqualTo(-1);
    }
  }
}
