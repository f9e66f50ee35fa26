package org.lightpath.opencl.internal;

import java.util.function.IntConsumer;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.Precision;

/**
 * Measures the ceilings of a device with the kernels of {@code ceilings.cl}: as many launches as
 * take long enough, one wait, the best of several repetitions.
 */
final class DeviceProbe {
  private static final int REPEATS = 5;
  private static final double SECONDS = 0.01;
  private static final int GROUP = 256;
  private static final int CHAINS = 8;
  private static final int HELD = 8;
  private static final int SINK_BYTES = 64;
  private static final int MOST_ROUNDS = 1 << 20;

  /** Items of one unit of a GPU that hide every latency. */
  private static final int ITEMS_OF_UNIT = 2048;

  /** No cache is larger: more would only take longer [B]. */
  private static final long MOST_BYTES = 1L << 30;

  private final DeviceQueue queue;
  private final Precision precision;
  private final Workbench bench;
  private final int group;
  private final int width;
  private final int groups;
  private final String source;

  private DeviceProbe(DeviceQueue queue, Precision precision) {
    this.queue = queue;
    this.precision = precision;
    this.bench = new Workbench(queue);
    this.group = Math.min(GROUP, queue.info().groupSize());
    boolean host = queue.info().kind() == DeviceInfo.Kind.HOST;
    this.width = host ? Long.SIZE / precision.realBytes() : 4;
    this.groups = Math.max(1, queue.info().computeUnits() * ITEMS_OF_UNIT / group);
    this.source =
        new LineSource(precision)
            .define("GROUP", group)
            .define("WIDTH", width)
            .define("CHAINS", CHAINS)
            .define("HELD", HELD)
            .file("ceilings")
            .text();
  }

  /** Measures a device, for arrays of some bytes. */
  static DeviceCeilings measure(DeviceQueue queue, Precision precision, long bytes) {
    DeviceProbe probe = new DeviceProbe(queue, precision);
    try {
      return new DeviceCeilings(probe.flops(), probe.memory(bytes), probe.local());
    } finally {
      probe.bench.close();
    }
  }

  private double flops() {
    Kernel kernel = bench.kernel(source, "arithmeticCeiling", group);
    kernel.set(0, bench.allocate(SINK_BYTES)).set(1, 0.999, precision).set(2, 1e-3, precision);
    double each = 2.0 * CHAINS * width * group * groups;
    return each * best(kernel, 3);
  }

  private double local() {
    Kernel kernel = bench.kernel(source, "localCeiling", group);
    kernel.set(0, bench.allocate(SINK_BYTES)).set(1, 1e-3, precision);
    double each = 2.0 * HELD * precision.realBytes() * group * groups;
    return each * best(kernel, 2);
  }

  private double memory(long bytes) {
    long most = Math.min(MOST_BYTES, queue.info().allocationBytes());
    long room = Math.max(1 << 16, Math.min(most, queue.free() / 2));
    int block = width * precision.realBytes();
    long elements = Math.clamp(bytes, 1 << 14, room) / block;
    DeviceBuffer data = bench.allocate(elements * block);
    queue.clear(data);
    long all = Math.max(groups, (elements + group - 1) / group);
    // An odd number of groups further on, which other processors have had.
    long stride = Math.min(elements - 1, (long) group * (groups | 1));
    Kernel kernel = bench.kernel(source, "memoryCeiling", group);
    kernel.set(0, data).set(1, 1, precision).set(2, elements).set(3, stride);
    return 2.0 * block * group * all * best(kernel, 4, all);
  }

  private double best(Kernel kernel, int argument) {
    return best(kernel, argument, groups);
  }

  /** Rounds a second, with the number of rounds in an argument of the kernel. */
  private double best(Kernel kernel, int argument, long allGroups) {
    IntConsumer launch =
        rounds -> {
          kernel.set(argument, rounds).launch(allGroups, 0);
          queue.finish();
        };
    int rounds = 1;
    launch.accept(rounds); // the first launch compiles and touches memory
    double seconds = time(launch, rounds);
    while (seconds < SECONDS && rounds < MOST_ROUNDS) {
      rounds *= 2;
      seconds = time(launch, rounds);
    }
    double best = rounds / seconds;
    for (int r = 1; r < REPEATS; r++) {
      best = Math.max(best, rounds / time(launch, rounds));
    }
    return best;
  }

  private static double time(IntConsumer launch, int rounds) {
    long start = System.nanoTime();
    launch.accept(rounds);
    return (System.nanoTime() - start) * 1e-9;
  }
}
