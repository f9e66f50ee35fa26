package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfConfigurationTest {
  /** Designs whose angles are all within reach: splitting ratios from 10 to 90 %. */
  private static InterferometerMesh moderate(MeshTopology topology, int modes) {
    MeshLayout layout = MeshLayout.of(topology, modes);
    double[] theta = new double[layout.size()];
    double[] phi = new double[layout.size()];
    for (int k = 0; k < theta.length; k++) {
      // Also beyond π, where the cosine is negative.
      theta[k] =
          (k % 3 == 0 ? 2 * Math.PI : 0) + (k % 3 == 0 ? -1 : 1) * (1.57 + 0.9 * Math.sin(k));
      phi[k] = 7 * Math.sin(2.3 * k);
    }
    double[] output = new double[modes];
    for (int mode = 0; mode < modes; mode++) {
      output[mode] = 3 * Math.cos(mode);
    }
    return new InterferometerMesh(layout, theta, phi, output);
  }

  @ParameterizedTest
  @EnumSource(
      value = MeshTopology.class,
      names = {"CLEMENTS", "RECK"})
  void errorsInReachAreCorrectedExactly(MeshTopology topology) {
    InterferometerMesh design = moderate(topology, 24);
    ComplexMatrix u = design.ideal().compose();
    MeshChip chip =
        MeshImperfections.splitters(0.05).withPhaseSigma(0.2).fabricate(design.layout(), 3, 0);
    SelfConfiguration.Result corrected = SelfConfiguration.correct(design, chip);
    assertThat(corrected.clipped()).isZero();
    // The root of a difference and phases carried through 45 columns: required 1e-10.
    assertThat(Matrices.distance(chip.realise(corrected.mesh()).compose(), u)).isLessThan(1e-12);
    // Counter-check: without correction hardly anything is left.
    assertThat(MeshMetrics.fidelity(u, chip.realise(design).compose())).isLessThan(0.5);
  }

  /**
   * Random matrices want many interferometers close to the cross state, some of them out of reach.
   */
  @Test
  void correctionHelpsWhereSomeAreClipped() {
    ComplexMatrix u = RandomUnitary.haar(32, 5);
    InterferometerMesh design = MeshDecomposition.clements(u);
    MeshChip chip = MeshImperfections.splitters(0.02).fabricate(design.layout(), 3, 0);
    SelfConfiguration.Result corrected = SelfConfiguration.correct(design, chip);
    assertThat(corrected.clipped()).isBetween(1, design.layout().size() / 2);
    double before = 1 - MeshMetrics.fidelity(u, chip.realise(design).compose());
    double after = 1 - MeshMetrics.fidelity(u, chip.realise(corrected.mesh()).compose());
    assertThat(before).isGreaterThan(0.01);
    // Observed over 100 chips: 1e-4 of infidelity instead of 2.5e-2.
    assertThat(after).isLessThan(before / 50);
  }

  @Test
  void perfectChipNeedsNoCorrection() {
    InterferometerMesh design = MeshDecomposition.clements(RandomUnitary.haar(12, 6));
    MeshChip chip = MeshImperfections.NONE.fabricate(design.layout(), 1, 0);
    SelfConfiguration.Result corrected = SelfConfiguration.correct(design, chip);
    assertThat(corrected.clipped()).isZero();
    assertThat(Matrices.distance(corrected.mesh().ideal().compose(), design.ideal().compose()))
        .isLessThan(1e-14 * 12);
  }

  /** Bar and cross states leave phases undetermined, and out of reach of an imperfect chip. */
  @Test
  void extremeStates() {
    InterferometerMesh design = MeshDecomposition.reck(ComplexMatrix.identity(6));
    MeshChip perfect = MeshImperfections.NONE.fabricate(design.layout(), 1, 0);
    SelfConfiguration.Result same = SelfConfiguration.correct(design, perfect);
    assertThat(same.clipped()).isZero();
    assertThat(Matrices.distance(same.mesh().ideal().compose(), ComplexMatrix.identity(6)))
        .isLessThan(1e-13);
    MeshChip chip = MeshImperfections.splitters(0.01).fabricate(design.layout(), 1, 0);
    SelfConfiguration.Result result = SelfConfiguration.correct(design, chip);
    assertThat(result.clipped()).isEqualTo(design.layout().size());
    ComplexMatrix v = chip.realise(result.mesh()).compose();
    assertThat(MeshMetrics.fidelity(ComplexMatrix.identity(6), v)).isGreaterThan(0.99);
  }

  @Test
  void chipOfAnotherLayoutIsRefused() {
    InterferometerMesh design = MeshDecomposition.reck(ComplexMatrix.identity(4));
    MeshChip chip = MeshImperfections.NONE.fabricate(MeshLayout.of(MeshTopology.CLEMENTS, 4), 1, 0);
    assertThatThrownBy(() -> SelfConfiguration.correct(design, chip))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RECK");
  }
}
