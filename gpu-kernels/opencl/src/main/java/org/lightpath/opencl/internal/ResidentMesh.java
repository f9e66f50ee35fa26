package org.lightpath.opencl.internal;

import java.util.Optional;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.plan.MeshPlan;

/** A mesh in one launch: all modes of some vectors in a group, see {@code mesh.cl}. */
final class ResidentMesh implements DeviceProgram {
  /** Flops of a pair and vector: four complex products, two sums. */
  static final double PAIR_FLOPS = 28;

  private final Workbench bench;
  private final MeshPlan plan;
  private final MeshStrips strips;
  private final AlternatingMesh mesh;
  private final DeviceBuffer blocks;
  private final Kernel kernel;

  ResidentMesh(MeshPlan plan, MeshStrips strips, Workbench bench) {
    this.bench = bench;
    this.plan = plan;
    this.strips = strips;
    this.mesh = new AlternatingMesh(plan.mesh());
    this.blocks = new MeshTable(bench, mesh, plan.precision(), strips.slots()).buffer();
    String source =
        new LineSource(plan.precision())
            .define("STRIP", strips.strip())
            .define("VECTORS", strips.vectors())
            .define("GROUP", strips.group())
            .file("mesh")
            .text();
    this.kernel =
        bench
            .kernel(source, "mesh", strips.group())
            .set(1, blocks)
            .set(2, plan.shape().modes())
            .set(3, plan.shape().samples())
            .set(4, strips.slots())
            .set(5, mesh.columns())
            .set(6, plan.mesh().chips() > 1 ? 1 : 0);
  }

  int largestGroup() {
    return kernel.largestGroup();
  }

  @Override
  public void enqueue(DeviceBuffer field, int first, int fields) {
    kernel
        .set(0, field)
        .set(7, first)
        .launch(strips.groups(plan.shape().samples(), fields), bytes(plan, fields));
  }

  /** Bytes of one pass over the field: each sample read and written [B]. */
  static long bytes(MeshPlan plan, int fields) {
    long samples = (long) fields * plan.shape().modes() * plan.shape().samples();
    return 2 * samples * plan.precision().complexBytes();
  }

  @Override
  public Optional<ProgramCost> cost(int fields) {
    double vectors = (double) fields * plan.shape().samples();
    double exchanged =
        4.0 * strips.group() * strips.groups(plan.shape().samples(), fields) * mesh.columns() / 2;
    double tables = (double) blocks.bytes() / plan.mesh().chips() * chips(plan, fields);
    return Optional.of(
        new ProgramCost(
            1,
            bytes(plan, fields),
            tables,
            exchanged * plan.precision().complexBytes(),
            PAIR_FLOPS * vectors * mesh.columns() * plan.shape().modes() / 2));
  }

  /** Chips that some fields of a batch pass. */
  static int chips(MeshPlan plan, int fields) {
    return plan.mesh().chips() > 1 ? fields : 1;
  }

  @Override
  public void close() {
    bench.close();
  }
}
