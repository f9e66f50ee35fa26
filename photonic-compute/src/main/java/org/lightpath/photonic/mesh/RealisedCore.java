package org.lightpath.photonic.mesh;

/**
 * A {@link SingularValueCore} as light meets it.
 *
 * @param input mesh of V†
 * @param attenuators column of attenuators
 * @param output mesh of U
 * @param scale digital factor behind the optics
 */
public record RealisedCore(
    RealisedMesh input, RealisedMesh attenuators, RealisedMesh output, double scale) {

  /** Amplitude of attenuator i as (re, im). */
  public double[] attenuation(int i) {
    double re = attenuators.block(i, 0);
    double im = attenuators.block(i, 1);
    double[] screen = attenuators.outputPhases();
    double sr = screen[4 * i];
    double si = screen[4 * i + 1];
    return new double[] {re * sr - im * si, re * si + im * sr};
  }

  /** The matrix that the core multiplies by, M × N, scale included. */
  public ComplexMatrix matrix() {
    int m = output.layout().modes();
    int n = input.layout().modes();
    ComplexMatrix first = input.compose();
    double[] re = new double[m * n];
    double[] im = new double[m * n];
    for (int i = 0; i < Math.min(m, n); i++) {
      double[] a = attenuation(i);
      for (int j = 0; j < n; j++) {
        re[i * n + j] = scale * (a[0] * first.re(i, j) - a[1] * first.im(i, j));
        im[i * n + j] = scale * (a[0] * first.im(i, j) + a[1] * first.re(i, j));
      }
    }
    return output.applyTo(new ComplexMatrix(m, n, re, im));
  }
}
