package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.TransferFunction;

/**
 * One arbitrary H[k]/N in permuted order, the same for all modes.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class FilterTable<A> implements Linear<A> {
  private final Table<A> table;

  FilterTable(Elements<A> elements, Stages stages, TransferFunction transfer, Slabs<A> slabs) {
    this.table = slabs.take(2L * stages.samples());
    int[] frequencies = stages.frequencies();
    int lanes = stages.lanes();
    double size = stages.samples();
    for (int p = 0; p < frequencies.length; p++) {
      int o = table.offset() + p / lanes * stages.width() + p % lanes;
      elements.set(table.array(), o, transfer.re(frequencies[p]) / size);
      elements.set(table.array(), o + lanes, transfer.im(frequencies[p]) / size);
    }
  }

  @Override
  public Table<A> table(int operation, int mode) {
    return table;
  }

  @Override
  public boolean rebuilt() {
    return false;
  }

  @Override
  public void rebuild(int operation, int part, int parts) {}
}
