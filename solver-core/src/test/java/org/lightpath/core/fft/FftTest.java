package org.lightpath.core.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.core.random.Philox;

class FftTest {
  private static final double U = 0x1p-53;

  private static double[][] random(int n) {
    double[][] x = new double[2][n];
    double[] normal = new double[2];
    for (int i = 0; i < n; i++) {
      Philox.complexNormal(1, 0, 0, i, new int[4], normal);
      x[0][i] = normal[0];
      x[1][i] = normal[1];
    }
    return x;
  }

  /** Against the definition, summed directly with exactly reduced angles. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 12, 35, 64, 105, 210, 243, 256, 343, 625, 1000})
  void forwardIsTheSumOfItsDefinition(int n) {
    double[][] x = random(n);
    double[][] y = {x[0].clone(), x[1].clone()};
    new Fft(n).forward(y[0], y[1]);
    double error = 0;
    double norm = 0;
    for (int k = 0; k < n; k++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < n; i++) {
        double c = Math.cos(-2 * Math.PI * ((long) k * i % n) / n);
        double s = Math.sin(-2 * Math.PI * ((long) k * i % n) / n);
        re += x[0][i] * c - x[1][i] * s;
        im += x[0][i] * s + x[1][i] * c;
      }
      error += Math.pow(y[0][k] - re, 2) + Math.pow(y[1][k] - im, 2);
      norm += re * re + im * im;
    }
    // The direct sum errs by about u·√n, the transform by u·log n; angles are rounded too.
    assertThat(Math.sqrt(error / norm)).isLessThan(U * (8 + 4 * Math.sqrt(n)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 1024, 32_000, 98_304})
  void inverseUndoesForward(int n) {
    double[][] x = random(n);
    double[][] y = {x[0].clone(), x[1].clone()};
    Fft fft = new Fft(n);
    fft.forward(y[0], y[1]);
    fft.inverse(y[0], y[1]);
    double error = 0;
    double norm = 0;
    for (int i = 0; i < n; i++) {
      error += Math.pow(y[0][i] - x[0][i], 2) + Math.pow(y[1][i] - x[1][i], 2);
      norm += x[0][i] * x[0][i] + x[1][i] * x[1][i];
    }
    assertThat(Math.sqrt(error / norm)).isLessThan(2 * U * (4 + 2 * Math.log(n)));
  }

  @Test
  void aPositiveFrequencyFallsIntoAPositiveBin() {
    int n = 32;
    double[] re = new double[n];
    double[] im = new double[n];
    for (int i = 0; i < n; i++) {
      re[i] = Math.cos(2 * Math.PI * 3 * i / n);
      im[i] = Math.sin(2 * Math.PI * 3 * i / n);
    }
    new Fft(n).forward(re, im);
    assertThat(re[3]).isGreaterThan(n * (1 - 1e-12));
  }

  @Test
  void rootsAreSymmetric() {
    for (int n : new int[] {8, 12, 100, 4096}) {
      for (int k = 0; k < n; k++) {
        assertThat(UnitRoots.cos(k, n)).isEqualTo(UnitRoots.cos(n - k, n));
        assertThat(UnitRoots.sin(k, n)).isEqualTo(-UnitRoots.sin(n - k, n));
        assertThat(Math.abs(UnitRoots.cos(k, n) - Math.cos(2 * Math.PI * k / n))).isLessThan(8 * U);
      }
    }
    assertThat(UnitRoots.cos(1, 4)).isZero();
    assertThat(UnitRoots.sin(1, 2)).isZero();
  }

  @Test
  void otherLengthsNameTheirNeighbours() {
    assertThatThrownBy(() -> new Fft(11)).hasMessageContaining("10 and 12");
    assertThatThrownBy(() -> new Fft(4097)).hasMessageContaining("4096 and 4116");
    assertThatThrownBy(() -> new Fft(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
