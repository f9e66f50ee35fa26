package org.lightpath.core.cpu.internal;

import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAdder;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.Precision;

/**
 * Measures what a team of threads can do at most: every member runs the same loops at the same
 * time, and their rates are added. Caches and registers exchange nothing through local memory, so
 * there is no such ceiling.
 */
public final class Probe {
  /** Repeats without a gain after which a rate is taken to be the highest. */
  private static final int QUIET_REPEATS = 5;

  /**
   * Least time of a measurement [s]: the loops are slow until they are compiled, beside everything
   * else.
   */
  private static final double LEAST_SECONDS = 1;

  /** What counts as a gain. */
  private static final double GAIN = 1.05;

  private static final double MINIMUM_SECONDS = 0.02;
  private static final int LOOPS = 200_000;

  private Probe() {}

  /** Ceilings of a team; the working set is shared out among its members. */
  public static DeviceCeilings measure(Workers workers, Precision precision, long bytes) {
    double flops = 0;
    double bandwidth = 0;
    float[][] data = new float[workers.size()][length(bytes / workers.size())];
    for (float[] each : data) {
      Arrays.fill(each, 1);
    }
    long start = System.nanoTime();
    int quiet = 0;
    while (quiet < QUIET_REPEATS || (System.nanoTime() - start) * 1e-9 < LEAST_SECONDS) {
      double operations = sum(workers, _ -> peakFlops(precision));
      double bytesMoved = sum(workers, worker -> bandwidth(data[worker]));
      boolean gained = operations > GAIN * flops || bytesMoved > GAIN * bandwidth;
      quiet = gained ? 0 : quiet + 1;
      flops = Math.max(flops, operations);
      bandwidth = Math.max(bandwidth, bytesMoved);
    }
    return new DeviceCeilings(flops, bandwidth, Double.POSITIVE_INFINITY);
  }

  /** Elements of an array of some bytes: whole vectors, and not fewer than take time. */
  private static int length(long bytes) {
    return Math.clamp(bytes / Float.BYTES, 4096, Integer.MAX_VALUE / 2) / 64 * 64;
  }

  /** One member's rate. */
  @FunctionalInterface
  private interface Rate {
    double of(int worker);
  }

  private static double sum(Workers workers, Rate rate) {
    DoubleAdder sum = new DoubleAdder();
    workers.run(worker -> sum.add(rate.of(worker)));
    return sum.sum();
  }

  private static double peakFlops(Precision precision) {
    long loops = 0;
    long start = System.nanoTime();
    double seconds;
    do {
      // The sum is compared so that the loop cannot be left out.
      loops += VectorProbe.chains(precision, LOOPS) == 42 ? 0 : LOOPS;
      seconds = (System.nanoTime() - start) * 1e-9;
    } while (seconds < MINIMUM_SECONDS);
    return 2.0 * VectorProbe.CHAINS * KernelSets.widest(precision) * loops / seconds;
  }

  private static double bandwidth(float[] data) {
    int passes = 0;
    long start = System.nanoTime();
    double seconds;
    do {
      VectorProbe.scale(data);
      passes++;
      seconds = (System.nanoTime() - start) * 1e-9;
    } while (seconds < MINIMUM_SECONDS);
    return 2.0 * data.length * Float.BYTES * passes / seconds;
  }
}
