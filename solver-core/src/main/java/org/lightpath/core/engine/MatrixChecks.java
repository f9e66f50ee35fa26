package org.lightpath.core.engine;

import java.util.function.Predicate;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;

/** Refusals that all engines share where they work on matrices. */
public final class MatrixChecks {
  private MatrixChecks() {}

  /**
   * Refuses host matrices that differ from device matrices in shape or precision.
   *
   * @throws IllegalArgumentException if they do
   */
  public static void requireSame(DeviceMatrix device, RealMatrix host) {
    if (!host.shape().equals(device.shape()) || host.precision() != device.precision()) {
      throw new IllegalArgumentException(
          "expected a host matrix of %s %s, got %s %s"
              .formatted(device.shape(), device.precision(), host.shape(), host.precision()));
    }
  }

  /**
   * Refuses operands that a product cannot run on.
   *
   * @param own whether a matrix is of the program's engine
   * @throws IllegalArgumentException if one is not, its shape or precision differ from the plan's,
   *     the result is also an operand, or the operand of the variance is missing or given in vain
   */
  public static void requireFits(
      MatmulPlan plan, MatmulOperands operands, Predicate<DeviceMatrix> own) {
    Precision precision = plan.precision();
    require("A", operands.left(), plan.shape().left(), precision, own);
    require("B", operands.right(), plan.shape().right(), precision, own);
    require("C", operands.result(), plan.shape().result(), precision, own);
    DeviceMatrix variance = operands.variance();
    if (plan.takesVariance() != (variance != null)) {
      throw new IllegalArgumentException(
          plan.takesVariance()
              ? "product: the receiver's variance takes a matrix V, none is given"
              : "product: a matrix V is given, but the receiver's variance takes none");
    }
    if (variance != null) {
      require("V", variance, plan.shape().right(), precision, own);
    }
    requireSeparateResult(operands);
  }

  @SuppressWarnings("ReferenceEquality") // the same memory, not equal numbers
  private static void requireSeparateResult(MatmulOperands operands) {
    if (operands.result() == operands.left()
        || operands.result() == operands.right()
        || operands.result() == operands.variance()) {
      throw new IllegalArgumentException(
          "product: C is also an operand; it needs memory of its own");
    }
  }

  private static void require(
      String name,
      DeviceMatrix matrix,
      MatrixShape shape,
      Precision precision,
      Predicate<DeviceMatrix> own) {
    if (!own.test(matrix) || !matrix.shape().equals(shape) || matrix.precision() != precision) {
      throw new IllegalArgumentException(
          "product: %s must be a matrix of this engine, %s %s, got %s of %s %s"
              .formatted(
                  name,
                  shape,
                  precision,
                  matrix.getClass().getSimpleName(),
                  matrix.shape(),
                  matrix.precision()));
    }
  }
}
