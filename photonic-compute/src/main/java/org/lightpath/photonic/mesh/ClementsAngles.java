package org.lightpath.photonic.mesh;

/**
 * Settings of a mesh in the convention of Clements et al. 2016, whose block is
 *
 * <pre>
 *   T_C(θ_C, φ_C) = [[e^{jφ_C} cos θ_C, −sin θ_C], [e^{jφ_C} sin θ_C, cos θ_C]]
 * </pre>
 *
 * <p>The blocks of both conventions differ by a phase common to their two modes: {@code T(θ, φ) =
 * e^{j(θ/2 − π/2)} T_C(π/2 − θ/2, φ + π)}. Phases that do not cancel within a block go forward to
 * the φ of the next column and at last to the output screen, so both describe the same matrix
 * exactly.
 */
public final class ClementsAngles {
  private final MeshLayout layout;
  private final double[] theta;
  private final double[] phi;
  private final double[] output;

  /**
   * Settings of given angles.
   *
   * @param theta θ_C of each interferometer [rad]
   * @param phi φ_C of each interferometer [rad]
   * @param output phase of each mode behind the mesh [rad]
   */
  public ClementsAngles(MeshLayout layout, double[] theta, double[] phi, double[] output) {
    Phases.require("theta", theta, layout.size());
    Phases.require("phi", phi, layout.size());
    Phases.require("output phases", output, layout.modes());
    this.layout = layout;
    this.theta = theta.clone();
    this.phi = phi.clone();
    this.output = output.clone();
  }

  /** The settings in this convention of a mesh in ours. */
  public static ClementsAngles of(InterferometerMesh mesh) {
    MeshLayout layout = mesh.layout();
    double[] theta = new double[layout.size()];
    double[] phi = new double[layout.size()];
    double[] carried = new double[layout.modes()];
    layout.forEach(
        (index, column, mode) -> {
          theta[index] = Math.PI / 2 - mesh.theta(index) / 2;
          phi[index] = Phases.wrap(mesh.phi(index) + Math.PI + carried[mode] - carried[mode + 1]);
          carry(carried, mode, mesh.theta(index) / 2 - Math.PI / 2);
        });
    return new ClementsAngles(layout, theta, phi, sum(mesh.outputs(), carried));
  }

  /** The same matrix in our convention. */
  public InterferometerMesh toMesh() {
    double[] meshTheta = new double[layout.size()];
    double[] meshPhi = new double[layout.size()];
    double[] carried = new double[layout.modes()];
    layout.forEach(
        (index, column, mode) -> {
          meshTheta[index] = Math.PI - 2 * theta[index];
          meshPhi[index] = phi[index] - Math.PI + carried[mode] - carried[mode + 1];
          carry(carried, mode, Math.PI / 2 - meshTheta[index] / 2);
        });
    return new InterferometerMesh(layout, meshTheta, meshPhi, sum(output, carried));
  }

  /**
   * T diag(e^{jx}, e^{jy}) = e^{jy} T with φ + x − y: both modes go on with y and the block's
   * phase.
   */
  private static void carry(double[] carried, int mode, double common) {
    double phase = Phases.wrap(carried[mode + 1] + common);
    carried[mode] = phase;
    carried[mode + 1] = phase;
  }

  private static double[] sum(double[] output, double[] carried) {
    double[] total = new double[output.length];
    for (int mode = 0; mode < total.length; mode++) {
      total[mode] = Phases.wrap(output[mode] + carried[mode]);
    }
    return total;
  }

  /** Places of the interferometers. */
  public MeshLayout layout() {
    return layout;
  }

  /** θ_C of all interferometers [rad], as a copy. */
  public double[] thetas() {
    return theta.clone();
  }

  /** φ_C of all interferometers [rad], as a copy. */
  public double[] phis() {
    return phi.clone();
  }

  /** Phases behind the mesh [rad], as a copy. */
  public double[] outputs() {
    return output.clone();
  }
}
