package org.lightpath.photonic.mesh;

/**
 * Any real or complex matrix on interferometers: {@code W = w U Σ' V†} with a mesh for V† (N modes,
 * met first), one attenuator for each singular value, a mesh for U (M modes), and a digital scale
 * w, the largest singular value (Miller, Photon. Res. 1, 1, 2013).
 *
 * <p>For M ≠ N only the first min(M, N) outputs of the mesh V† go on, through the attenuators, into
 * the first inputs of the mesh U; the rest of its inputs is dark.
 *
 * <p>An attenuator is an interferometer whose upper input and upper output are used, set to {@code
 * sin(θ/2) = σ_i/σ_max} and φ = −θ/2 − π/2, so that its amplitude is real and positive. They form a
 * {@link MeshTopology#SINGLE_COLUMN} mesh, attenuator i on the modes 2i and 2i + 1.
 *
 * @param input mesh of V†
 * @param attenuators column of attenuators
 * @param output mesh of U
 * @param scale w = σ_max; 0 for the zero matrix
 */
public record SingularValueCore(
    InterferometerMesh input,
    InterferometerMesh attenuators,
    InterferometerMesh output,
    double scale) {
  /** Meshes of a core on a chip, the stride of their numbers in {@link MeshChip}. */
  private static final int MESHES = 3;

  /**
   * Decomposes a matrix of M × N.
   *
   * @param topology of the two meshes, CLEMENTS or RECK
   * @throws IllegalArgumentException if an element is not finite
   */
  public static SingularValueCore of(ComplexMatrix matrix, MeshTopology topology) {
    SingularValues svd = SingularValues.of(matrix);
    double[] values = svd.values();
    double scale = values[0];
    double tolerance = MeshDecomposition.TOLERANCE;
    return new SingularValueCore(
        MeshDecomposition.of(topology, svd.v().adjoint(), tolerance),
        attenuators(values, scale),
        MeshDecomposition.of(topology, svd.u(), tolerance),
        scale);
  }

  private static InterferometerMesh attenuators(double[] values, double scale) {
    double[] theta = new double[values.length];
    double[] phi = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      theta[i] = scale == 0 ? 0 : 2 * Math.asin(Math.min(1, values[i] / scale));
      phi[i] = -theta[i] / 2 - Math.PI / 2;
    }
    MeshLayout column = MeshLayout.of(MeshTopology.SINGLE_COLUMN, 2 * values.length);
    return new InterferometerMesh(column, theta, phi, new double[2 * values.length]);
  }

  /** Without any imperfection. */
  public RealisedCore ideal() {
    return new RealisedCore(input.ideal(), attenuators.ideal(), output.ideal(), scale);
  }

  /**
   * On a chip.
   *
   * @param technology how imperfect its three meshes are
   * @param chipSeed which chip
   * @param core which core of the chip; its meshes have the numbers 3 core, 3 core + 1 and 3 core +
   *     2
   */
  public RealisedCore realise(MeshImperfections technology, long chipSeed, int core) {
    return new RealisedCore(
        technology.fabricate(input.layout(), chipSeed, MESHES * core).realise(input),
        technology
            .fabricate(attenuators.layout(), chipSeed, MESHES * core + 1)
            .realise(attenuators),
        technology.fabricate(output.layout(), chipSeed, MESHES * core + 2).realise(output),
        scale);
  }
}
