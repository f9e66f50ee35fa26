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

  /**
   * The gain less one, in double precision, where a number near one cannot hold it.
   *
   * @param roots as the kernel has them
   */
  static double excess(List<Integer> radices, int length, Reals roots) {
    double sum = 0;
    int done = 1;
    for (int radix : radices) {
      sum += twiddleExcess(radix, done, length, roots) + constantExcess(radix);
      done *= radix;
    }
    return sum;
  }

  private static double twiddleExcess(int radix, int done, int length, Reals roots) {
    int rest = length / (done * radix);
    double sum = 0;
    for (int j = 0; j < rest; j++) {
      for (int p = 1; p < radix; p++) {
        int k = p * j * done;
        sum += squareLessOne(roots.get(2 * k), roots.get(2 * k + 1));
      }
    }
    return sum / ((double) rest * radix);
  }

  private static double constantExcess(int radix) {
    double sum = 0;
    if (radix % 2 == 1) {
      for (int m = 1; m < radix; m++) {
        for (int q = 1; q < radix; q++) {
          double angle = 2 * Math.PI * (m * q % radix) / radix;
          sum += squareLessOne(Math.cos(angle), Math.sin(angle)) / ((double) radix * radix);
        }
      }
      return sum;
    }
    for (int n = 8; n <= radix; n *= 2) {
      for (int p = 1; p < n / 2; p++) {
        double angle = 2 * Math.PI * p / n;
        boolean eighth = 8 * p % n == 0;
        double root = Math.sqrt(0.5);
        sum +=
            4 * p % n == 0
                ? 0
                : squareLessOne(eighth ? root : Math.cos(angle), eighth ? root : Math.sin(angle))
                    / n;
      }
    }
    return sum;
  }

  /**
   * The difference re² + im² − 1 of numbers whose squares sum to about one, to a rounding of
   * itself.
   */
  private static double squareLessOne(double re, double im) {
    double a = re * re;
    double b = im * im;
    double rest = Math.fma(re, re, -a) + Math.fma(im, im, -b);
    return a > b ? ((a - 1) + b) + rest : ((b - 1) + a) + rest;
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
