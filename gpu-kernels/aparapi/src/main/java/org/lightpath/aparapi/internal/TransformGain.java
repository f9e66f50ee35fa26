package org.lightpath.aparapi.internal;

import java.util.List;
import org.lightpath.core.field.Precision;
import org.lightpath.core.rounding.RoundingGain;

/**
 * Mean gain of a transform there and back whose factors are rounded to single precision: each meets
 * its own conjugate on the way back, so that its modulus counts twice, at every step.
 */
final class TransformGain {
  private TransformGain() {}

  /**
   * The gain.
   *
   * @param roots as the kernel has them
   */
  static double of(List<Integer> radices, int length, Reals roots, Precision precision) {
    if (precision == Precision.DOUBLE) {
      return 1;
    }
    RoundingGain odd = new RoundingGain();
    double gain = 1;
    int done = 1;
    for (int radix : radices) {
      gain *= twiddles(radix, done, length, roots);
      if (radix % 2 == 1) {
        odd.oddRadix(radix);
      } else {
        gain *= constants(radix);
      }
      done *= radix;
    }
    return gain * odd.value();
  }

  /** Mean square of the factors behind a pass. */
  private static double twiddles(int radix, int done, int length, Reals roots) {
    int rest = length / (done * radix);
    double sum = rest;
    for (int j = 0; j < rest; j++) {
      for (int p = 1; p < radix; p++) {
        int k = p * j * done;
        sum += square(roots.get(2 * k), roots.get(2 * k + 1));
      }
    }
    return sum / ((double) rest * radix);
  }

  /** Mean square of the factors within a radix that is a power of two, level by level. */
  private static double constants(int radix) {
    double gain = 1;
    for (int n = 8; n <= radix; n *= 2) {
      double sum = n / 2.0;
      for (int p = 0; p < n / 2; p++) {
        double angle = 2 * Math.PI * p / n;
        boolean exact = 4 * p % n == 0;
        sum += exact ? 1 : square((float) Math.cos(angle), (float) Math.sin(angle));
      }
      gain *= sum / n;
    }
    return gain;
  }

  private static double square(double re, double im) {
    return re * re + im * im;
  }
}
