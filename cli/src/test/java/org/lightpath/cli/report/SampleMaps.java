package org.lightpath.cli.report;

import java.util.Arrays;

/** A soliton of order N over one period, propagated plainly, with its tables. */
final class SampleMaps {
  private static final int N = 512;
  private static final int SAVED = 161;
  private static final double T0 = 50e-15;
  private static final double WINDOW = 24;
  private static final double PERIOD_METRES = 1.2;

  /** Propagated once for all tests. */
  static final double[][] THIRD_ORDER = soliton(3);

  private SampleMaps() {}

  /** Rows z, columns: real parts then imaginary parts of A / √P₀. */
  private static double[][] soliton(double order) {
    double[] re = new double[N];
    double[] im = new double[N];
    for (int i = 0; i < N; i++) {
      re[i] = order / Math.cosh((i - N / 2.0) * WINDOW / N);
    }
    double[][] rows = new double[SAVED][];
    int inner = 6;
    double h = Math.PI / 2 / ((SAVED - 1) * inner);
    for (int row = 0; row < SAVED; row++) {
      rows[row] = Arrays.copyOf(re, 2 * N);
      System.arraycopy(im, 0, rows[row], N, N);
      for (int step = 0; step < inner; step++) {
        dispersion(re, im, h / 2);
        kerr(re, im, h);
        dispersion(re, im, h / 2);
      }
    }
    return rows;
  }

  private static void kerr(double[] re, double[] im, double h) {
    for (int i = 0; i < N; i++) {
      rotate(re, im, i, (re[i] * re[i] + im[i] * im[i]) * h);
    }
  }

  private static void dispersion(double[] re, double[] im, double h) {
    transform(re, im, 1);
    for (int i = 0; i < N; i++) {
      double w = 2 * Math.PI * (i < N / 2 ? i : i - N) / WINDOW;
      rotate(re, im, i, -0.5 * w * w * h);
    }
    transform(re, im, -1);
  }

  private static void rotate(double[] re, double[] im, int i, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double r = re[i] * c - im[i] * s;
    im[i] = re[i] * s + im[i] * c;
    re[i] = r;
  }

  /** Radix-2 transform in place; the inverse (-1) divides by N. */
  private static void transform(double[] re, double[] im, int sign) {
    for (int i = 1, j = 0; i < N; i++) {
      int bit = N >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double r = re[i];
        re[i] = re[j];
        re[j] = r;
        double m = im[i];
        im[i] = im[j];
        im[j] = m;
      }
    }
    for (int length = 2; length <= N; length <<= 1) {
      butterflies(re, im, length, sign);
    }
    for (int i = 0; sign < 0 && i < N; i++) {
      re[i] /= N;
      im[i] /= N;
    }
  }

  private static void butterflies(double[] re, double[] im, int length, int sign) {
    for (int start = 0; start < N; start += length) {
      for (int k = 0; k < length / 2; k++) {
        double angle = -sign * 2 * Math.PI * k / length;
        int a = start + k;
        int b = a + length / 2;
        double r = re[b] * Math.cos(angle) - im[b] * Math.sin(angle);
        double m = re[b] * Math.sin(angle) + im[b] * Math.cos(angle);
        re[b] = re[a] - r;
        im[b] = im[a] - m;
        re[a] += r;
        im[a] += m;
      }
    }
  }

  private static double[] time() {
    double[] t = new double[N];
    Arrays.setAll(t, i -> (i - N / 2.0) * WINDOW / N * T0);
    return t;
  }

  private static double[] frequency() {
    double[] f = new double[N];
    Arrays.setAll(f, i -> (i - N / 2.0) / (WINDOW * T0));
    return f;
  }

  private static double[] power(double[] row) {
    double[] p = new double[N];
    Arrays.setAll(p, i -> 11 * (row[i] * row[i] + row[N + i] * row[N + i]));
    return p;
  }

  private static double[] spectrum(double[] row) {
    double[] re = Arrays.copyOf(row, N);
    double[] im = Arrays.copyOfRange(row, N, 2 * N);
    transform(re, im, 1);
    double scale = 11 * Math.pow(WINDOW / N * T0, 2);
    double[] s = new double[N];
    Arrays.setAll(
        s,
        i -> {
          int bin = (i + N / 2) % N;
          return scale * (re[bin] * re[bin] + im[bin] * im[bin]);
        });
    return s;
  }

  private static double z(int row) {
    return PERIOD_METRES * row / (SAVED - 1);
  }

  static DataTable timeMap(double[][] rows) {
    return map(rows, "time_s", time(), "power_W");
  }

  static DataTable spectrumMap(double[][] rows) {
    return map(rows, "frequencyOffset_Hz", frequency(), "energyDensity_JPerHz");
  }

  private static DataTable map(double[][] rows, String abscissa, double[] x, String value) {
    double[][] columns = new double[3][rows.length * N];
    for (int row = 0; row < rows.length; row++) {
      double[] values = value.equals("power_W") ? power(rows[row]) : spectrum(rows[row]);
      for (int i = 0; i < N; i++) {
        columns[0][row * N + i] = z(row);
        columns[1][row * N + i] = x[i];
        columns[2][row * N + i] = values[i];
      }
    }
    return DataTable.builder()
        .numbers("z_m", columns[0])
        .numbers(abscissa, columns[1])
        .numbers(value, columns[2])
        .build();
  }

  static DataTable pulse(double[][] rows) {
    int middle = 2 * rows.length / 5;
    double[] chirp = new double[N];
    double[] row = rows[middle];
    double step = WINDOW / N * T0;
    for (int i = 1; i < N - 1; i++) {
      double before = Math.atan2(row[N + i - 1], row[i - 1]);
      double after = Math.atan2(row[N + i + 1], row[i + 1]);
      chirp[i] = Math.IEEEremainder(after - before, 2 * Math.PI) / (2 * step) / (2 * Math.PI);
    }
    return DataTable.builder()
        .numbers("time_s", time())
        .numbers("input_W", power(rows[0]))
        .numbers("output_W", power(row))
        .numbers("reference_W", power(row))
        .numbers("inputChirp_Hz", new double[N])
        .numbers("outputChirp_Hz", chirp)
        .build();
  }

  static DataTable spectrum(double[][] rows) {
    return DataTable.builder()
        .numbers("frequencyOffset_Hz", frequency())
        .numbers("input_JPerHz", spectrum(rows[0]))
        .numbers("output_JPerHz", spectrum(rows[2 * rows.length / 5]))
        .build();
  }

  static DataTable results(double[][] rows) {
    double[][] columns = new double[5][rows.length];
    for (int row = 0; row < rows.length; row++) {
      double[] p = power(rows[row]);
      double peak = Arrays.stream(p).max().orElse(Double.NaN);
      double step = WINDOW / N * T0;
      columns[0][row] = z(row);
      columns[1][row] = peak;
      columns[2][row] = step * Arrays.stream(p).filter(v -> v > peak / 2).count();
      columns[3][row] = step * Arrays.stream(p).sum();
      columns[4][row] = row == 0 ? 0 : columns[3][row] / columns[3][0] - 1;
    }
    return DataTable.builder()
        .numbers("z_m", columns[0])
        .numbers("peakPower_W", columns[1])
        .numbers("fwhm_s", columns[2])
        .numbers("energy_J", columns[3])
        .numbers("energyError_rel", columns[4])
        .numbers("photonNumberError_rel", columns[4])
        .build();
  }
}
