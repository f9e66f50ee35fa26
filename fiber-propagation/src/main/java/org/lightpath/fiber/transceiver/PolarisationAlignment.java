package org.lightpath.fiber.transceiver;

import java.util.List;

/**
 * The 2×2 matrix W that makes Σ|x − W y|² least: W = (Σ x yᴴ)(Σ y yᴴ)⁻¹, from the known symbols.
 *
 * <p>One matrix for the window, so it undoes a constant rotation and constant unequal losses, not
 * dispersion of the polarisation modes.
 */
final class PolarisationAlignment {
  private final double[][] re;
  private final double[][] im;

  private PolarisationAlignment(double[][] re, double[][] im) {
    this.re = re;
    this.im = im;
  }

  static PolarisationAlignment fit(List<ComplexBuffer> received, List<SentSymbols> known) {
    ComplexBuffer y0 = received.get(0);
    ComplexBuffer y1 = received.get(1);
    // R = Σ y yᴴ is Hermitian: two energies and one cross term.
    double e0 = y0.toSamples().energy();
    double e1 = y1.toSamples().energy();
    double[] r01 = y0.cross(y1.toSamples());
    double determinant = e0 * e1 - r01[0] * r01[0] - r01[1] * r01[1];
    double[][] re = new double[2][2];
    double[][] im = new double[2][2];
    for (int p = 0; p < 2; p++) {
      // c_q = Σ x_p y_q*, the conjugate of Σ y_q x_p*.
      double[] c0 = y0.cross(known.get(p).symbols());
      double[] c1 = y1.cross(known.get(p).symbols());
      // (c₀, c₁) R⁻¹ with R⁻¹ = ((e₁, −r₀₁), (−r₀₁*, e₀))/det.
      re[p][0] = (c0[0] * e1 - (c1[0] * r01[0] - c1[1] * r01[1])) / determinant;
      im[p][0] = (-c0[1] * e1 + (c1[0] * r01[1] + c1[1] * r01[0])) / determinant;
      re[p][1] = (c1[0] * e0 - (c0[0] * r01[0] + c0[1] * r01[1])) / determinant;
      im[p][1] = (-c1[1] * e0 - (c0[0] * r01[1] - c0[1] * r01[0])) / determinant;
    }
    return new PolarisationAlignment(re, im);
  }

  /** y ← W y. */
  void apply(List<ComplexBuffer> y) {
    double[][] yr = {y.get(0).re(), y.get(1).re()};
    double[][] yi = {y.get(0).im(), y.get(1).im()};
    for (int m = 0; m < yr[0].length; m++) {
      double[] outRe = new double[2];
      double[] outIm = new double[2];
      for (int p = 0; p < 2; p++) {
        for (int q = 0; q < 2; q++) {
          outRe[p] += re[p][q] * yr[q][m] - im[p][q] * yi[q][m];
          outIm[p] += re[p][q] * yi[q][m] + im[p][q] * yr[q][m];
        }
      }
      for (int p = 0; p < 2; p++) {
        yr[p][m] = outRe[p];
        yi[p][m] = outIm[p];
      }
    }
  }
}
