package org.lightpath.cloud.fidelity;

import java.util.Objects;

/**
 * How the full scales of both operands are chosen. Digital: values are divided before, the result
 * is multiplied after.
 *
 * @param left of A
 * @param right of B
 */
public record Scaling(Mode left, Mode right) {
  /** One full scale for each operand. */
  public static final Scaling TENSOR = new Scaling(Mode.TENSOR, Mode.TENSOR);

  /** Each row of A and each column of B by its own full scale. */
  public static final Scaling ROW = new Scaling(Mode.ROW, Mode.ROW);

  /** What shares a full scale. */
  public enum Mode {
    /** The whole operand. */
    TENSOR,
    /** Each row of A, each column of B: one vector of K values each. */
    ROW
  }

  /** Checks that nothing is missing. */
  public Scaling {
    Objects.requireNonNull(left);
    Objects.requireNonNull(right);
  }
}
