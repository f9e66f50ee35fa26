package org.lightpath.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;

/** A product allocates nothing once it is compiled: no kernel boxes its vectors. */
class CpuMatmulAllocationTest {
  @ParameterizedTest
  @CsvSource({"SINGLE, false", "SINGLE, true", "DOUBLE, false", "DOUBLE, true"})
  void runsAllocateNothing(Precision precision, boolean effects) {
    MatmulShape shape = MatmulShape.of(1, 113, 150, 300);
    MatmulPlan plan =
        effects ? CpuMatmulPlans.everything(shape, precision) : MatmulPlan.exact(shape, precision);
    AtomicLong least = new AtomicLong(Long.MAX_VALUE);
    CpuMatmulPlans.run(
            plan,
            1,
            (program, operands) ->
                least.set(
                    CpuAllocationTest.leastAllocation(
                        () -> program.run(operands, MatmulRun.UNIT),
                        CpuAllocationTest.WARM_UP_NANOS)))
        .close();
    assertThat(least.get()).isZero();
  }
}
