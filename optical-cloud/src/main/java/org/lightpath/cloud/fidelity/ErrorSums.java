package org.lightpath.cloud.fidelity;

import org.lightpath.photonic.core.CoreQuality;

/** Sums of results and their errors in double precision. */
final class ErrorSums {
  private long count;
  private double exact;
  private double exactSquare;
  private double product;
  private double resultSquare;
  private double error1;
  private double error2;
  private double error3;
  private double error4;
  private double largest;

  void add(float[] result, float[] expected) {
    for (int i = 0; i < result.length; i++) {
      double d = expected[i];
      double o = result[i];
      double e = o - d;
      double square = e * e;
      exact += d;
      exactSquare += d * d;
      product += o * d;
      resultSquare += o * o;
      error1 += e;
      error2 += square;
      error3 += square * e;
      error4 += square * square;
      // A NaN must not be hidden by the comparison.
      largest = Double.isNaN(e) ? e : Math.max(largest, Math.abs(e));
    }
    count += result.length;
  }

  double largest() {
    return largest;
  }

  double cosine() {
    return product / Math.sqrt(resultSquare * exactSquare);
  }

  double kurtosis() {
    double m1 = error1 / count;
    double m2 = error2 / count - m1 * m1;
    double m4 =
        error4 / count
            - 4 * m1 * error3 / count
            + 6 * m1 * m1 * error2 / count
            - 3 * m1 * m1 * m1 * m1;
    return m4 / (m2 * m2);
  }

  CoreQuality quality() {
    double mean = exact / count;
    double variance = exactSquare / count - mean * mean;
    double covariance = product / count - mean * (exact + error1) / count;
    return new CoreQuality(
        count, exactSquare / count, error2 / count, error1 / count, mean, covariance / variance);
  }
}
