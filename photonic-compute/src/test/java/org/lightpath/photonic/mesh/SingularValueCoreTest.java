package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingularValueCoreTest {
  @ParameterizedTest
  @CsvSource({
    "1,1,CLEMENTS",
    "1,6,CLEMENTS",
    "6,1,RECK",
    "8,8,CLEMENTS",
    "8,8,RECK",
    "5,12,CLEMENTS",
    "12,5,CLEMENTS",
    "48,64,CLEMENTS"
  })
  void rebuildsRealAndComplexMatrices(int rows, int columns, MeshTopology topology) {
    for (boolean real : new boolean[] {true, false}) {
      ComplexMatrix w = Matrices.normal(rows, columns, 13, real);
      SingularValueCore core = SingularValueCore.of(w, topology);
      ComplexMatrix rebuilt = core.ideal().matrix();
      // Rounding of two decompositions, two meshes and the attenuators' arcsine.
      double bound = 1e-15 * (rows + columns + 8) * core.scale();
      assertThat(Matrices.distance(rebuilt, w)).isLessThan(bound);
      assertThat(core.attenuators().layout().size()).isEqualTo(Math.min(rows, columns));
    }
  }

  @Test
  void attenuatorsAreRealAndRelativeToTheLargest() {
    double[] diagonal = {0, 0, 2, 0, -0.5, 0, 1, 0, 0};
    RealisedCore core =
        SingularValueCore.of(ComplexMatrix.real(3, 3, diagonal), MeshTopology.CLEMENTS).ideal();
    assertThat(core.scale()).isCloseTo(2, within(1e-15));
    double[] expected = {1, 0.5, 0.25};
    for (int i = 0; i < 3; i++) {
      assertThat(core.attenuation(i)[0]).isCloseTo(expected[i], within(1e-14));
      assertThat(core.attenuation(i)[1]).isCloseTo(0, within(1e-14));
    }
  }

  @Test
  void zeroMatrixIsDark() {
    SingularValueCore core =
        SingularValueCore.of(ComplexMatrix.real(3, 2, new double[6]), MeshTopology.CLEMENTS);
    assertThat(core.scale()).isZero();
    assertThat(core.ideal().matrix().largestModulus()).isZero();
  }

  /** All three meshes are imperfect, and independent of each other. */
  @Test
  void chipErrorsReachTheMatrix() {
    ComplexMatrix w = Matrices.normal(8, 8, 13, true);
    SingularValueCore core = SingularValueCore.of(w, MeshTopology.CLEMENTS);
    MeshImperfections technology = MeshImperfections.splitters(0.01);
    RealisedCore chip = core.realise(technology, 4, 0);
    double error = chip.matrix().minus(w).frobeniusNorm() / w.frobeniusNorm();
    // Two meshes of 7 blocks on the way: about √(2 · 2 · 7) · 0.01 = 5 %.
    assertThat(error).isBetween(0.02, 0.12);
    assertThat(core.realise(technology, 4, 0).matrix()).isEqualTo(chip.matrix());
    assertThat(core.realise(technology, 4, 1).matrix()).isNotEqualTo(chip.matrix());
    assertThat(chip.attenuation(3)[0]).isNotCloseTo(core.ideal().attenuation(3)[0], within(1e-6));
  }
}
