package org.lightpath.opencl.internal;

import java.util.List;
import org.lightpath.core.fft.UnitRoots;
import org.lightpath.core.field.Precision;
import org.lightpath.core.rounding.RoundingGain;
import org.lightpath.core.rounding.UnitRounding;

/**
 * Writes the transforms of R samples in registers, y_p = Σ_q x_q e^(−2πj q p / R), in place, for R
 * = 2 … 16.
 *
 * <p>Primes are written out with the sums and differences of x_q and x_(R−q). A product R = A·B is
 * B transforms of A, a factor e^(−2πj p₁ q₂ / R) for each value, and A transforms of B, with q = q₁
 * B + q₂ and p = p₁ + A p₂. In single precision the factors are rounded so that the modulus is
 * kept.
 */
final class Butterflies {
  /** Every radix there is code for. */
  static final List<Integer> RADICES = List.of(16, 15, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);

  private final Precision precision;

  Butterflies(Precision precision) {
    this.precision = precision;
  }

  /** Source of {@code butterflyR(cplx *x)}, and of those it is made of, for the given radices. */
  String source(Iterable<Integer> radices) {
    boolean[] needed = new boolean[RADICES.getFirst() + 1];
    for (int radix : radices) {
      need(radix, needed);
    }
    StringBuilder text = new StringBuilder();
    for (int radix = 1; radix < needed.length; radix++) {
      if (needed[radix]) {
        text.append("INLINE void butterfly").append(radix).append("(cplx *x) {\n");
        body(text, radix);
        text.append("}\n\n");
      }
    }
    return text.toString();
  }

  private static void need(int radix, boolean[] needed) {
    needed[radix] = true;
    int first = firstFactor(radix);
    if (radix > 1 && first < radix) {
      need(first, needed);
      need(radix / first, needed);
    }
  }

  /** A of R = A·B; R itself if it is written out. */
  private static int firstFactor(int radix) {
    return switch (radix) {
      case 16, 12, 8 -> 4;
      case 15, 9, 6 -> 3;
      case 14, 10, 4 -> 2;
      default -> radix;
    };
  }

  private void body(StringBuilder text, int radix) {
    int first = firstFactor(radix);
    if (radix == 2) {
      text.append("  const cplx d = x[0] - x[1];\n  x[0] += x[1];\n  x[1] = d;\n");
    } else if (first < radix) {
      composite(text, first, radix / first);
    } else if (radix > 1) {
      prime(text, radix);
    }
  }

  private void composite(StringBuilder text, int a, int b) {
    line(text, "  cplx u[%d], y[%d];".formatted(a, a * b));
    for (int q = 0; q < b; q++) {
      for (int i = 0; i < a; i++) {
        line(text, "  u[%d] = x[%d];".formatted(i, i * b + q));
      }
      line(text, "  butterfly%d(u);".formatted(a));
      for (int p = 0; p < a; p++) {
        line(text, "  y[%d] = %s;".formatted(p * b + q, times("u[" + p + "]", p * q, a * b)));
      }
    }
    for (int p = 0; p < a; p++) {
      line(text, "  butterfly%d(y + %d);".formatted(b, p * b));
      for (int i = 0; i < b; i++) {
        line(text, "  x[%d] = y[%d];".formatted(p + a * i, p * b + i));
      }
    }
  }

  /** A value times e^(−2πjk/R). */
  private String times(String value, int k, int radix) {
    if (k == 0) {
      return value;
    }
    if (4 * k == radix) {
      return "turn(" + value + ")";
    }
    if (2 * k == radix) {
      return "-" + value;
    }
    double[] w = root(k, radix);
    return "multiply(%s, (cplx)(%s, %s))".formatted(value, literal(w[0]), literal(w[1]));
  }

  /** e^(−2πjk/R) in the precision of the kernels. */
  private double[] root(int k, int radix) {
    double re = UnitRoots.cos(k, radix);
    double im = -UnitRoots.sin(k, radix);
    if (precision == Precision.DOUBLE) {
      return new double[] {re, im};
    }
    float[] rounded = new float[2];
    UnitRounding.round(re, im, rounded, 0, 1);
    return new double[] {rounded[0], rounded[1]};
  }

  private void prime(StringBuilder text, int r) {
    int half = (r - 1) / 2;
    for (int k = 1; k <= half; k++) {
      line(
          text,
          "  const cplx t%d = x[%d] + x[%d], d%d = x[%d] - x[%d];"
              .formatted(k, k, r - k, k, k, r - k));
    }
    for (int m = 1; m <= half; m++) {
      StringBuilder even = new StringBuilder("x[0]");
      StringBuilder odd = new StringBuilder();
      for (int k = 1; k <= half; k++) {
        String cos = literal(UnitRoots.cos((long) k * m, r));
        String sin = literal(UnitRoots.sin((long) k * m, r));
        even.insert(0, "fma(t" + k + ", (cplx)" + cos + ", ").append(")");
        if (odd.isEmpty()) {
          odd.append("d" + k + " * " + sin);
        } else {
          odd.insert(0, "fma(d" + k + ", (cplx)" + sin + ", ").append(")");
        }
      }
      line(text, "  const cplx a%d = %s;".formatted(m, even));
      line(text, "  const cplx b%d = turn(%s);".formatted(m, odd));
    }
    for (int k = 1; k <= half; k++) {
      line(text, "  x[0] += t%d;".formatted(k));
    }
    for (int m = 1; m <= half; m++) {
      line(text, "  x[%d] = a%d + b%d;".formatted(m, m, m));
      line(text, "  x[%d] = a%d - b%d;".formatted(r - m, m, m));
    }
  }

  private String literal(double value) {
    return precision == Precision.SINGLE
        ? "(" + Float.toHexString((float) value) + "f)"
        : "(" + Double.toHexString(value) + ")";
  }

  private static void line(StringBuilder text, String statement) {
    text.append(statement).append('\n');
  }

  /** Counts what the rounded constants of a radix do to the mean amplitude, there and back. */
  void count(int radix, RoundingGain gain) {
    int a = firstFactor(radix);
    int b = radix / a;
    if (a == radix) {
      if (radix > 2) {
        gain.oddRadix(radix);
      }
      return;
    }
    count(a, gain);
    count(b, gain);
    float[] factors = new float[2 * (a - 1) * b];
    for (int p = 1; p < a; p++) {
      for (int q = 0; q < b; q++) {
        double[] w = root(p * q, radix);
        factors[2 * ((p - 1) * b + q)] = (float) w[0];
        factors[2 * ((p - 1) * b + q) + 1] = (float) w[1];
      }
    }
    gain.twiddles(factors, 0, (a - 1) * b, 1, a);
  }
}
