package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeshDecompositionTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 16, 33, 64, 128})
  void rebuildsHaarRandomMatrices(int modes) {
    ComplexMatrix u = RandomUnitary.haar(modes, 21);
    InterferometerMesh clements = MeshDecomposition.clements(u);
    InterferometerMesh reck = MeshDecomposition.reck(u);
    // Required: 1e-12; N columns of blocks with a few roundings each stay below 1e-15 (N + 8).
    double bound = 1e-15 * (modes + 8);
    assertThat(Matrices.distance(clements.ideal().compose(), u)).isLessThan(bound);
    assertThat(Matrices.distance(reck.ideal().compose(), u)).isLessThan(bound);
    assertThat(clements.layout().size()).isEqualTo(modes * (modes - 1) / 2);
    assertThat(reck.layout().size()).isEqualTo(modes * (modes - 1) / 2);
  }

  /** Counter-check of the rebuild: one angle of 120 that is off by 1e-6 shows. */
  @Test
  void rebuildErrorSeesOneWrongAngle() {
    ComplexMatrix u = RandomUnitary.haar(16, 21);
    InterferometerMesh mesh = MeshDecomposition.clements(u);
    double[] theta = mesh.thetas();
    theta[70] += 1e-6;
    InterferometerMesh wrong =
        new InterferometerMesh(mesh.layout(), theta, mesh.phis(), mesh.outputs());
    assertThat(Matrices.distance(wrong.ideal().compose(), u)).isGreaterThan(1e-8);
  }

  @Test
  void columnsAreThoseOfTheTopologies() {
    assertThat(MeshLayout.of(MeshTopology.CLEMENTS, 8).columns()).isEqualTo(8);
    assertThat(MeshLayout.of(MeshTopology.RECK, 8).columns()).isEqualTo(13);
    MeshLayout reck = MeshLayout.of(MeshTopology.RECK, 4);
    assertThat(reck.index(2, 2)).isEqualTo(3);
    assertThatThrownBy(() -> reck.index(1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> reck.index(1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Zeros in the matrix leave angles undetermined: permutations, diagonal and block matrices. */
  @ParameterizedTest
  @CsvSource({"6", "7"})
  void matricesOfZeros(int n) {
    double[] shifted = new double[n * n];
    double[] reversed = new double[n * n];
    for (int i = 0; i < n; i++) {
      shifted[i * n + (i + 1) % n] = 1;
      reversed[i * n + n - 1 - i] = -1;
    }
    ComplexMatrix block =
        Matrices.embedded(n, 2, Matrices.block(Interferometer.ideal(1, 2).transfer()));
    for (ComplexMatrix u :
        new ComplexMatrix[] {
          ComplexMatrix.identity(n),
          ComplexMatrix.real(n, n, shifted),
          ComplexMatrix.real(n, n, reversed),
          block
        }) {
      assertThat(Matrices.distance(MeshDecomposition.clements(u).ideal().compose(), u))
          .isLessThan(1e-14);
      assertThat(Matrices.distance(MeshDecomposition.reck(u).ideal().compose(), u))
          .isLessThan(1e-14);
    }
  }

  @Test
  void otherMatricesAreRefusedWithTheirError() {
    double[] re = RandomUnitary.haar(6, 3).realParts();
    double[] im = RandomUnitary.haar(6, 3).imaginaryParts();
    re[9] += 1e-3;
    ComplexMatrix off = ComplexMatrix.of(6, 6, re, im);
    // 1e-3 in one element of 6 modes is 4.1e-4 in the norm; what of it is not unitary is of that
    // order.
    assertThatThrownBy(() -> MeshDecomposition.clements(off))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unitarity error")
        .hasMessageContaining("e-04");
    assertThatThrownBy(() -> MeshDecomposition.reck(off)).hasMessageContaining("e-04");
    assertThat(MeshDecomposition.of(MeshTopology.RECK, off, 1e-3)).isNotNull();
    assertThatThrownBy(() -> MeshDecomposition.clements(Matrices.normal(3, 4, 1, true)))
        .hasMessageContaining("3 × 4");
    double[] nan = {1, 0, 0, Double.NaN};
    assertThatThrownBy(() -> MeshDecomposition.clements(ComplexMatrix.real(2, 2, nan)))
        .hasMessageContaining("NaN");
    ComplexMatrix identity = ComplexMatrix.identity(4);
    assertThatThrownBy(() -> MeshDecomposition.of(MeshTopology.SINGLE_COLUMN, identity, 1))
        .hasMessageContaining("SINGLE_COLUMN");
  }
}
