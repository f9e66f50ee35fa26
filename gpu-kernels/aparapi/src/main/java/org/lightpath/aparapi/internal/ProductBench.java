package org.lightpath.aparapi.internal;

import com.aparapi.device.OpenCLDevice;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.Precision;

/** The kernel for products, compiled, with the matrices and tables that its device memory holds. */
final class ProductBench implements AutoCloseable {
  private static final int GROUP = 64;
  private static final int MOST_ITEMS = 1 << 20;
  private static final int PASSES = 4;

  private final ProductKernel kernel;
  private final Launcher launcher;
  private final Slot slot;
  private final Operand left;
  private final Operand right;
  private final Operand variance;
  private final Mirror nothing;
  private @Nullable Mirror result;
  private @Nullable ProductTables tables;

  /**
   * Matrices of a run.
   *
   * @param variance V, or null
   */
  record Matrices(Mirror left, Mirror right, @Nullable Mirror variance, Mirror result) {}

  ProductBench(ProductKernel kernel, OpenCLDevice device, Precision precision) {
    this.kernel = kernel;
    this.launcher = new Launcher(kernel, device, GROUP);
    this.slot = launcher::fetch;
    this.left = new Operand(kernel, kernel::bindLeft);
    this.right = new Operand(kernel, kernel::bindRight);
    this.variance = new Operand(kernel, kernel::bindVariance);
    this.nothing = new Mirror(precision, 1);
  }

  /**
   * Computes a product.
   *
   * @return clipped values of A, of B and of the readouts
   */
  @SuppressWarnings("ReferenceEquality") // the arrays and tables themselves
  int[] run(Matrices m, ProductTables with, ProductScratch scratch, MatmulRun run) {
    if (result != null && result != m.result && result.isNewestIn(slot)) {
      result.bringBack();
    }
    left.attach(m.left);
    right.attach(m.right);
    variance.attach(m.variance == null ? nothing : m.variance);
    if (result != m.result) {
      m.result.bringBack();
      kernel.bindResult(m.result.data());
      result = m.result;
    }
    if (tables != with) {
      kernel.bindTables(with);
      kernel.bindScratch(scratch);
      tables = with;
    }
    kernel.draw(run);
    kernel.clear();
    int items = Math.min(MOST_ITEMS, (with.most() + GROUP - 1) / GROUP * GROUP);
    launcher.launch(items, GROUP, PASSES);
    m.result.written(slot);
    return kernel.clips();
  }

  @Override
  public void close() {
    launcher.close();
  }
}
