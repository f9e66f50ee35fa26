package org.lightpath.core.plan;

import java.util.Objects;
import org.lightpath.core.field.Precision;

/**
 * A batched product of real matrices as a photonic core computes it: operands go onto light, are
 * multiplied and summed there, detected with noise and converted.
 *
 * <pre>
 * a = encode(A/s_A), b = encode(B/s_B)                            once for each value
 * y_ij = Σ_{k in window} (g_k a_ik b_kj + u_k a_ik² + v_k b_kj²)    once for each readout
 * z_ij = convert(y_ij + noise)
 * C_ij = s_A s_B (gain_j Σ_windows z_ij + offset_j)
 * </pre>
 *
 * The product with {@link OperandEncoding#EXACT}, {@link InnerWeights#unit()} and {@link
 * Readout#EXACT} is C = A·B to rounding, for operands within their scales.
 *
 * @param shape extents
 * @param precision of storage and arithmetic
 * @param left encoding of A
 * @param right encoding of B
 * @param weights g, u, v
 * @param readout receiver, converter, correction
 */
public record MatmulPlan(
    MatmulShape shape,
    Precision precision,
    OperandEncoding left,
    OperandEncoding right,
    InnerWeights weights,
    Readout readout) {
  /**
   * Checks that the lists fit the extents.
   *
   * @throws IllegalArgumentException if one does not
   */
  public MatmulPlan {
    Objects.requireNonNull(precision);
    Objects.requireNonNull(left);
    Objects.requireNonNull(right);
    weights.requireFits(shape.inner());
    readout.correction().requireFits(shape.columns());
  }

  /** C = A·B without any effect. */
  public static MatmulPlan exact(MatmulShape shape, Precision precision) {
    return new MatmulPlan(
        shape,
        precision,
        OperandEncoding.EXACT,
        OperandEncoding.EXACT,
        InnerWeights.unit(),
        Readout.EXACT);
  }

  /** With another receiver. */
  public MatmulPlan withReadout(Readout other) {
    return new MatmulPlan(shape, precision, left, right, weights, other);
  }

  /** With other encodings. */
  public MatmulPlan withEncodings(OperandEncoding leftEncoding, OperandEncoding rightEncoding) {
    return new MatmulPlan(shape, precision, leftEncoding, rightEncoding, weights, readout);
  }

  /** Readouts of each output. */
  public int windows() {
    return readout.windows(shape.inner());
  }

  /** Whether a run needs the matrix V of the variance. */
  public boolean takesVariance() {
    ProductVariance product = readout.noise().product();
    return product != null && product.right() == ProductVariance.Right.GIVEN;
  }
}
