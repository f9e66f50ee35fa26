package org.lightpath.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;

/** A product allocates nothing once it is compiled: no kernel boxes its vectors. */
class CpuMatmulAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Least time to give the compilers [ns]; they run beside the test. */
  private static final long WARM_UP_NANOS = 40_000_000_000L;

  private static final int QUIET_ROUNDS = 3;
  private static final int RUNS = 5;

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
                least.set(leastAllocation(() -> program.run(operands, MatmulRun.UNIT))))
        .close();
    assertThat(least.get()).isZero();
  }

  /** Least number of bytes that {@code RUNS} runs allocate, after warming up until it is quiet. */
  private static long leastAllocation(Runnable work) {
    long least = Long.MAX_VALUE;
    long end = System.nanoTime() + WARM_UP_NANOS;
    for (int quiet = 0; quiet < QUIET_ROUNDS && System.nanoTime() < end; ) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < RUNS; i++) {
        work.run();
      }
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      least = Math.min(least, bytes);
      quiet = bytes == 0 ? quiet + 1 : 0;
    }
    return least;
  }
}
