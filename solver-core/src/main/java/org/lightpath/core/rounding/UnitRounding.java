package org.lightpath.core.rounding;

/**
 * Rounds complex numbers to single precision so that the modulus is kept.
 *
 * <p>A twiddle factor meets its own conjugate on the way back: the error of its phase cancels, the
 * error of its modulus doubles, at every step. Of the four neighbours of the exact number the one
 * with the best modulus is taken.
 */
public final class UnitRounding {
  private UnitRounding() {}

  /** Stores the rounding of re + j·im at two indices. */
  public static void round(double re, double im, float[] target, int reIndex, int imIndex) {
    double exact = re * re + im * im;
    float re0 = (float) re;
    float im0 = (float) im;
    float re1 = other(re0, re);
    float im1 = other(im0, im);
    float bestRe = re0;
    float bestIm = im0;
    double best = error(re0, im0, exact);
    for (int i = 1; i < 4; i++) {
      float a = (i & 1) == 0 ? re0 : re1;
      float b = (i & 2) == 0 ? im0 : im1;
      double error = error(a, b, exact);
      if (error < best) {
        best = error;
        bestRe = a;
        bestIm = b;
      }
    }
    target[reIndex] = bestRe;
    target[imIndex] = bestIm;
  }

  /** The float on the other side of the exact value; the same one if it is exact. */
  private static float other(float nearest, double exact) {
    if (nearest == exact) {
      return nearest;
    }
    return nearest < exact ? Math.nextUp(nearest) : Math.nextDown(nearest);
  }

  private static double error(float re, float im, double exact) {
    return Math.abs((double) re * re + (double) im * im - exact);
  }
}
