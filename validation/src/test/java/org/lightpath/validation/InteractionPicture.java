package org.lightpath.validation;

import java.util.stream.IntStream;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.LinearOperator;

/**
 * Fourth-order Runge-Kutta in the interaction picture (Hult, J. Lightwave Technol. 25:3770, 2007)
 * for ∂A/∂z = −(α/2 + jβ)A − jγ Σ|A|² A: another scheme, of another order, with loss inside the
 * linear operator, that shares nothing with the engines. Written to be read.
 */
final class InteractionPicture {
  private final LinearOperator operator;
  private final double attenuation;
  private final double gamma;

  /**
   * A uniform medium.
   *
   * @param operator β [rad/m]
   * @param attenuation α [1/m]
   * @param gamma γ [1/(W·m)], times 8/9 for Manakov
   */
  InteractionPicture(LinearOperator operator, double attenuation, double gamma) {
    this.operator = operator;
    this.attenuation = attenuation;
    this.gamma = gamma;
  }

  /** Samples of all modes: real and imaginary parts, (mode, time). */
  static final class Samples {
    private final double[][] re;
    private final double[][] im;

    private Samples(double[][] re, double[][] im) {
      this.re = re;
      this.im = im;
    }

    static Samples of(ComplexField field) {
      int modes = field.shape().modes();
      int n = field.shape().samples();
      Samples samples = new Samples(new double[modes][n], new double[modes][n]);
      for (int mode = 0; mode < modes; mode++) {
        field.read(0, mode, samples.re[mode], samples.im[mode]);
      }
      return samples;
    }

    void writeTo(ComplexField field) {
      for (int mode = 0; mode < re.length; mode++) {
        field.write(0, mode, re[mode], im[mode]);
      }
    }

    private int modes() {
      return re.length;
    }

    private int length() {
      return re[0].length;
    }

    /** this + factor · that. */
    private Samples plus(double factor, Samples that) {
      Samples sum = new Samples(new double[modes()][length()], new double[modes()][length()]);
      for (int mode = 0; mode < modes(); mode++) {
        for (int i = 0; i < length(); i++) {
          sum.re[mode][i] = re[mode][i] + factor * that.re[mode][i];
          sum.im[mode][i] = im[mode][i] + factor * that.im[mode][i];
        }
      }
      return sum;
    }

    Samples times(double factor) {
      return plus(factor - 1, this);
    }
  }

  /** Crosses a length [m] in equal steps. */
  Samples run(Samples launched, double length, int steps) {
    double h = length / steps;
    LinearHalf half = new LinearHalf(h / 2, launched.length());
    Samples a = launched;
    for (int step = 0; step < steps; step++) {
      Samples ai = half.of(a);
      Samples k1 = half.of(slope(a));
      Samples k2 = slope(ai.plus(h / 2, k1));
      Samples k3 = slope(ai.plus(h / 2, k2));
      Samples k4 = slope(half.of(ai.plus(h, k3)));
      a = half.of(ai.plus(h / 6, k1).plus(h / 3, k2).plus(h / 3, k3)).plus(h / 6, k4);
    }
    return a;
  }

  /** −jγ Σ|A|² A. */
  private Samples slope(Samples a) {
    Samples slope =
        new Samples(new double[a.modes()][a.length()], new double[a.modes()][a.length()]);
    for (int i = 0; i < a.length(); i++) {
      double power = 0;
      for (int mode = 0; mode < a.modes(); mode++) {
        power += a.re[mode][i] * a.re[mode][i] + a.im[mode][i] * a.im[mode][i];
      }
      for (int mode = 0; mode < a.modes(); mode++) {
        slope.re[mode][i] = gamma * power * a.im[mode][i];
        slope.im[mode][i] = -gamma * power * a.re[mode][i];
      }
    }
    return slope;
  }

  /** e^(−(α/2 + jβ)l) in the frequency domain. */
  private final class LinearHalf {
    private final double[][] cos;
    private final double[][] sin;

    LinearHalf(double length, int samples) {
      double amplitude = Math.exp(-attenuation * length / 2);
      cos = new double[operator.rows()][samples];
      sin = new double[operator.rows()][samples];
      for (int row = 0; row < operator.rows(); row++) {
        for (int k = 0; k < samples; k++) {
          double phase = operator.beta(row, k) * length;
          cos[row][k] = amplitude * Math.cos(phase);
          sin[row][k] = -amplitude * Math.sin(phase);
        }
      }
    }

    Samples of(Samples a) {
      Samples result = a.times(1);
      IntStream.range(0, a.modes()).parallel().forEach(mode -> apply(result, mode));
      return result;
    }

    private void apply(Samples a, int mode) {
      double[] re = a.re[mode];
      double[] im = a.im[mode];
      double[] c = cos[Math.min(mode, cos.length - 1)];
      double[] s = sin[Math.min(mode, sin.length - 1)];
      Fft fft = new Fft(re.length);
      fft.forward(re, im);
      for (int k = 0; k < re.length; k++) {
        double x = re[k] * c[k] - im[k] * s[k];
        im[k] = re[k] * s[k] + im[k] * c[k];
        re[k] = x;
      }
      fft.inverse(re, im);
    }
  }
}
