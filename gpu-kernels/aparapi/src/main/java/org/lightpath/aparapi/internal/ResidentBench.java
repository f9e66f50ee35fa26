package org.lightpath.aparapi.internal;

import com.aparapi.device.OpenCLDevice;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

/**
 * Fields in local memory: all passes of a plan are one launch, with a work-group for each field.
 */
final class ResidentBench extends FieldBench {
  private static final int GROUP = 64;

  /** What the smallest GPUs have for a group. PoCL reports more and checks nothing. */
  private static final long LOCAL_BYTES = 32 << 10;

  private ResidentBench(
      EngineLedger ledger, FieldKernel kernel, OpenCLDevice device, Precision precision) {
    super(ledger, kernel, new Launcher(kernel, device, GROUP), precision);
  }

  static ResidentBench open(EngineLedger ledger, OpenCLDevice device, Precision precision) {
    FieldKernel kernel =
        precision == Precision.SINGLE ? new SingleResidentKernel() : new DoubleResidentKernel();
    return new ResidentBench(ledger, kernel, device, precision);
  }

  /** Whether a field and a copy of it fit the local memory of a device. */
  static boolean fits(FieldShape shape, Precision precision, OpenCLDevice device) {
    long bytes = 2L * shape.modes() * shape.samples() * precision.complexBytes();
    return shape.samples() > 1 && bytes <= Math.min(LOCAL_BYTES, device.getLocalMemSize());
  }

  @Override
  void reserve(FieldShape shape) {}

  @Override
  void launch(Extent extent, int first, int passes) {
    FieldShape shape = extent.shape();
    int numbers = 4 * shape.modes() * shape.samples();
    if (scratchLength() != numbers) {
      scratch(numbers);
    }
    kernel().begin(first, first + passes);
    launcher().launch(shape.batch() * GROUP, GROUP, 1);
  }

  @Override
  FieldShape covered(FieldShape shape) {
    return new FieldShape(1, shape.modes(), shape.samples());
  }

  @Override
  FieldTables build(TableParts parts, FieldShape shape) {
    return parts.resident(shape.modes() * shape.samples()).build();
  }
}
