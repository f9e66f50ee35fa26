package org.lightpath.aparapi.internal;

import java.util.List;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.TransferFunction;
import org.lightpath.core.plan.TransformPlan;

/** Plans that are a handful of passes, each over so much of a batch as its shape says. */
final class SimplePlans {
  /** As many vectors keep a device busy, each with one work-item. */
  private static final int ENOUGH_VECTORS = 1024;

  private SimplePlans() {}

  static TableParts transform(TransformPlan plan, FieldShape shape) {
    Stages stages = new Stages(shape);
    boolean inverse = plan.direction() == TransformPlan.Direction.INVERSE;
    TableParts parts =
        new TableParts(plan.precision())
            .roots(stages.roots(plan.precision()))
            .scalars(inverse ? 1.0 / shape.samples() : 1);
    stages.append(parts.passes(), 0, inverse, Pass.NO_TABLE, 0);
    boolean odd = stages.count() % 2 == 1;
    if (odd || inverse) {
      parts
          .passes()
          .add(
              new Pass(
                      Pass.SCALE,
                      odd ? Pass.BACK : Pass.IN_PLACE,
                      Math.toIntExact(shape.elements()))
                  .extents(shape.samples(), shape.modes()));
    }
    return parts;
  }

  static TableParts filter(SpectralFilterPlan plan, FieldShape shape) {
    Stages stages = new Stages(shape);
    int n = shape.samples();
    Reals table = Reals.allocate(plan.precision(), 2L * n);
    TransferFunction h = plan.transfer();
    for (int k = 0; k < n; k++) {
      table.set(2 * k, h.re(k) / n);
      table.set(2 * k + 1, h.im(k) / n);
    }
    TableParts parts =
        new TableParts(plan.precision()).roots(stages.roots(plan.precision())).tables(table);
    appendLinear(parts.passes(), stages, shape, 0, 0);
    return parts;
  }

  /** Transform, times H / N, and back; of one sample the product alone. */
  static void appendLinear(
      List<Pass> passes, Stages stages, FieldShape shape, int table, int stride) {
    if (stages.count() == 0) {
      passes.add(
          new Pass(Pass.SCALE, Pass.IN_PLACE, Math.toIntExact(shape.elements()))
              .extents(shape.samples(), shape.modes())
              .table(table, stride));
      return;
    }
    stages.append(passes, 0, false, Pass.NO_TABLE, 0);
    stages.append(passes, stages.count(), true, table, stride);
  }

  static TableParts amplify(GainNoisePlan plan, FieldShape shape) {
    long[] seeds = new long[plan.seeds().size()];
    for (int b = 0; b < seeds.length; b++) {
      seeds[b] = plan.seeds().seed(b);
    }
    TableParts parts =
        new TableParts(plan.precision())
            .scalars(plan.amplitudeGain(), plan.noiseDeviation())
            .seeds(seeds);
    parts
        .passes()
        .add(
            new Pass(Pass.AMPLIFY, Pass.IN_PLACE, Math.toIntExact(shape.elements()))
                .extents(shape.samples(), shape.modes())
                .scalar(0)
                .set(10, 1)
                .set(11, seeds.length == 1 ? 0 : 1)
                .set(12, plan.stream()));
    return parts;
  }

  /** A launch for each column, or one for all where there are many vectors. */
  static TableParts mesh(MeshPlan plan) {
    MeshColumns mesh = plan.mesh();
    FieldShape shape = plan.shape();
    int chip = mesh.columns() * mesh.pairs() * MeshColumns.BLOCK + 2 * mesh.modes();
    int stride = mesh.chips() == 1 ? 0 : chip;
    TableParts parts = new TableParts(plan.precision()).tables(blocks(plan, chip));
    int vectors = Math.multiplyExact(shape.batch(), shape.samples());
    if (vectors >= ENOUGH_VECTORS) {
      parts
          .passes()
          .add(
              new Pass(Pass.MESH, Pass.IN_PLACE, vectors)
                  .extents(shape.samples(), shape.modes())
                  .table(0, stride)
                  .set(4, mesh.columns())
                  .set(5, Pass.INTS));
      return parts.appendix(firsts(mesh));
    }
    for (int c = 0; c < mesh.columns(); c++) {
      int places = (mesh.modes() - mesh.first(c)) / 2;
      if (places > 0) {
        parts
            .passes()
            .add(
                new Pass(Pass.COLUMN, Pass.IN_PLACE, vectors * places)
                    .extents(shape.samples(), shape.modes())
                    .table(c * mesh.pairs() * MeshColumns.BLOCK, stride)
                    .set(4, places)
                    .set(5, mesh.first(c)));
      }
    }
    parts
        .passes()
        .add(
            new Pass(Pass.COLUMN, Pass.IN_PLACE, vectors * mesh.modes())
                .extents(shape.samples(), shape.modes())
                .table(chip - 2 * mesh.modes(), stride)
                .set(4, mesh.modes())
                .set(5, -1));
    return parts;
  }

  private static int[] firsts(MeshColumns mesh) {
    int[] firsts = new int[mesh.columns()];
    for (int c = 0; c < firsts.length; c++) {
      firsts[c] = mesh.first(c);
    }
    return firsts;
  }

  /** Blocks of each chip, then its screen. */
  private static Reals blocks(MeshPlan plan, int chip) {
    MeshColumns mesh = plan.mesh();
    Reals table = Reals.allocate(plan.precision(), (long) mesh.chips() * chip);
    int at = 0;
    for (int k = 0; k < mesh.chips(); k++) {
      for (int c = 0; c < mesh.columns(); c++) {
        for (int pair = 0; pair < mesh.pairs(); pair++) {
          for (int i = 0; i < MeshColumns.BLOCK; i++) {
            table.set(at++, mesh.block(k, c, pair, i));
          }
        }
      }
      for (int mode = 0; mode < mesh.modes(); mode++) {
        table.set(at++, mesh.screenRe(k, mode));
        table.set(at++, mesh.screenIm(k, mode));
      }
    }
    return table;
  }
}
