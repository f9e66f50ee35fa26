package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplexMatrixTest {
  /** Product by definition, element by element. */
  private static double[] element(ComplexMatrix a, ComplexMatrix b, int row, int column) {
    double re = 0;
    double im = 0;
    for (int k = 0; k < a.columns(); k++) {
      re += a.re(row, k) * b.re(k, column) - a.im(row, k) * b.im(k, column);
      im += a.re(row, k) * b.im(k, column) + a.im(row, k) * b.re(k, column);
    }
    return new double[] {re, im};
  }

  /** 300 × 40 times 40 × 270: more than one panel both ways. */
  @Test
  void productIsTheSumOverTheInnerIndex() {
    ComplexMatrix a = Matrices.normal(300, 40, 1, false);
    ComplexMatrix b = Matrices.normal(40, 270, 2, false);
    ComplexMatrix product = a.times(b);
    // 40 products of normals, each rounded to 1.1e-16 of a modulus that stays below 100.
    for (int row = 0; row < 300; row += 7) {
      for (int column = 0; column < 270; column += 3) {
        double[] expected = element(a, b, row, column);
        assertThat(product.re(row, column)).isCloseTo(expected[0], within(1e-12));
        assertThat(product.im(row, column)).isCloseTo(expected[1], within(1e-12));
      }
    }
  }

  @Test
  void productOfUnlikeShapesIsRefused() {
    ComplexMatrix a = ComplexMatrix.identity(3);
    ComplexMatrix b = ComplexMatrix.identity(4);
    assertThatThrownBy(() -> a.times(b))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 × 3 and 4 × 4");
    assertThatThrownBy(() -> ComplexMatrix.real(2, 2, new double[3])).hasMessageContaining("2 × 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 65, 128})
  void haarMatrixIsUnitary(int size) {
    ComplexMatrix u = RandomUnitary.haar(size, 11);
    // Backward error of N reflectors: N roundings of elements below 1, with room.
    assertThat(u.unitarityError()).isLessThan(4e-16 * (size + 8));
    assertThat(u).isEqualTo(RandomUnitary.haar(size, 11));
    assertThat(u).isNotEqualTo(RandomUnitary.haar(size, 12));
  }

  /**
   * Haar: |Tr U|² has mean 1 (Diaconis and Shahshahani), and every |u_ij|² mean 1/N. Without the
   * phase of the reflector the trace has another mean.
   */
  @Test
  void haarMatrixIsUniform() {
    int n = 5;
    int draws = 4000;
    double trace = 0;
    double first = 0;
    double traceRe = 0;
    for (int seed = 0; seed < draws; seed++) {
      ComplexMatrix u = RandomUnitary.haar(n, seed);
      double re = 0;
      double im = 0;
      for (int i = 0; i < n; i++) {
        re += u.re(i, i);
        im += u.im(i, i);
      }
      trace += (re * re + im * im) / draws;
      traceRe += re / draws;
      first += (u.re(0, 0) * u.re(0, 0) + u.im(0, 0) * u.im(0, 0)) / draws;
    }
    // |Tr U|² is nearly exponential with deviation 1: 4/√4000 is four standard errors.
    assertThat(trace).isCloseTo(1, within(0.064));
    assertThat(traceRe).isCloseTo(0, within(0.045));
    // |u|² is Beta(1, 4) with deviation 0.163.
    assertThat(first).isCloseTo(0.2, within(0.0104));
  }

  @Test
  void unitarityErrorSeesAScaledMatrix() {
    ComplexMatrix scaled = ComplexMatrix.real(2, 2, new double[] {1.01, 0, 0, 1});
    assertThat(scaled.unitarityError()).isCloseTo(0.0201, within(1e-15));
  }
}
