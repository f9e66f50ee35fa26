package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClementsAnglesTest {
  /** Product of dense matrices of the blocks as Clements et al. 2016 print them. */
  private static ComplexMatrix rebuilt(ClementsAngles angles, double thetaOffset) {
    MeshLayout layout = angles.layout();
    ComplexMatrix product = ComplexMatrix.identity(layout.modes());
    for (int column = 0; column < layout.columns(); column++) {
      for (int pair = 0; pair < layout.size(column); pair++) {
        int index = layout.firstIndex(column) + pair;
        double c = Math.cos(angles.thetas()[index] + thetaOffset);
        double s = Math.sin(angles.thetas()[index] + thetaOffset);
        double er = Math.cos(angles.phis()[index]);
        double ei = Math.sin(angles.phis()[index]);
        ComplexMatrix block = Matrices.block(er * c, ei * c, -s, 0, er * s, ei * s, c, 0);
        int mode = layout.firstMode(column) + 2 * pair;
        product = Matrices.embedded(layout.modes(), mode, block).times(product);
      }
    }
    return Matrices.screen(angles.outputs()).times(product);
  }

  @ParameterizedTest
  @CsvSource({"2,CLEMENTS", "7,CLEMENTS", "8,CLEMENTS", "7,RECK", "8,RECK"})
  void bothConventionsDescribeTheSameMatrix(int modes, MeshTopology topology) {
    ComplexMatrix u = RandomUnitary.haar(modes, 31);
    InterferometerMesh mesh = MeshDecomposition.of(topology, u, MeshDecomposition.TOLERANCE);
    ClementsAngles angles = ClementsAngles.of(mesh);
    // Phases are carried through N columns, each with a rounding of 2π.
    assertThat(Matrices.distance(rebuilt(angles, 0), u)).isLessThan(3e-14);
    assertThat(Matrices.distance(rebuilt(angles, 1e-6), u)).isGreaterThan(1e-7);
    assertThat(Matrices.distance(angles.toMesh().ideal().compose(), u)).isLessThan(3e-14);
  }

  /** Angles of any size and sign, as other programs write them. */
  @ParameterizedTest
  @CsvSource({"6,CLEMENTS", "5,RECK"})
  void anglesOutsideTheUsualRange(int modes, MeshTopology topology) {
    MeshLayout layout = MeshLayout.of(topology, modes);
    double[] theta = new double[layout.size()];
    double[] phi = new double[layout.size()];
    double[] output = new double[modes];
    for (int i = 0; i < theta.length; i++) {
      theta[i] = 9 * Math.sin(3 * i + 1);
      phi[i] = 11 * Math.cos(5 * i);
    }
    for (int i = 0; i < modes; i++) {
      output[i] = -4 * i;
    }
    ClementsAngles angles = new ClementsAngles(layout, theta, phi, output);
    ComplexMatrix u = rebuilt(angles, 0);
    assertThat(Matrices.distance(angles.toMesh().ideal().compose(), u)).isLessThan(3e-14);
    assertThat(Matrices.distance(rebuilt(ClementsAngles.of(angles.toMesh()), 0), u))
        .isLessThan(3e-14);
  }
}
