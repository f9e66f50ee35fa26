package org.lightpath.validation;

import java.util.stream.IntStream;
import org.lightpath.core.field.ComplexField;

/**
 * A split step in single precision as it is written without a thought for drift: tables of e^(−jβh)
 * and of the transform rounded to binary32, the factor 1/N too, everything multiplied in binary32.
 * A counter-check only.
 */
final class NaiveSingle {
  private final int n;
  private final float[] rootRe;
  private final float[] rootIm;

  NaiveSingle(int samples) {
    n = samples;
    rootRe = new float[n];
    rootIm = new float[n];
    for (int k = 0; k < n; k++) {
      rootRe[k] = (float) Math.cos(2 * Math.PI * k / n);
      rootIm[k] = (float) -Math.sin(2 * Math.PI * k / n);
    }
  }

  /**
   * Spans of a fibre, each followed by an amplifier that makes up for its loss.
   *
   * @param beta β [rad/m] at the bins
   * @param kerr phase [rad] per watt of each step
   */
  void run(ComplexField field, double[] beta, double step, double[] kerr, int spans) {
    int modes = field.shape().modes();
    float[][] re = new float[modes][n];
    float[][] im = new float[modes][n];
    float[] hRe = new float[n];
    float[] hIm = new float[n];
    for (int i = 0; i < n; i++) {
      hRe[i] = (float) Math.cos(beta[i] * step);
      hIm[i] = (float) -Math.sin(beta[i] * step);
      for (int mode = 0; mode < modes; mode++) {
        re[mode][i] = (float) field.re(0, mode, i);
        im[mode][i] = (float) field.im(0, mode, i);
      }
    }
    for (int i = 0; i < spans * kerr.length; i++) {
      rotate(re, im, (float) kerr[i % kerr.length]);
      IntStream.range(0, modes).parallel().forEach(mode -> disperse(re[mode], im[mode], hRe, hIm));
    }
    for (int mode = 0; mode < modes; mode++) {
      for (int i = 0; i < n; i++) {
        field.set(0, mode, i, re[mode][i], im[mode][i]);
      }
    }
  }

  private static void rotate(float[][] re, float[][] im, float kerr) {
    for (int i = 0; i < re[0].length; i++) {
      float power = 0;
      for (int mode = 0; mode < re.length; mode++) {
        power += re[mode][i] * re[mode][i] + im[mode][i] * im[mode][i];
      }
      float cos = (float) Math.cos(kerr * power);
      float sin = (float) -Math.sin(kerr * power);
      for (int mode = 0; mode < re.length; mode++) {
        float x = re[mode][i] * cos - im[mode][i] * sin;
        im[mode][i] = re[mode][i] * sin + im[mode][i] * cos;
        re[mode][i] = x;
      }
    }
  }

  private void disperse(float[] re, float[] im, float[] hRe, float[] hIm) {
    float[] workRe = new float[n];
    float[] workIm = new float[n];
    transform(n, 1, re, im, 0, workRe, workIm, 0);
    for (int i = 0; i < n; i++) {
      re[i] = workRe[i] * hRe[i] - workIm[i] * hIm[i];
      im[i] = workRe[i] * hIm[i] + workIm[i] * hRe[i];
    }
    // Swapped parts turn a forward transform into an inverse one.
    transform(n, 1, im, re, 0, workIm, workRe, 0);
    float scale = 1f / n;
    for (int i = 0; i < n; i++) {
      re[i] = workRe[i] * scale;
      im[i] = workIm[i] * scale;
    }
  }

  /** Decimation in time, recursive: length points from xr, xi, a stride apart, to yr, yi. */
  private void transform(
      int length, int stride, float[] xr, float[] xi, int from, float[] yr, float[] yi, int to) {
    if (length == 1) {
      yr[to] = xr[from];
      yi[to] = xi[from];
      return;
    }
    int radix = length % 4 == 0 ? 4 : length % 2 == 0 ? 2 : 5;
    int part = length / radix;
    for (int p = 0; p < radix; p++) {
      transform(part, stride * radix, xr, xi, from + p * stride, yr, yi, to + p * part);
    }
    float[] re = new float[radix];
    float[] im = new float[radix];
    for (int k = 0; k < part; k++) {
      for (int p = 0; p < radix; p++) {
        float a = yr[to + p * part + k];
        float b = yi[to + p * part + k];
        int root = p * k * stride;
        re[p] = a * rootRe[root] - b * rootIm[root];
        im[p] = a * rootIm[root] + b * rootRe[root];
      }
      for (int q = 0; q < radix; q++) {
        float sumRe = re[0];
        float sumIm = im[0];
        for (int p = 1; p < radix; p++) {
          int root = p * q % radix * (n / radix);
          sumRe += re[p] * rootRe[root] - im[p] * rootIm[root];
          sumIm += re[p] * rootIm[root] + im[p] * rootRe[root];
        }
        yr[to + q * part + k] = sumRe;
        yi[to + q * part + k] = sumIm;
      }
    }
  }
}
