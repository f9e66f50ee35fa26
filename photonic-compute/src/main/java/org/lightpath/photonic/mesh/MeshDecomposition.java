package org.lightpath.photonic.mesh;

/**
 * Angles of a mesh that realises a given unitary matrix, in O(N³) operations: each interferometer
 * nulls one element, and only the two rows or columns it mixes are touched.
 *
 * <p>Rectangular: Clements et al., Optica 3, 1460 (2016), elements nulled along antidiagonals,
 * alternately from the right and from the left. Triangular: Reck et al., PRL 73, 58 (1994), row by
 * row from the bottom.
 */
public final class MeshDecomposition {
  /** Largest unitarity error that is accepted unless the caller says otherwise. */
  public static final double TOLERANCE = 1e-9;

  private MeshDecomposition() {}

  /** Rectangular mesh of a unitary matrix, with {@link #TOLERANCE}. */
  public static InterferometerMesh clements(ComplexMatrix unitary) {
    return of(MeshTopology.CLEMENTS, unitary, TOLERANCE);
  }

  /** Triangular mesh of a unitary matrix, with {@link #TOLERANCE}. */
  public static InterferometerMesh reck(ComplexMatrix unitary) {
    return of(MeshTopology.RECK, unitary, TOLERANCE);
  }

  /**
   * A mesh of a unitary matrix.
   *
   * <p>The unitarity error is {@code ‖R − diag(e^{j arg R_kk})‖_F / √N} with R what is left of the
   * matrix when everything below its diagonal has been nulled by exact unitary blocks: an upper
   * bound of the distance to the nearest unitary matrix, and the error that the mesh makes. It
   * costs no product of matrices.
   *
   * @param tolerance largest unitarity error accepted
   * @throws IllegalArgumentException if the matrix is not square, its unitarity error is larger, or
   *     the topology is not universal
   */
  public static InterferometerMesh of(
      MeshTopology topology, ComplexMatrix unitary, double tolerance) {
    unitary.requireShape(unitary.rows(), unitary.rows());
    MeshLayout layout = MeshLayout.of(topology, unitary.rows());
    Nulling nulling = new Nulling(unitary);
    switch (topology) {
      case CLEMENTS -> nulling.alongAntidiagonals();
      case RECK -> nulling.alongRows();
      case SINGLE_COLUMN ->
          throw new IllegalArgumentException(
              "decomposition: a %s mesh does not realise every unitary matrix, expected CLEMENTS or RECK"
                  .formatted(topology));
    }
    double error = nulling.remainder();
    if (!(error <= tolerance)) {
      throw new IllegalArgumentException(
          "decomposition: unitarity error %.2e of the %d × %d matrix, expected at most %.1e; decompose other matrices by their singular values"
              .formatted(error, unitary.rows(), unitary.rows(), tolerance));
    }
    return nulling.mesh(layout);
  }
}
