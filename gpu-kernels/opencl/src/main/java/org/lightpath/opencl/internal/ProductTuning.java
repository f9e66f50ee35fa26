package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ReceiverNoise;

/** Tiles that a product may have on a device: the planner's, and what may be faster. */
final class ProductTuning {
  /** A result of more bytes is not compared, and so not tuned [B]. */
  private static final long MOST_BYTES = 1L << 30;

  /** Rows and vectors of panels: within the registers of processors of 256 and of 512 bits. */
  private static final int[][] PANELS = {{12, 2}, {4, 4}, {8, 2}, {14, 1}, {4, 2}};

  private ProductTuning() {}

  /** The tile to take. */
  static ProductTile tile(MatmulPlan plan, DeviceQueue queue, Limits limits) {
    List<ProductTile> variants = variants(plan, queue.info(), limits);
    long bytes = plan.shape().result().elements() * plan.precision().realBytes();
    if (bytes > MOST_BYTES) {
      return variants.getFirst();
    }
    try (ProductTrial trial = new ProductTrial(plan, queue.info(), queue.free())) {
      return queue.tuner().choose(key(plan, limits), variants, ProductTile::label, trial);
    }
  }

  /** The planner's tile, then others that the device may run. */
  static List<ProductTile> variants(MatmulPlan plan, DeviceInfo device, Limits limits) {
    boolean host = device.kind() == DeviceInfo.Kind.HOST;
    MatmulTile.Demand demand = ProductKernel.demand(plan);
    MatmulTile tile = MatmulTile.of(limits, host, device.computeUnits(), demand);
    if (!host) {
      List<ProductTile> tiles = new ArrayList<>(List.of(tile));
      tiles.addAll(tile.neighbours(limits, demand));
      return tiles;
    }
    if (!ProductKernel.hasOneWindow(plan)) {
      return List.of(tile);
    }
    List<ProductTile> panels = new ArrayList<>(List.of(PanelTile.of(plan.precision())));
    for (int[] sides : PANELS) {
      panels.add(PanelTile.of(plan.precision(), sides[0], sides[1]));
    }
    for (int[] sides : new int[][] {{6, 2}, {8, 2}}) {
      panels.add(PanelTile.of(plan.precision(), sides[0], sides[1]).widened());
    }
    return panels;
  }

  /**
   * Products of one key have one tile: extents within a factor of two, the same kernel.
   *
   * @param limits of a group
   */
  static String key(MatmulPlan plan, Limits limits) {
    MatmulShape shape = plan.shape();
    ReceiverNoise noise = plan.readout().noise();
    MatmulTile.Demand demand = ProductKernel.demand(plan);
    return String.format(
        Locale.ROOT,
        "product %s, %d x %d x %d, batch %d%s, group %d, sets %d of %d%s%s%s",
        plan.precision().name().toLowerCase(Locale.ROOT),
        ceiling(shape.rows()),
        ceiling(shape.columns()),
        ceiling(shape.inner()),
        ceiling(shape.batch()),
        shape.sharedRight() ? " shared" : "",
        limits.group(),
        demand.sets(),
        demand.slabs(),
        ProductKernel.hasOneWindow(plan) ? "" : ", windows",
        noise.isPresent() ? noise.counts() > 0 ? ", counted" : ", noise" : "",
        plan.readout().converter().isPresent() ? ", converter" : "");
  }

  /** The power of two that is not smaller. */
  private static int ceiling(int extent) {
    return extent <= 1 ? 1 : 2 * Integer.highestOneBit(extent - 1);
  }
}
