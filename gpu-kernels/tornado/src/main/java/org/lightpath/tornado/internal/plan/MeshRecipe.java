package org.lightpath.tornado.internal.plan;

import java.util.List;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.tornado.internal.kernel.KernelName;
import org.lightpath.tornado.internal.kernel.KernelPool;
import org.lightpath.tornado.internal.kernel.KernelSet;
import org.lightpath.tornado.internal.kernel.LocalMemory;

/**
 * Light through a mesh, in one launch: column by column, also where a plan asks for blocks, whose
 * results differ by rounding only.
 */
final class MeshRecipe implements FieldKernels.Recipe {
  private static final int FIRST = 16;

  private final MeshPlan plan;
  private final DeviceFacts device;
  private final int perGroup;
  private final int items;
  private final Tables tables = new Tables();
  private final int blocks;
  private final int screen;

  MeshRecipe(MeshPlan plan, DeviceFacts device) {
    this.plan = plan;
    this.device = device;
    int most = 2 * LocalMemory.capacity(plan.precision());
    int modes = plan.shape().modes();
    if (modes > most) {
      throw new UnsupportedPlanException(
          "mesh of %d modes: the engine 'tornado' takes %d in %s, those that fit local memory; the engines 'cpu' and 'opencl' can run it"
              .formatted(modes, most, plan.precision()));
    }
    this.perGroup = device.perGroup(plan.shape().batch() * plan.shape().samples(), most / modes);
    this.items = device.items(perGroup * modes / 2);
    this.blocks = tables.add(blocks(plan.mesh()));
    this.screen = tables.add(screen(plan.mesh()));
  }

  private double[] blocks(MeshColumns mesh) {
    long numbers = (long) mesh.chips() * mesh.columns() * mesh.pairs() * MeshColumns.BLOCK;
    Sizes.requireNumbers(numbers, "blocks of a mesh");
    double[] blocks = new double[(int) numbers];
    int at = 0;
    for (int chip = 0; chip < mesh.chips(); chip++) {
      for (int column = 0; column < mesh.columns(); column++) {
        for (int i = 0; i < mesh.pairs() * MeshColumns.BLOCK; i++) {
          int pair = i / MeshColumns.BLOCK;
          blocks[at++] = mesh.block(chip, column, pair, i % MeshColumns.BLOCK);
        }
      }
    }
    return blocks;
  }

  private static double[] screen(MeshColumns mesh) {
    double[] screen = new double[2 * mesh.chips() * mesh.modes()];
    for (int i = 0; i < screen.length / 2; i++) {
      screen[2 * i] = mesh.screenRe(i / mesh.modes(), i % mesh.modes());
      screen[2 * i + 1] = mesh.screenIm(i / mesh.modes(), i % mesh.modes());
    }
    return screen;
  }

  @Override
  public KernelSet.Key key() {
    return new KernelSet.Key(
        device.index(),
        plan.precision(),
        List.of(KernelPool.roomy(2 * plan.shape().elements())),
        1,
        KernelPool.roomy(tables.size()),
        KernelPool.roomy(FIRST + plan.mesh().columns()),
        List.of(List.of(KernelName.MESH)));
  }

  @Override
  public void write(KernelSet kernels) {
    MeshColumns mesh = plan.mesh();
    kernels.layout(
        0,
        mesh.modes(),
        perGroup,
        plan.shape().samples(),
        items,
        mesh.columns(),
        mesh.chips(),
        blocks,
        screen);
    for (int column = 0; column < mesh.columns(); column++) {
      kernels.layout(FIRST + column, mesh.first(column));
    }
    tables.writeTo(kernels.numbers());
  }

  @Override
  public List<KernelSet.Grid> grids() {
    int groups = plan.shape().batch() * Math.ceilDiv(plan.shape().samples(), perGroup);
    return List.of(new KernelSet.Grid(0, KernelName.MESH, groups, items));
  }

  @Override
  public void run(KernelSet kernels) {
    kernels.run(0);
  }
}
