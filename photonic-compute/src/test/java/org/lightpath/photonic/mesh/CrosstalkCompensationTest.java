package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrosstalkCompensationTest {
  private static final ThermalCrosstalk DENSE = new ThermalCrosstalk(80e-6, 20e-6, 15e-6, 2e-4);

  @Test
  void heatOfTheNeighboursIsCompensated() {
    ComplexMatrix u = RandomUnitary.haar(16, 3);
    InterferometerMesh design = MeshDecomposition.clements(u);
    MeshChip chip = MeshImperfections.NONE.withCrosstalk(DENSE).fabricate(design.layout(), 1, 0);
    CrosstalkCompensation.Result result = CrosstalkCompensation.compensate(design, DENSE);
    assertThat(result.residual()).isLessThan(1e-12);
    // Phases good to 1e-12, 16 columns of them.
    assertThat(Matrices.distance(chip.realise(result.mesh()).compose(), u)).isLessThan(3e-11);
    assertThat(MeshMetrics.fidelity(u, chip.realise(design).compose())).isLessThan(0.995);
  }

  /** Couplers, phases and heat together: correct first, then compensate. */
  @Test
  void followsSelfConfiguration() {
    MeshLayout layout = MeshLayout.of(MeshTopology.CLEMENTS, 12);
    double[] angles = new double[layout.size()];
    for (int k = 0; k < angles.length; k++) {
      angles[k] = 1.5 + 0.8 * Math.sin(k);
    }
    InterferometerMesh design = new InterferometerMesh(layout, angles, angles, new double[12]);
    MeshChip chip =
        new MeshImperfections(0.04, 0.1, 0, MeshLoss.NONE, Optional.of(DENSE))
            .fabricate(layout, 2, 0);
    SelfConfiguration.Result corrected = SelfConfiguration.correct(design, chip);
    CrosstalkCompensation.Result result = CrosstalkCompensation.compensate(corrected.mesh(), DENSE);
    assertThat(corrected.clipped()).isZero();
    ComplexMatrix u = design.ideal().compose();
    assertThat(Matrices.distance(chip.realise(result.mesh()).compose(), u)).isLessThan(3e-11);
    assertThat(Matrices.distance(chip.realise(corrected.mesh()).compose(), u)).isGreaterThan(1e-3);
  }
}
