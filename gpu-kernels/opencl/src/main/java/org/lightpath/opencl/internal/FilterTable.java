package org.lightpath.opencl.internal;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.TransferFunction;

/** One arbitrary H[k]/N, the same for all modes. */
final class FilterTable implements SpectralTables {
  private final DeviceBuffer buffer;

  FilterTable(
      Workbench bench, Precision precision, SpectralOrder order, TransferFunction transfer) {
    HostTable table = new HostTable(precision, order.count());
    double samples = order.count();
    for (int i = 0; i < order.count(); i++) {
      int k = order.bin(i);
      table.put(i, transfer.re(k) / samples, transfer.im(k) / samples);
    }
    this.buffer = bench.table(table);
  }

  @Override
  public DeviceBuffer buffer() {
    return buffer;
  }

  @Override
  public long slotBytes() {
    return buffer.bytes();
  }

  @Override
  public int rows() {
    return 1;
  }

  @Override
  public int operators() {
    return 1;
  }

  @Override
  public int slot(int operator) {
    return 0;
  }

  @Override
  public int changes() {
    return 0;
  }

  @Override
  public int nextStretch(int operator) {
    return 1;
  }

  @Override
  public void prepare(int operator) {}
}
