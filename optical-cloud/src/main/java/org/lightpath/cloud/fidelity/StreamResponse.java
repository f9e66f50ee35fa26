package org.lightpath.cloud.fidelity;

/**
 * Pulse response of a stream and what is left of its training sequence: a_ks = Σ_m p_ms x_{k+m} +
 * n_ks.
 */
final class StreamResponse {
  /** Symbols to either side that reach into a slot. */
  static final int REACH = 2;

  private static final int TAPS = 2 * REACH + 1;

  private final float[] values;
  private final int samples;
  private final double[][] response;
  private final float[] rest;

  /**
   * Noise of the symbols of a stream in the product with another.
   *
   * @param additive σ_a², in-phase
   * @param relative σ_r², in-phase, for each x²
   * @param mean of η², in-phase
   * @param quadrature mean square in quadrature
   */
  record Moments(double additive, double relative, double mean, double quadrature) {}

  private StreamResponse(float[] values, int samples, double[][] response, float[] rest) {
    this.values = values;
    this.samples = samples;
    this.response = response;
    this.rest = rest;
  }

  /**
   * Least squares over the symbols that have all their neighbours.
   *
   * @param values sent
   * @param received (symbol, sample, re and im)
   */
  static StreamResponse of(float[] values, float[] received, int samples) {
    int numbers = 2 * samples;
    double[][] normal = new double[TAPS][TAPS];
    double[][] right = new double[TAPS][numbers];
    for (int k = REACH; k < values.length - REACH; k++) {
      for (int m = 0; m < TAPS; m++) {
        double x = values[k + m - REACH];
        for (int o = 0; o < TAPS; o++) {
          normal[m][o] += x * values[k + o - REACH];
        }
        for (int n = 0; n < numbers; n++) {
          right[m][n] += x * received[k * numbers + n];
        }
      }
    }
    solve(normal, right);
    float[] rest = new float[received.length];
    for (int k = REACH; k < values.length - REACH; k++) {
      for (int n = 0; n < numbers; n++) {
        double expected = 0;
        for (int m = 0; m < TAPS; m++) {
          expected += right[m][n] * values[k + m - REACH];
        }
        rest[k * numbers + n] = (float) (received[k * numbers + n] - expected);
      }
    }
    return new StreamResponse(values, samples, right, rest);
  }

  /**
   * Gauss–Jordan of a matrix that its diagonal dominates: values of different symbols are apart.
   */
  private static void solve(double[][] normal, double[][] right) {
    for (int p = 0; p < normal.length; p++) {
      double pivot = normal[p][p];
      for (int row = 0; row < normal.length; row++) {
        if (row == p) {
          continue;
        }
        double factor = normal[row][p] / pivot;
        for (int c = 0; c < normal.length; c++) {
          normal[row][c] -= factor * normal[p][c];
        }
        for (int c = 0; c < right[row].length; c++) {
          right[row][c] -= factor * right[p][c];
        }
      }
    }
    for (int p = 0; p < normal.length; p++) {
      for (int c = 0; c < right[p].length; c++) {
        right[p][c] /= normal[p][p];
      }
    }
  }

  /** M_l = Σ_ms Re(p_ms q*_{m+l,s}): coefficient of x_j w_{j+l} in the product with another. */
  double overlap(StreamResponse other, int lag) {
    double sum = 0;
    for (int m = Math.max(0, -lag); m < TAPS && m + lag < TAPS; m++) {
      for (int n = 0; n < 2 * samples; n++) {
        sum += response[m][n] * other.response[m + lag][n];
      }
    }
    return sum;
  }

  /** Moments of η_j = Σ_ms Re(n_{j−m,s} q*_ms)/g, in-phase, and of the imaginary part. */
  Moments noiseAgainst(StreamResponse other, double gain) {
    double n = 0;
    double sumX2 = 0;
    double sumX4 = 0;
    double sumE = 0;
    double sumEx2 = 0;
    double sumQ = 0;
    for (int j = 2 * REACH; j < values.length - 2 * REACH; j++) {
      double re = 0;
      double im = 0;
      for (int m = -REACH; m <= REACH; m++) {
        double[] q = other.response[m + REACH];
        int at = (j - m) * 2 * samples;
        for (int s = 0; s < 2 * samples; s += 2) {
          re += rest[at + s] * q[s] + rest[at + s + 1] * q[s + 1];
          im += rest[at + s + 1] * q[s] - rest[at + s] * q[s + 1];
        }
      }
      double square = re * re / (gain * gain);
      double x2 = (double) values[j] * values[j];
      n++;
      sumX2 += x2;
      sumX4 += x2 * x2;
      sumE += square;
      sumEx2 += square * x2;
      sumQ += im * im / (gain * gain);
    }
    double slope = (n * sumEx2 - sumE * sumX2) / (n * sumX4 - sumX2 * sumX2);
    double mean = sumE / n;
    double meanX2 = sumX2 / n;
    // Neither part of a variance is negative; the other one then has the mean of all.
    slope = Math.clamp(slope, 0, mean / meanX2);
    return new Moments(Math.max(0, mean - slope * meanX2), slope, mean, sumQ / n);
  }

  /** Mean square of Σ_s Re(n_ks m*_ks): both rests of one slot. */
  double beat(StreamResponse other) {
    double sum = 0;
    int from = REACH;
    int to = values.length - REACH;
    for (int k = from; k < to; k++) {
      double term = 0;
      for (int n = k * 2 * samples; n < (k + 1) * 2 * samples; n++) {
        term += rest[n] * other.rest[n];
      }
      sum += term * term;
    }
    return sum / (to - from);
  }
}
