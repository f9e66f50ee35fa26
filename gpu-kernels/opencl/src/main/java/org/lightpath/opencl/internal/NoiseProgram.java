package org.lightpath.opencl.internal;

import org.jocl.Pointer;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.GainNoisePlan;

/**
 * Gain with noise, see {@code noise.cl}; normals are formed in double precision if {@code wide}.
 */
final class NoiseProgram implements DeviceProgram {
  private final Workbench bench;
  private final GainNoisePlan plan;
  private final Kernel kernel;

  NoiseProgram(GainNoisePlan plan, Workbench bench, boolean wide) {
    this.bench = bench;
    this.plan = plan;
    long[] values = new long[plan.seeds().size()];
    for (int b = 0; b < values.length; b++) {
      values[b] = plan.seeds().seed(b);
    }
    DeviceBuffer seeds = bench.table(Pointer.to(values), (long) values.length * Long.BYTES);
    LineSource source =
        new LineSource(plan.precision())
            .define("LENGTH", plan.shape().samples())
            .define("FIELD_MODES", plan.shape().modes());
    if (wide) {
      source.define("WIDE_NORMALS");
    }
    Precision normals = wide ? Precision.DOUBLE : Precision.SINGLE;
    this.kernel = bench.kernel(source.file("normals").file("noise").text(), "amplify");
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
    bench.close();
  }
}
