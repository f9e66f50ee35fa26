package org.lightpath.photonic.mesh;

import java.util.Arrays;

/**
 * A mesh of interferometers as designed: its layout, the angles θ and φ of every interferometer in
 * the convention of {@link Interferometer}, and the phases of the screen behind it.
 *
 * <p>{@code U = diag(e^{jα}) C_last … C_1 C_0} with C_c the interferometers of column c. Angles are
 * kept in [0, 2π), where heaters are driven. Immutable.
 */
public final class InterferometerMesh {
  private final MeshLayout layout;
  private final double[] theta;
  private final double[] phi;
  private final double[] output;

  /**
   * A mesh of given angles, wrapped to [0, 2π).
   *
   * @param theta θ of each interferometer [rad]
   * @param phi φ of each interferometer [rad]
   * @param output α of each mode [rad]
   * @throws IllegalArgumentException if a number of angles does not fit the layout, or one is not
   *     finite
   */
  public InterferometerMesh(MeshLayout layout, double[] theta, double[] phi, double[] output) {
    Phases.require("theta", theta, layout.size());
    Phases.require("phi", phi, layout.size());
    Phases.require("output phases", output, layout.modes());
    this.layout = layout;
    this.theta = Phases.wrap(theta);
    this.phi = Phases.wrap(phi);
    this.output = Phases.wrap(output);
  }

  /** Places of the interferometers. */
  public MeshLayout layout() {
    return layout;
  }

  /** θ of an interferometer [rad], in [0, 2π). */
  public double theta(int index) {
    return theta[index];
  }

  /** φ of an interferometer [rad], in [0, 2π). */
  public double phi(int index) {
    return phi[index];
  }

  /** α: phase behind the mesh of a mode [rad], in [0, 2π). */
  public double output(int mode) {
    return output[mode];
  }

  /** θ of all interferometers [rad], as a copy. */
  public double[] thetas() {
    return theta.clone();
  }

  /** φ of all interferometers [rad], as a copy. */
  public double[] phis() {
    return phi.clone();
  }

  /** α of all modes [rad], as a copy. */
  public double[] outputs() {
    return output.clone();
  }

  /** The mesh without any imperfection: its blocks and screen. */
  public RealisedMesh ideal() {
    double[] blocks = new double[RealisedMesh.BLOCK * layout.size()];
    double[] block = new double[RealisedMesh.BLOCK];
    for (int k = 0; k < theta.length; k++) {
      Interferometer.writeIdeal(theta[k], phi[k], block);
      System.arraycopy(block, 0, blocks, RealisedMesh.BLOCK * k, RealisedMesh.BLOCK);
    }
    return new RealisedMesh(layout, blocks, RealisedMesh.screen(output));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InterferometerMesh that
        && layout.equals(that.layout)
        && Arrays.equals(theta, that.theta)
        && Arrays.equals(phi, that.phi)
        && Arrays.equals(output, that.output);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * layout.hashCode() + Arrays.hashCode(theta)) + Arrays.hashCode(phi);
  }
}
