package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingularValuesTest {
  private static ComplexMatrix rebuilt(SingularValues svd) {
    int m = svd.u().rows();
    int n = svd.v().rows();
    double[] sigma = new double[m * n];
    for (int i = 0; i < svd.values().length; i++) {
      sigma[i * n + i] = svd.values()[i];
    }
    return svd.u().times(ComplexMatrix.real(m, n, sigma)).times(svd.v().adjoint());
  }

  private static void check(ComplexMatrix a) {
    SingularValues svd = SingularValues.of(a);
    // Backward stable: some rounding errors of the norm for each of M + N reflectors.
    double unit = 1e-15 * (a.rows() + a.columns());
    assertThat(Matrices.distance(rebuilt(svd), a)).isLessThan(unit * (1 + a.frobeniusNorm()));
    assertThat(svd.u().unitarityError()).isLessThan(unit);
    assertThat(svd.v().unitarityError()).isLessThan(unit);
    double[] values = svd.values();
    for (int i = 1; i < values.length; i++) {
      assertThat(values[i]).isBetween(0.0, values[i - 1]);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,7", "7,1", "2,2", "8,8", "64,64", "40,9", "9,40"})
  void factorsGiveTheMatrixBack(int rows, int columns) {
    check(Matrices.normal(rows, columns, 5, false));
    check(Matrices.normal(rows, columns, 5, true));
  }

  @Test
  void realMatrixHasRealFactors() {
    SingularValues svd = SingularValues.of(Matrices.normal(12, 7, 3, true));
    assertThat(Arrays.stream(svd.u().imaginaryParts()).map(Math::abs).max()).hasValue(0);
    assertThat(Arrays.stream(svd.v().imaginaryParts()).map(Math::abs).max()).hasValue(0);
  }

  /** Equal singular values (a unitary matrix), rank 1, and zero: where subspaces are not unique. */
  @Test
  void degenerateMatrices() {
    check(RandomUnitary.haar(16, 4));
    check(Matrices.normal(9, 1, 6, false).times(Matrices.normal(1, 12, 7, false)));
    check(ComplexMatrix.real(3, 4, new double[12]));
    for (double value : SingularValues.of(RandomUnitary.haar(16, 4)).values()) {
      assertThat(value).isCloseTo(1, within(1e-14));
    }
  }

  @Test
  void singularValuesOfAKnownMatrix() {
    // j [[3, 0], [4, 5]]: A†A has the eigenvalues 45 and 5.
    ComplexMatrix a = ComplexMatrix.of(2, 2, new double[4], new double[] {3, 0, 4, 5});
    double[] values = SingularValues.of(a).values();
    assertThat(values[0]).isCloseTo(Math.sqrt(45), within(1e-14));
    assertThat(values[1]).isCloseTo(Math.sqrt(5), within(1e-14));
  }

  @Test
  void nonFiniteElementIsRefused() {
    assertThatThrownBy(
            () -> SingularValues.of(ComplexMatrix.real(1, 2, new double[] {1, Double.NaN})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
  }
}
