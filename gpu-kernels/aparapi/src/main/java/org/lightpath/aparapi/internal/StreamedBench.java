package org.lightpath.aparapi.internal;

import com.aparapi.device.OpenCLDevice;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/** Fields in global memory: each pass is a launch that reads and writes the whole batch. */
final class StreamedBench extends FieldBench {
  /** PoCL compiles a kernel anew for each size of a group. */
  private static final int GROUP = 64;

  private static final int MOST_ITEMS = 1 << 20;

  private StreamedBench(
      EngineLedger ledger, FieldKernel kernel, OpenCLDevice device, Precision precision) {
    super(ledger, kernel, new Launcher(kernel, device, GROUP), precision);
  }

  static StreamedBench open(EngineLedger ledger, OpenCLDevice device, Precision precision) {
    FieldKernel kernel =
        precision == Precision.SINGLE ? new SingleFieldKernel() : new DoubleFieldKernel();
    return new StreamedBench(ledger, kernel, device, precision);
  }

  @Override
  void reserve(FieldShape shape) {
    if (scratchLength() < 2 * shape.elements()) {
      scratch(2 * shape.elements());
    }
  }

  @Override
  void launch(Extent extent, int first, int passes) {
    kernel().begin(first, first + passes);
    int items = Math.min(MOST_ITEMS, (extent.items() + GROUP - 1) / GROUP * GROUP);
    launcher().launch(items, GROUP, passes);
  }

  @Override
  FieldShape covered(FieldShape shape) {
    return shape;
  }

  @Override
  FieldTables build(TableParts parts, FieldShape shape) {
    return parts.build();
  }
}
