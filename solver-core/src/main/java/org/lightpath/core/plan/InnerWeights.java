package org.lightpath.core.plan;

import java.util.Arrays;

/**
 * What differs between the terms k of a sum: couplers, wavelengths, time slots.
 *
 * <p>y_ij = Σ_k g_k a_ik b_kj + Σ_k u_k a_ik² + Σ_k v_k b_kj². A 50:50 coupler has g = 1, u = v =
 * 0; a coupler of power coupling κ has g = 2√(κ(1−κ)) and leaks (2κ − 1)/2 of the squares.
 */
public final class InnerWeights {
  private static final InnerWeights UNIT =
      new InnerWeights(new double[] {1}, new double[] {0}, new double[] {0});

  private final double[] product;
  private final double[] left;
  private final double[] right;

  private InnerWeights(double[] product, double[] left, double[] right) {
    this.product = product;
    this.left = left;
    this.right = right;
  }

  /** Ideal couplers: g = 1, u = v = 0. */
  public static InnerWeights unit() {
    return UNIT;
  }

  /**
   * Weights.
   *
   * @param product g_k: one value for all k, or K values
   * @param left u_k: one or K values
   * @param right v_k: one or K values
   * @throws IllegalArgumentException if a list is empty or a number is not finite
   */
  public static InnerWeights of(double[] product, double[] left, double[] right) {
    for (double[] list : new double[][] {product, left, right}) {
      if (list.length == 0 || !Arrays.stream(list).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "inner weights: expected one or K finite numbers, got " + Arrays.toString(list));
      }
    }
    return new InnerWeights(product.clone(), left.clone(), right.clone());
  }

  /** g_k. */
  public double product(int k) {
    return product[product.length == 1 ? 0 : k];
  }

  /** u_k. */
  public double left(int k) {
    return left[left.length == 1 ? 0 : k];
  }

  /** v_k. */
  public double right(int k) {
    return right[right.length == 1 ? 0 : k];
  }

  /** Whether all g_k are one. */
  public boolean isUnitProduct() {
    return Arrays.stream(product).allMatch(g -> g == 1);
  }

  /** Whether the squares of A leak into the sum. */
  public boolean leaksLeft() {
    return Arrays.stream(left).anyMatch(u -> u != 0);
  }

  /** Whether the squares of B leak into the sum. */
  public boolean leaksRight() {
    return Arrays.stream(right).anyMatch(v -> v != 0);
  }

  /**
   * Refuses lists that are neither one nor K long.
   *
   * @throws IllegalArgumentException if one is
   */
  void requireFits(int inner) {
    for (double[] list : new double[][] {product, left, right}) {
      if (list.length != 1 && list.length != inner) {
        throw new IllegalArgumentException(
            "inner weights: a list has %d values, expected 1 or K = %d"
                .formatted(list.length, inner));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InnerWeights that
        && Arrays.equals(product, that.product)
        && Arrays.equals(left, that.left)
        && Arrays.equals(right, that.right);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(product) + 31 * Arrays.hashCode(left) + 961 * Arrays.hashCode(right);
  }
}
