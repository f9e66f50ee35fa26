package org.lightpath.photonic.mesh;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Singular value decomposition A = U Σ V† of a real or complex matrix of M × N, with U of M × M and
 * V of N × N unitary, min(M, N) singular values in falling order.
 *
 * <p>Golub and Kahan 1965: reflectors bring A to bidiagonal form, diagonal phases make that real,
 * and EJML diagonalises the real bidiagonal matrix. A real A has real U and V.
 */
public final class SingularValues {
  private final ComplexMatrix u;
  private final double[] values;
  private final ComplexMatrix v;

  private SingularValues(ComplexMatrix u, double[] values, ComplexMatrix v) {
    this.u = u;
    this.values = values;
    this.v = v;
  }

  /**
   * Decomposes a matrix.
   *
   * @throws IllegalArgumentException if an element is not finite
   * @throws ArithmeticException if the iteration of the bidiagonal matrix does not converge
   */
  public static SingularValues of(ComplexMatrix a) {
    if (!a.isFinite()) {
      throw new IllegalArgumentException(
          "matrix of %d × %d: expected finite numbers only".formatted(a.rows(), a.columns()));
    }
    if (a.rows() < a.columns()) {
      SingularValues adjoint = of(a.adjoint());
      return new SingularValues(adjoint.v, adjoint.values, adjoint.u);
    }
    Bidiagonal bidiagonal = new Bidiagonal(a);
    int n = a.columns();
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(n, n, true, true, false);
    if (!svd.decompose(bidiagonal.realForm())) {
      throw new ArithmeticException(
          "singular values of %d × %d: no convergence".formatted(a.rows(), n));
    }
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj w = svd.getW(null);
    DMatrixRMaj v = svd.getV(null, false);
    SingularOps_DDRM.descendingOrder(u, false, w, v, false);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = w.get(i, i);
    }
    return new SingularValues(bidiagonal.left(u), values, bidiagonal.right(v));
  }

  /** U, M × M. */
  public ComplexMatrix u() {
    return u;
  }

  /** Singular values in falling order, min(M, N) of them. */
  public double[] values() {
    return values.clone();
  }

  /** V, N × N. */
  public ComplexMatrix v() {
    return v;
  }
}
