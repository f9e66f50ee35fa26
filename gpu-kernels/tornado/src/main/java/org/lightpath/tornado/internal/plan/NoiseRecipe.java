package org.lightpath.tornado.internal.plan;

import java.util.List;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.tornado.internal.kernel.KernelName;
import org.lightpath.tornado.internal.kernel.KernelPool;
import org.lightpath.tornado.internal.kernel.KernelSet;

/** Amplification with noise, in one launch. */
record NoiseRecipe(GainNoisePlan plan, DeviceFacts device) implements FieldKernels.Recipe {
  private static final int SEEDS = 16;

  @Override
  public KernelSet.Key key() {
    return new KernelSet.Key(
        device.index(),
        plan.precision(),
        List.of(KernelPool.roomy(2 * plan.shape().elements())),
        1,
        KernelPool.roomy(2),
        KernelPool.roomy(SEEDS + 2L * plan.seeds().size()),
        List.of(List.of(KernelName.NOISE)));
  }

  @Override
  public void write(KernelSet kernels) {
    int elements = Math.toIntExact(plan.shape().elements());
    kernels.layout(
        0,
        plan.shape().samples(),
        plan.shape().modes(),
        elements,
        plan.seeds().size(),
        plan.stream());
    for (int i = 0; i < plan.seeds().size(); i++) {
      long seed = plan.seeds().seed(i);
      kernels.layout(SEEDS + 2 * i, (int) seed, (int) (seed >>> Integer.SIZE));
    }
    kernels.numbers().set(0, plan.amplitudeGain());
    kernels.numbers().set(1, plan.noiseDeviation());
  }

  private int items() {
    return device.items(Integer.MAX_VALUE);
  }

  @Override
  public List<KernelSet.Grid> grids() {
    int groups = (int) Math.ceilDiv(plan.shape().elements(), (long) items());
    return List.of(new KernelSet.Grid(0, KernelName.NOISE, groups, items()));
  }

  @Override
  public void run(KernelSet kernels) {
    kernels.run(0);
  }
}
