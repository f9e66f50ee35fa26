package org.lightpath.core.cpu.internal;

import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.MatmulOperands;

/**
 * Arrays of the matrices of a run: one object for all runs of a program.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class MatmulOperandArrays<A> {
  private final A none;
  private A left;
  private A right;
  private A variance;
  private A result;

  MatmulOperandArrays(A none) {
    this.none = none;
    this.left = none;
    this.right = none;
    this.variance = none;
    this.result = none;
  }

  /** Takes the arrays of a run, which has been checked. */
  void take(MatmulOperands operands) {
    left = values(operands.left());
    right = values(operands.right());
    variance = values(operands.variance());
    result = values(operands.result());
  }

  /** Lets them go. */
  void clear() {
    left = none;
    right = none;
    variance = none;
    result = none;
  }

  @SuppressWarnings("unchecked") // the array type follows from the precision, which is compared
  private A values(@Nullable DeviceMatrix matrix) {
    return matrix == null ? none : ((CpuMatrix<A>) matrix).values();
  }

  /** A. */
  A left() {
    return left;
  }

  /** B. */
  A right() {
    return right;
  }

  /** V, or nothing where the plan takes none. */
  A variance() {
    return variance;
  }

  /** C. */
  A result() {
    return result;
  }
}
