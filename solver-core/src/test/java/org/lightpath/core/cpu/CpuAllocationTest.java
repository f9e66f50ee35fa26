package org.lightpath.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshPlan;

/**
 * A run allocates nothing once it is compiled. A kernel that the compiler gives up on boxes every
 * vector, which this sees: it would also be 4 to 200 times slower.
 */
class CpuAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Least time to give the compilers [ns]; they run beside the test. */
  static final long WARM_UP_NANOS = 60_000_000_000L;

  private static final int QUIET_ROUNDS = 3;
  private static final int RUNS = 5;

  @ParameterizedTest
  @CsvSource({
    "SINGLE, 1, 4096",
    "SINGLE, 2, 4096",
    "DOUBLE, 1, 4096",
    "DOUBLE, 2, 4096",
    "SINGLE, 1, 33600",
    "SINGLE, 1, 65536"
  })
  void runsAllocateNothing(Precision precision, int modes, int samples) {
    FieldShape shape = new FieldShape(1, modes, samples);
    try (Engine engine = new CpuEngine(new EngineOptions(0, 1));
        DeviceField field = engine.allocate(shape, precision);
        FieldProgram program = engine.compile(CpuPlans.manakov(shape, precision, 50))) {
      assertThat(leastAllocation(() -> program.run(field), WARM_UP_NANOS)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SINGLE, COLUMNS, 64",
    "SINGLE, BLOCKS, 64",
    "SINGLE, BLOCKS, 37",
    "DOUBLE, COLUMNS, 64",
    "DOUBLE, BLOCKS, 64",
    "DOUBLE, BLOCKS, 37"
  })
  void meshesAllocateNothing(Precision precision, MeshPlan.Method method, int vectors) {
    FieldShape shape = new FieldShape(1, 150, vectors);
    MeshPlan plan = new MeshPlan(shape, precision, CpuMeshes.rectangular(150, 150), method);
    try (Engine engine = new CpuEngine(new EngineOptions(0, 1));
        DeviceField field = engine.allocate(shape, precision);
        FieldProgram program = engine.compile(plan)) {
      assertThat(leastAllocation(() -> program.run(field), WARM_UP_NANOS)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"SINGLE, 4096", "DOUBLE, 4096", "DOUBLE, 8192"})
  void theGeneralisedEquationAllocatesNothing(Precision precision, int samples) {
    FieldShape shape = new FieldShape(1, 1, samples);
    try (Engine engine = new CpuEngine(new EngineOptions(0, 1));
        DeviceField field = engine.allocate(shape, precision);
        FieldProgram program = engine.compile(CpuPlans.generalised(shape, precision, 20))) {
      assertThat(leastAllocation(() -> program.run(field), WARM_UP_NANOS)).isZero();
    }
  }

  @Test
  void theMeasurementSeesOneObject() {
    assertThat(leastAllocation(() -> sink = new long[1], WARM_UP_NANOS / 100)).isPositive();
  }

  @SuppressWarnings("unused")
  private static volatile Object sink = "";

  /** Least number of bytes that {@code RUNS} runs allocate, after warming up until it is quiet. */
  static long leastAllocation(Runnable work, long nanos) {
    long least = Long.MAX_VALUE;
    long end = System.nanoTime() + nanos;
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
