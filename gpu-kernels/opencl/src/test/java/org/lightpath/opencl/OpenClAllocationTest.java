package org.lightpath.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/** A run takes no memory: none of the device, and none of the heap for its steps. */
class OpenClAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int RUNS = 5;

  @BeforeAll
  static void present() {
    OpenClPresence.require();
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 16_384})
  void stepsAllocateNothing(int samples) {
    FieldShape shape = new FieldShape(1, 1, samples);
    try (OpenClEngine engine = new OpenClEngine(EngineOptions.DEFAULT);
        DeviceField field = engine.allocate(shape, Precision.SINGLE);
        FieldProgram few = engine.compile(Runs.manakov(shape, Precision.SINGLE, 2));
        FieldProgram many = engine.compile(Runs.manakov(shape, Precision.SINGLE, 40))) {
      long peak = engine.counters().peakDeviceMemoryBytes();
      assertThat(leastAllocation(() -> many.run(field)))
          .isEqualTo(leastAllocation(() -> few.run(field)));
      assertThat(engine.counters().peakDeviceMemoryBytes()).isEqualTo(peak);
    }
  }

  /** Least number of bytes that a run allocates, of some. */
  private static long leastAllocation(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
