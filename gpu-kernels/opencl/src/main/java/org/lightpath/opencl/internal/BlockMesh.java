package org.lightpath.opencl.internal;

import java.util.Optional;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshPlan;

/** A mesh as layers of diamonds, one launch each, see {@code blocks.cl}. */
final class BlockMesh implements DeviceProgram {
  private static final double PRODUCT_FLOPS = 8;

  private final Workbench bench;
  private final MeshPlan plan;
  private final MeshBlockTile tile;
  private final MeshDiamonds diamonds;
  private final DeviceBuffer matrices;
  private final Kernel kernel;

  BlockMesh(MeshPlan plan, MeshBlockTile tile, Workbench bench) {
    this.bench = bench;
    this.plan = plan;
    this.tile = tile;
    this.diamonds = new MeshDiamonds(new AlternatingMesh(plan.mesh()), tile.side());
    this.matrices = compose();
    String source =
        new LineSource(plan.precision())
            .define("SIDE", 2L * tile.side())
            .define("VECTORS", tile.vectors())
            .define("ITEM_ROWS", tile.itemRows())
            .define("ITEM_VECTORS", tile.itemVectors())
            .file("blocks")
            .text();
    this.kernel =
        bench
            .kernel(source, "meshBlocks", tile.group())
            .set(1, matrices)
            .set(2, plan.shape().modes())
            .set(3, plan.shape().samples())
            .set(4, matricesOfChip())
            .set(5, plan.mesh().chips() > 1 ? 1 : 0);
  }

  private int matricesOfChip() {
    return diamonds.before(diamonds.layers());
  }

  /** Composes all diamonds in double precision; the device has them column by column. */
  private DeviceBuffer compose() {
    int width = 2 * tile.side();
    Precision precision = plan.precision();
    HostTable table = new HostTable(precision, width * width);
    DeviceBuffer buffer =
        bench.allocate((long) plan.mesh().chips() * matricesOfChip() * table.bytes());
    double[] matrix = new double[2 * width * width];
    long at = 0;
    for (int chip = 0; chip < plan.mesh().chips(); chip++) {
      for (int layer = 0; layer < diamonds.layers(); layer++) {
        for (int window = 0; window < diamonds.windows(layer); window++) {
          diamonds.compose(chip, layer, window, matrix);
          for (int i = 0; i < width * width; i++) {
            int from = 2 * (i % width * width + i / width);
            table.put(i, matrix[from], matrix[from + 1]);
          }
          bench.queue().write(buffer, at, table.pointer(), table.bytes());
          at += table.bytes();
        }
      }
    }
    return buffer;
  }

  int largestGroup() {
    return kernel.largestGroup();
  }

  private long groups(int layer, int fields) {
    return (long) fields
        * diamonds.windows(layer)
        * Math.ceilDiv(plan.shape().samples(), tile.vectors());
  }

  @Override
  public void enqueue(DeviceBuffer field, int first, int fields) {
    kernel.set(0, field).set(6, first);
    int before = 0;
    for (int layer = 0; layer < diamonds.layers(); layer++) {
      kernel
          .set(7, diamonds.windows(layer))
          .set(8, before)
          .set(9, diamonds.firstMode(layer))
          .launch(groups(layer, fields), ResidentMesh.bytes(plan, fields));
      before += diamonds.windows(layer);
    }
  }

  @Override
  public Optional<ProgramCost> cost(int fields) {
    double groups = 0;
    for (int layer = 0; layer < diamonds.layers(); layer++) {
      groups += groups(layer, fields);
    }
    double width = 2.0 * tile.side();
    double vectors = (double) fields * plan.shape().samples() * matricesOfChip();
    double tables =
        (double) matrices.bytes() / plan.mesh().chips() * ResidentMesh.chips(plan, fields);
    return Optional.of(
        new ProgramCost(
            diamonds.layers(),
            (double) diamonds.layers() * ResidentMesh.bytes(plan, fields),
            tables,
            groups * tile.localNumbers() * plan.precision().complexBytes(),
            PRODUCT_FLOPS * width * width * vectors));
  }

  @Override
  public void close() {
    bench.close();
  }
}
