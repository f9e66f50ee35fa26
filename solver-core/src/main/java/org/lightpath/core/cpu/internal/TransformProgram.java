package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.plan.TransformPlan;

/**
 * A transform with bins in natural order: the permuted passes and one reordering copy, a row to a
 * worker.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class TransformProgram<A> extends CpuProgram<A> {
  private final Workshop<A> shop;
  private final boolean forward;
  private final int rows;
  private final int modes;
  private final int[] frequencies;
  private final List<Table<A>> work = new ArrayList<>();

  TransformProgram(TransformPlan plan, Workshop<A> shop) {
    this(plan, shop, takeRows(shop));
  }

  private TransformProgram(TransformPlan plan, Workshop<A> shop, List<Table<A>> work) {
    super(plan, shop.workers(), shop.ledger(), shop.slabs());
    this.shop = shop;
    this.forward = plan.direction() == TransformPlan.Direction.FORWARD;
    this.modes = plan.shape().modes();
    this.rows = plan.shape().batch() * modes;
    this.frequencies = shop.stages().frequencies();
    this.work.addAll(work);
  }

  private static <A> List<Table<A>> takeRows(Workshop<A> shop) {
    List<Table<A>> rows = new ArrayList<>();
    for (int i = 0; i < shop.workers().size(); i++) {
      rows.add(shop.slabs().take(2L * shop.stages().samples()));
    }
    return rows;
  }

  @Override
  void run(CpuField<A> field, int worker) {
    int end = first(rows, worker + 1, workers.size());
    for (int r = first(rows, worker, workers.size()); r < end; r++) {
      Table<A> row = field.row(r / modes, r % modes);
      Table<A> buffer = work.get(worker);
      int length = 2 * shop.stages().samples();
      if (forward) {
        shop.transform().forward(row.array(), row.offset());
        toNatural(row, buffer);
      } else {
        toPermuted(row, buffer);
        shop.transform().inverse(buffer.array(), buffer.offset());
        shop.kernels()
            .scale(
                buffer.array(),
                buffer.offset(),
                shop.stages().blocks(),
                1.0 / shop.stages().samples());
      }
      shop.elements().copy(buffer.array(), buffer.offset(), row.array(), row.offset(), length);
    }
  }

  private void toNatural(Table<A> row, Table<A> buffer) {
    for (int p = 0; p < frequencies.length; p++) {
      move(row, p, buffer, frequencies[p]);
    }
  }

  private void toPermuted(Table<A> row, Table<A> buffer) {
    for (int p = 0; p < frequencies.length; p++) {
      move(row, frequencies[p], buffer, p);
    }
  }

  private void move(Table<A> from, int fromPosition, Table<A> to, int toPosition) {
    Elements<A> elements = shop.elements();
    int lanes = shop.stages().lanes();
    int i = index(from, fromPosition);
    int o = index(to, toPosition);
    elements.set(to.array(), o, elements.get(from.array(), i));
    elements.set(to.array(), o + lanes, elements.get(from.array(), i + lanes));
  }

  private int index(Table<A> table, int position) {
    int lanes = shop.stages().lanes();
    return table.offset() + position / lanes * shop.stages().width() + position % lanes;
  }
}
