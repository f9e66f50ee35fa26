package org.lightpath.aparapi.internal;

import org.lightpath.core.engine.MatmulRun;

/** A kernel that computes matrix products as {@link ProductTables} say. */
abstract class ProductKernel extends DeviceKernel {
  /** Tables of the next runs; they are sent. */
  abstract void bindTables(ProductTables tables);

  /** Scratch memory of the next runs. */
  abstract void bindScratch(ProductScratch scratch);

  abstract void bindLeft(Reals data);

  abstract void bindRight(Reals data);

  abstract void bindVariance(Reals data);

  abstract void bindResult(Reals data);

  /** Scales and number of the draw. */
  abstract void draw(MatmulRun run);

  /** Sets the numbers of clipped values to zero with the next run. */
  abstract void clear();

  /** Clipped values of A, of B and of the readouts since they were cleared. */
  abstract int[] clips();
}
