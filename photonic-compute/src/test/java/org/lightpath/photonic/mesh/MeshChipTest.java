package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshChipTest {
  private static final MeshLayout LAYOUT = MeshLayout.of(MeshTopology.CLEMENTS, 64);

  @Test
  void perfectTechnologyGivesTheDesign() {
    ComplexMatrix u = RandomUnitary.haar(16, 2);
    InterferometerMesh design = MeshDecomposition.clements(u);
    ComplexMatrix v =
        MeshImperfections.NONE.fabricate(design.layout(), 1, 0).realise(design).compose();
    assertThat(Matrices.distance(v, u)).isLessThan(1e-14);
    assertThat(MeshMetrics.fidelity(u, v)).isCloseTo(1, within(1e-14));
  }

  /** A chip is the same under every design, and a better technology scales its errors down. */
  @Test
  void errorsBelongToSeedAndPlace() {
    MeshChip chip = MeshImperfections.splitters(0.02).fabricate(LAYOUT, 9, 0);
    MeshChip more =
        MeshImperfections.splitters(0.04)
            .withPhaseSigma(0.1)
            .withLoss(new MeshLoss(0.2, 0.1))
            .fabricate(LAYOUT, 9, 0);
    MeshChip otherChip = MeshImperfections.splitters(0.02).fabricate(LAYOUT, 10, 0);
    MeshChip otherMesh = MeshImperfections.splitters(0.02).fabricate(LAYOUT, 9, 1);
    for (int k = 0; k < LAYOUT.size(); k += 13) {
      assertThat(more.firstError(k)).isEqualTo(2 * chip.firstError(k));
      assertThat(more.secondError(k)).isEqualTo(2 * chip.secondError(k));
      assertThat(otherChip.firstError(k)).isNotEqualTo(chip.firstError(k));
      assertThat(otherMesh.firstError(k)).isNotEqualTo(chip.firstError(k));
    }
  }

  @Test
  void errorsHaveTheGivenSpread() {
    MeshChip chip = MeshImperfections.splitters(0.02).withPhaseSigma(0.1).fabricate(LAYOUT, 9, 0);
    // 2016 draws: the standard deviation is known to 1/√4032 = 1.6 %, the mean to 2.2 %; four of
    // them.
    for (double[] check :
        new double[][] {
          {0.02, rms(k -> chip.firstError(k))},
          {0.02, rms(k -> chip.secondError(k))},
          {0.1, rms(k -> chip.thetaError(k))},
          {0.1, rms(k -> chip.phiError(k))}
        }) {
      assertThat(check[1]).isCloseTo(check[0], within(0.064 * check[0]));
    }
    double product =
        IntStream.range(0, LAYOUT.size())
            .mapToDouble(k -> chip.firstError(k) * chip.secondError(k))
            .average()
            .orElseThrow();
    assertThat(product).isCloseTo(0, within(0.089 * 0.02 * 0.02));
  }

  private static double rms(IntToDoubleFunction error) {
    return Math.sqrt(
        IntStream.range(0, LAYOUT.size())
            .mapToDouble(k -> error.applyAsDouble(k) * error.applyAsDouble(k))
            .average()
            .orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 32})
  void phasesGoToTheNearestLevel(int bits) {
    double step = 2 * Math.PI / Math.pow(2, bits);
    for (double angle = 0; angle < 2 * Math.PI; angle += 0.013) {
      double level = Phases.quantise(angle, bits);
      // The highest levels fall to 0 = 2π.
      double distance = Math.abs(Math.IEEEremainder(level - angle, 2 * Math.PI));
      assertThat(distance).isLessThanOrEqualTo(step / 2 * (1 + 1e-6));
      assertThat(level).isBetween(0.0, 2 * Math.PI - step / 2);
    }
  }

  /** Bar states everywhere: inner modes meet N interferometers, the outermost N/2. */
  @Test
  void lossAddsUpAlongThePath() {
    InterferometerMesh bar = MeshDecomposition.clements(ComplexMatrix.identity(8));
    MeshImperfections technology = MeshImperfections.NONE.withLoss(new MeshLoss(0.25, 0));
    ComplexMatrix v = technology.fabricate(bar.layout(), 1, 0).realise(bar).compose();
    InsertionLoss loss = MeshMetrics.insertionLoss(v);
    assertThat(loss.leastDecibels()).isCloseTo(1.0, within(1e-12));
    assertThat(loss.mostDecibels()).isCloseTo(2.0, within(1e-12));
    double mean = (2 * Math.pow(10, -0.1) + 6 * Math.pow(10, -0.2)) / 8;
    assertThat(loss.meanDecibels()).isCloseTo(-10 * Math.log10(mean), within(1e-12));
  }

  @Test
  void commonLossDoesNotCountInTheNormalisedFidelity() {
    ComplexMatrix u = RandomUnitary.haar(2, 8);
    InterferometerMesh design = MeshDecomposition.clements(u);
    MeshImperfections even = MeshImperfections.NONE.withLoss(new MeshLoss(3, 0));
    ComplexMatrix v = even.fabricate(design.layout(), 1, 0).realise(design).compose();
    assertThat(MeshMetrics.fidelity(u, v)).isCloseTo(Math.pow(10, -0.3), within(1e-14));
    assertThat(MeshMetrics.lossNormalisedFidelity(u, v)).isCloseTo(1, within(1e-14));
    MeshImperfections uneven = MeshImperfections.NONE.withLoss(new MeshLoss(3, 0.5));
    ComplexMatrix w = uneven.fabricate(design.layout(), 1, 0).realise(design).compose();
    assertThat(MeshMetrics.lossNormalisedFidelity(u, w)).isLessThan(0.9999);
  }

  @Test
  void badValuesAreRefused() {
    assertThatThrownBy(() -> MeshImperfections.splitters(-0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("splitter sigma [rad]: -0.1");
    assertThatThrownBy(() -> MeshImperfections.NONE.withPhaseBits(33)).hasMessageContaining("33");
    assertThatThrownBy(() -> new MeshLoss(Double.NaN, 0)).hasMessageContaining("NaN");
    InterferometerMesh small = MeshDecomposition.reck(ComplexMatrix.identity(4));
    MeshChip chip = MeshImperfections.NONE.fabricate(LAYOUT, 1, 0);
    assertThatThrownBy(() -> chip.realise(small))
        .hasMessageContaining("RECK mesh of 4 modes")
        .hasMessageContaining("CLEMENTS mesh of 64 modes");
  }
}
