package org.lightpath.tornado.internal.plan;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.core.fft.UnitRoots;
import org.lightpath.core.field.Precision;
import org.lightpath.core.rounding.RoundingGain;
import org.lightpath.core.rounding.UnitRounding;

/**
 * A transform of one length in local memory: its passes and its roots.
 *
 * @param length L
 * @param radices of the passes, the largest first
 */
record Radices(int length, List<Integer> radices) {
  private static final int[] KNOWN = {7, 5, 3, 4, 2};

  static Radices of(int length) {
    List<Integer> radices = new ArrayList<>();
    int rest = length;
    for (int radix : KNOWN) {
      for (; rest % radix == 0; rest /= radix) {
        radices.add(radix);
      }
    }
    return new Radices(length, List.copyOf(radices));
  }

  /** Radices for the layout of a kernel. */
  int[] array() {
    return radices.stream().mapToInt(Integer::intValue).toArray();
  }

  /** e^(−2πj k/L), as pairs. */
  double[] roots(Precision precision) {
    double[] roots = new double[2 * length];
    for (int k = 0; k < length; k++) {
      put(precision, UnitRoots.cos(k, length), -UnitRoots.sin(k, length), roots, 2 * k);
    }
    return roots;
  }

  /** Stores a complex number, in single precision rounded so that its modulus is kept. */
  static void put(Precision precision, double re, double im, double[] target, int at) {
    if (precision == Precision.DOUBLE) {
      target[at] = re;
      target[at + 1] = im;
      return;
    }
    float[] rounded = new float[2];
    UnitRounding.round(re, im, rounded, 0, 1);
    target[at] = rounded[0];
    target[at + 1] = rounded[1];
  }

  /** Mean gain of a transform and its inverse by rounded constants; 1 in double precision. */
  double gain(Precision precision) {
    if (precision == Precision.DOUBLE) {
      return 1;
    }
    RoundingGain gain = new RoundingGain();
    double[] roots = roots(precision);
    int done = 1;
    for (int radix : radices) {
      if (radix % 2 == 1) {
        gain.oddRadix(radix);
      }
      int lanes = length / (done * radix);
      float[] w = new float[2 * (radix - 1) * lanes];
      for (int p = 1; p < radix; p++) {
        for (int j = 0; j < lanes; j++) {
          int root = p * j * done;
          w[2 * (p - 1) * lanes + j] = (float) roots[2 * root];
          w[(2 * p - 1) * lanes + j] = (float) roots[2 * root + 1];
        }
      }
      gain.twiddles(w, 0, radix - 1, lanes, radix);
      done *= radix;
    }
    return gain.value();
  }
}
