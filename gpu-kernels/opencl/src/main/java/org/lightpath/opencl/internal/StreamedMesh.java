package org.lightpath.opencl.internal;

import java.util.Optional;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.plan.MeshPlan;

/** A mesh of more modes than a group holds: one launch for each column, see {@code mesh.cl}. */
final class StreamedMesh implements DeviceProgram {
  private final Workbench bench;
  private final MeshPlan plan;
  private final AlternatingMesh mesh;
  private final DeviceBuffer blocks;
  private final Kernel kernel;

  StreamedMesh(MeshPlan plan, Workbench bench) {
    this.bench = bench;
    this.plan = plan;
    this.mesh = new AlternatingMesh(plan.mesh());
    this.blocks = new MeshTable(bench, mesh, plan.precision(), mesh.slots()).buffer();
    this.kernel =
        bench
            .kernel(new LineSource(plan.precision()).file("mesh").text(), "meshColumn")
            .set(1, blocks)
            .set(2, plan.shape().modes())
            .set(3, plan.shape().samples())
            .set(4, mesh.slots())
            .set(5, mesh.columns())
            .set(6, plan.mesh().chips() > 1 ? 1 : 0);
  }

  @Override
  public void enqueue(DeviceBuffer field, int first, int fields) {
    long items = (long) fields * mesh.slots() * plan.shape().samples();
    kernel.set(0, field).set(7, first).set(9, items);
    for (int column = 0; column < mesh.columns(); column++) {
      kernel.set(8, column).launchFor(items, ResidentMesh.bytes(plan, fields));
    }
  }

  @Override
  public Optional<ProgramCost> cost(int fields) {
    double vectors = (double) fields * plan.shape().samples();
    double tables =
        (double) blocks.bytes() / plan.mesh().chips() * ResidentMesh.chips(plan, fields);
    return Optional.of(
        new ProgramCost(
            mesh.columns(),
            (double) mesh.columns() * ResidentMesh.bytes(plan, fields),
            tables,
            0,
            ResidentMesh.PAIR_FLOPS * vectors * mesh.columns() * plan.shape().modes() / 2));
  }

  @Override
  public void close() {
    bench.close();
  }
}
