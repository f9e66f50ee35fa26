package org.lightpath.core.fft;

import java.util.ArrayList;
import java.util.List;

/**
 * Discrete Fourier transform in double precision on separate real and imaginary arrays.
 *
 * <p>Forward: X_k = Σ_n x_n e^(−j2πkn/N). Inverse: x_n = (1/N) Σ_k X_k e^(+j2πkn/N). Bins in
 * natural order; bin k &lt; N/2 is the frequency k/(N·dt), the others are negative.
 *
 * <p>Plain Stockham mixed radix (2, 3, 4, 5, 7), written to be read: it judges the engines and
 * serves transmitter, receiver and analysis code. One instance is for one thread at a time.
 */
public final class Fft {
  private final int length;
  private final int[] radices;
  private final double[] rootRe;
  private final double[] rootIm;
  private final double[] workRe;
  private final double[] workIm;

  /**
   * Prepares transforms of one length.
   *
   * @param length N = 2^a 3^b 5^c 7^d
   * @throws IllegalArgumentException for other lengths, naming the nearest good ones
   */
  public Fft(int length) {
    SmoothLength.require(length);
    this.length = length;
    this.radices = factorise(length);
    this.rootRe = new double[length];
    this.rootIm = new double[length];
    for (int k = 0; k < length; k++) {
      rootRe[k] = UnitRoots.cos(k, length);
      rootIm[k] = -UnitRoots.sin(k, length);
    }
    this.workRe = new double[length];
    this.workIm = new double[length];
  }

  /** Length N. */
  public int length() {
    return length;
  }

  /** Forward transform in place. */
  public void forward(double[] re, double[] im) {
    transform(re, im);
  }

  /** Inverse transform in place, with the factor 1/N. */
  public void inverse(double[] re, double[] im) {
    // Swapping the parts conjugates up to a factor j, which the second swap takes back.
    transform(im, re);
    for (int n = 0; n < length; n++) {
      re[n] /= length;
      im[n] /= length;
    }
  }

  private void transform(double[] re, double[] im) {
    if (re.length != length || im.length != length) {
      throw new IllegalArgumentException(
          "expected arrays of %d samples, got re=%d and im=%d"
              .formatted(length, re.length, im.length));
    }
    double[] fromRe = re;
    double[] fromIm = im;
    double[] toRe = workRe;
    double[] toIm = workIm;
    int done = 1;
    for (int radix : radices) {
      pass(radix, done, fromRe, fromIm, toRe, toIm);
      done *= radix;
      double[] swap = fromRe;
      fromRe = toRe;
      toRe = swap;
      swap = fromIm;
      fromIm = toIm;
      toIm = swap;
    }
    if (radices.length % 2 == 1) {
      System.arraycopy(fromRe, 0, re, 0, length);
      System.arraycopy(fromIm, 0, im, 0, length);
    }
  }

  /** One Stockham pass: {@code done} is the product of the radices already applied. */
  private void pass(int r, int done, double[] xr, double[] xi, double[] yr, double[] yi) {
    int rest = length / (done * r);
    double[] twiddleRe = new double[r];
    double[] twiddleIm = new double[r];
    for (int j = 0; j < rest; j++) {
      for (int p = 0; p < r; p++) {
        int root = (int) ((long) p * j * done % length);
        twiddleRe[p] = rootRe[root];
        twiddleIm[p] = rootIm[root];
      }
      for (int p = 0; p < r; p++) {
        int target = (j * r + p) * done;
        int sourceStride = rest * done;
        int rootStride = (int) ((long) p * (length / r) % length);
        for (int i = 0; i < done; i++) {
          double sumRe = 0;
          double sumIm = 0;
          int root = 0;
          for (int source = j * done + i; source < length; source += sourceStride) {
            sumRe += xr[source] * rootRe[root] - xi[source] * rootIm[root];
            sumIm += xr[source] * rootIm[root] + xi[source] * rootRe[root];
            root += rootStride;
            root -= root >= length ? length : 0;
          }
          yr[target + i] = sumRe * twiddleRe[p] - sumIm * twiddleIm[p];
          yi[target + i] = sumRe * twiddleIm[p] + sumIm * twiddleRe[p];
        }
      }
    }
  }

  private static int[] factorise(int length) {
    List<Integer> factors = new ArrayList<>();
    int rest = length;
    for (int radix : new int[] {7, 5, 3, 4, 2}) {
      while (rest % radix == 0) {
        factors.add(radix);
        rest /= radix;
      }
    }
    return factors.stream().mapToInt(Integer::intValue).toArray();
  }
}
