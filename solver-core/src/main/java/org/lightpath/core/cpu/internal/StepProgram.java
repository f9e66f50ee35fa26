package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.plan.FieldPlan;

/**
 * D N D N … D on a batch: linear operators with nonlinear rotations between them.
 *
 * <p>Per step a row is read and written twice: column work (inverse column stages, rotation,
 * forward column stages, chunk by chunk) and inner work (the other stages, times H, and back).
 *
 * <p>Fields that fit the second-level cache go one to a worker, through all steps; other fields are
 * split, columns by chunk and sub-transforms by number, with two barriers a step. The arithmetic of
 * a sample does not depend on the split, so the bytes of the result do not either.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class StepProgram<A> extends CpuProgram<A> {
  private static final long CACHE_BYTES = 1L << 20;
  private static final int FEWEST_TO_SPLIT = 4096;

  private final Stages stages;
  private final Transform<A> transform;
  private final Kernels<A> kernels;
  private final Linear<A> linear;
  private final Rotation rotation;
  private final double amplitude;
  private final int modes;
  private final int batch;
  private final int alone;
  private final List<Table<A>> scratch = new ArrayList<>();

  StepProgram(
      FieldPlan plan, Workshop<A> shop, Linear<A> linear, Rotation rotation, double amplitude) {
    super(plan, shop.workers(), shop.ledger(), shop.slabs());
    this.stages = shop.stages();
    this.transform = shop.transform();
    this.kernels = shop.kernels();
    this.linear = linear;
    this.rotation = rotation;
    this.amplitude = amplitude;
    this.modes = plan.shape().modes();
    this.batch = plan.shape().batch();
    this.alone = alone();
    scratch.addAll(shop.scratch());
  }

  /** Fields that are not split. */
  private int alone() {
    if (linear.rebuilt()) {
      return 0;
    }
    long samples = (long) modes * stages.samples();
    if (workers.size() == 1 || samples < FEWEST_TO_SPLIT) {
      return batch;
    }
    boolean fits = 2 * samples * plan().precision().realBytes() <= CACHE_BYTES;
    return fits ? batch / workers.size() * workers.size() : 0;
  }

  @Override
  void run(CpuField<A> field, int worker) {
    int size = workers.size();
    int end = first(alone, worker + 1, size);
    for (int f = first(alone, worker, size); f < end; f++) {
      run(field, f, f + 1, worker, 0, 1);
    }
    if (linear.rebuilt()) {
      run(field, alone, batch, worker, worker, size);
    } else {
      for (int f = alone; f < batch; f++) {
        run(field, f, f + 1, worker, worker, size);
      }
    }
  }

  /** All steps of some fields; a worker does one part of each. */
  private void run(CpuField<A> field, int from, int to, int worker, int part, int parts) {
    for (int f = from; f < to; f++) {
      begin(field, f, part, parts);
    }
    linear.rebuild(0, part, parts);
    meet(parts);
    for (int step = 0; step <= rotation.count(); step++) {
      for (int f = from; f < to; f++) {
        inner(field, f, step, part, parts);
      }
      meet(parts);
      if (step < rotation.count()) {
        for (int f = from; f < to; f++) {
          rotate(field, f, step, worker, part, parts);
        }
        linear.rebuild(step + 1, part, parts);
        meet(parts);
      }
    }
    for (int f = from; f < to; f++) {
      end(field, f, part, parts);
    }
  }

  private void meet(int parts) {
    if (parts > 1) {
      workers.barrier();
    }
  }

  private int chunks() {
    return (stages.columns() + transform.chunk() - 1) / transform.chunk();
  }

  private int column(int part, int parts) {
    return Math.min(stages.columns(), first(chunks(), part, parts) * transform.chunk());
  }

  private void begin(CpuField<A> field, int f, int part, int parts) {
    int from = column(part, parts);
    int count = column(part + 1, parts) - from;
    for (int mode = 0; mode < modes; mode++) {
      Table<A> row = field.row(f, mode);
      transform.firstColumns(row.array(), row.offset(), from, count);
    }
  }

  private void end(CpuField<A> field, int f, int part, int parts) {
    int from = column(part, parts);
    int count = column(part + 1, parts) - from;
    for (int mode = 0; mode < modes; mode++) {
      Table<A> row = field.row(f, mode);
      transform.lastColumns(row.array(), row.offset(), from, count);
      if (amplitude != 1) {
        for (int r = 0; r < stages.rows(); r++) {
          int o = row.offset() + (r * stages.columns() + from) * stages.width();
          kernels.scale(row.array(), o, count, amplitude);
        }
      }
    }
  }

  private void inner(CpuField<A> field, int f, int step, int part, int parts) {
    int units = modes * stages.rows();
    int end = first(units, part + 1, parts);
    for (int unit = first(units, part, parts); unit < end; unit++) {
      int mode = unit / stages.rows();
      Table<A> row = field.row(f, mode);
      transform.inner(unit % stages.rows(), row.array(), row.offset(), linear.table(step, mode));
    }
  }

  private void rotate(CpuField<A> field, int f, int step, int worker, int part, int parts) {
    double high = rotation.high(f, step);
    double low = rotation.low(f, step);
    int end = column(part + 1, parts);
    Table<A> buffer = scratch.get(worker);
    for (int from = column(part, parts); from < end; from += transform.chunk()) {
      int count = Math.min(transform.chunk(), end - from);
      if (stages.fused()) {
        Table<A> row = field.row(f, 0);
        transform.rotateColumns(row.array(), row.offset(), from, count, high, low);
      } else if (rotation.common() && modes == 2) {
        rotateTogether(field, f, from, count, buffer, high, low);
      } else {
        rotateApart(field, f, from, count, buffer, high, low);
      }
    }
  }

  private void rotateApart(
      CpuField<A> field, int f, int from, int count, Table<A> buffer, double high, double low) {
    A b = buffer.array();
    int bo = buffer.offset();
    for (int mode = 0; mode < modes; mode++) {
      Table<A> row = field.row(f, mode);
      transform.gather(row.array(), row.offset(), from, count, b, bo);
      kernels.rotateOne(b, bo, stages.rows() * count, high, low);
      transform.scatter(b, bo, row.array(), row.offset(), from, count);
    }
  }

  private void rotateTogether(
      CpuField<A> field, int f, int from, int count, Table<A> buffer, double high, double low) {
    A b = buffer.array();
    int xo = buffer.offset();
    int yo = xo + transform.scratchLength();
    Table<A> x = field.row(f, 0);
    Table<A> y = field.row(f, 1);
    transform.gather(x.array(), x.offset(), from, count, b, xo);
    transform.gather(y.array(), y.offset(), from, count, b, yo);
    kernels.rotateTwo(b, xo, yo, stages.rows() * count, high, low);
    transform.scatter(b, xo, x.array(), x.offset(), from, count);
    transform.scatter(b, yo, y.array(), y.offset(), from, count);
  }
}
