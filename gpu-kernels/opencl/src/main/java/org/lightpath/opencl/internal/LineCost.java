package org.lightpath.opencl.internal;

import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.Precision;

/**
 * What the pieces of the kernels cost a sample, as the {@code .cl} files say.
 *
 * <p>One way through a line of L samples in S stages: 5 log₂L flops in butterflies, 8 for the
 * factor of each stage but the last, and S − 1 exchanges that write and read each complex sample.
 */
final class LineCost {
  private static final double PRODUCT_FLOPS = 8;

  /** Product with H, by the definition of the operation, not by the instructions it takes. */
  static final double OPERATOR_FLOPS = 6;

  /** Product with a factor between columns and rows, there and back. */
  static final double FACTOR_FLOPS = 26;

  private static final double ROTATION_FLOPS = 38;

  /** Two more polynomials' terms in double precision: 5 terms each, 2 flops a term. */
  private static final double MORE_TERMS_FLOPS = 20;

  private LineCost() {}

  /** Flops of a sample, there and back. */
  static double flops(LinePlan line) {
    double butterflies = 5 * Math.log(line.length()) / Math.log(2);
    return 2 * (butterflies + PRODUCT_FLOPS * (line.radices().size() - 1));
  }

  /** Bytes of local memory of a sample, there and back [B]. */
  static double localBytes(LinePlan line, Precision precision) {
    return 2.0 * (line.radices().size() - 1) * 2 * precision.complexBytes();
  }

  /** Flops of a rotation, for a sample of one mode. */
  static double rotationFlops(Precision precision) {
    return ROTATION_FLOPS + (precision == Precision.DOUBLE ? MORE_TERMS_FLOPS : 0);
  }

  /** Building tables on the device before they are used: one launch each, written once. */
  static ProgramCost builds(SpectralTables tables) {
    long launches = 0;
    for (int from = 0; from < tables.operators(); from = tables.nextStretch(from)) {
      launches += tables.builds(from);
    }
    double bytes = (double) launches * tables.slotBytes();
    return new ProgramCost(launches, 0, bytes, 0, 0);
  }
}
