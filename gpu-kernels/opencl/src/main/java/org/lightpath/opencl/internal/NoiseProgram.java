package org.lightpath.opencl.internal;

import org.jocl.Pointer;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.GainNoisePlan;

/** Gain with noise, see {@code noise.cl}. */
final class NoiseProgram implements DeviceProgram {
  private static final int GROUP = 64;

  private final GainNoisePlan plan;
  private final DeviceBuffer seeds;
  private final Kernel kernel;

  NoiseProgram(GainNoisePlan plan, DeviceQueue queue) {
    this.plan = plan;
    long[] values = new long[plan.seeds().size()];
    for (int b = 0; b < values.length; b++) {
      values[b] = plan.seeds().seed(b);
    }
    this.seeds = queue.table(Pointer.to(values), (long) values.length * Long.BYTES);
    boolean wide = queue.info().doublePrecision();
    LineSource source =
        new LineSource(plan.precision())
            .define("LENGTH", plan.shape().samples())
            .define("FIELD_MODES", plan.shape().modes());
    if (wide) {
      source.define("WIDE_NORMALS");
    }
    Precision normals = wide ? Precision.DOUBLE : Precision.SINGLE;
    this.kernel =
        new Kernel(
            queue,
            source.file("noise").text(),
            "amplify",
            Math.min(GROUP, queue.info().groupSize()));
    kernel
        .set(1, seeds)
        .set(4, values.length == 1 ? 0 : 1)
        .set(5, plan.amplitudeGain(), normals)
        .set(6, plan.noiseDeviation(), normals)
        .set(7, plan.stream());
  }

  @Override
  public void enqueue(DeviceBuffer field, int first, int fields) {
    long samples = (long) fields * plan.shape().modes() * plan.shape().samples();
    kernel
        .set(0, field)
        .set(2, samples)
        .set(3, first)
        .launchFor(samples, 2 * samples * plan.precision().complexBytes());
  }

  @Override
  public void close() {
    kernel.close();
    seeds.close();
  }
}
