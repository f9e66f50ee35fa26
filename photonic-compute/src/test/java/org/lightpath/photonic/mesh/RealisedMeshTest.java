package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealisedMeshTest {
  private static RealisedMesh lossyMesh(MeshTopology topology, int modes) {
    ComplexMatrix u = RandomUnitary.haar(modes, 41);
    InterferometerMesh design = MeshDecomposition.of(topology, u, MeshDecomposition.TOLERANCE);
    return new MeshImperfections(0.03, 0.02, 6, new MeshLoss(0.3, 0.1), Optional.empty())
        .fabricate(design.layout(), 5, 0)
        .realise(design);
  }

  /**
   * The arrays for engines, propagated as engines do: pairs from the parity on, then the screen.
   */
  private static double[] throughColumns(RealisedMesh mesh, int modes, double[] field) {
    double[] blocks = mesh.columnBlocks();
    int pairs = modes / 2;
    double[] out = field.clone();
    for (int column = 0; column < mesh.columnParities().length; column++) {
      for (int pair = 0; pair < pairs; pair++) {
        int mode = mesh.columnParities()[column] + 2 * pair;
        int at = (column * pairs + pair) * RealisedMesh.BLOCK;
        if (mode + 1 >= modes) {
          // Beyond the last mode only the identity may stand.
          assertThat(Arrays.copyOfRange(blocks, at, at + 8))
              .containsExactly(1, 0, 0, 0, 0, 0, 1, 0);
        } else {
          mixPair(out, mode, blocks, at);
        }
      }
    }
    applyScreen(out, mesh.outputPhases());
    return out;
  }

  private static void mixPair(double[] out, int mode, double[] blocks, int at) {
    double[] x = {out[2 * mode], out[2 * mode + 1], out[2 * mode + 2], out[2 * mode + 3]};
    for (int row = 0; row < 2; row++) {
      int t = at + 4 * row;
      out[2 * (mode + row)] =
          blocks[t] * x[0] - blocks[t + 1] * x[1] + blocks[t + 2] * x[2] - blocks[t + 3] * x[3];
      out[2 * (mode + row) + 1] =
          blocks[t] * x[1] + blocks[t + 1] * x[0] + blocks[t + 2] * x[3] + blocks[t + 3] * x[2];
    }
  }

  private static void applyScreen(double[] out, double[] screen) {
    for (int mode = 0; mode < out.length / 2; mode++) {
      double re = out[2 * mode];
      double im = out[2 * mode + 1];
      out[2 * mode] = re * screen[2 * mode] - im * screen[2 * mode + 1];
      out[2 * mode + 1] = re * screen[2 * mode + 1] + im * screen[2 * mode];
    }
  }

  @ParameterizedTest
  @CsvSource({"2,CLEMENTS", "7,CLEMENTS", "8,CLEMENTS", "40,CLEMENTS", "7,RECK", "8,RECK"})
  void vectorMatrixAndExportAgree(int modes, MeshTopology topology) {
    RealisedMesh mesh = lossyMesh(topology, modes);
    ComplexMatrix matrix = mesh.compose();
    double[] re = new double[modes];
    double[] im = new double[modes];
    double[] field = new double[2 * modes];
    for (int i = 0; i < modes; i++) {
      re[i] = field[2 * i] = Math.sin(3 * i + 1);
      im[i] = field[2 * i + 1] = Math.cos(2 * i);
    }
    ComplexMatrix product = matrix.times(ComplexMatrix.of(modes, 1, re, im));
    mesh.propagate(re, im);
    double[] columns = throughColumns(mesh, modes, field);
    for (int i = 0; i < modes; i++) {
      // Different order of sums of up to 40 numbers near 1.
      assertThat(re[i]).isCloseTo(product.re(i, 0), within(1e-14));
      assertThat(im[i]).isCloseTo(product.im(i, 0), within(1e-14));
      assertThat(columns[2 * i]).isCloseTo(re[i], within(1e-14));
      assertThat(columns[2 * i + 1]).isCloseTo(im[i], within(1e-14));
    }
  }

  @Test
  void composingIsTheProductOfEmbeddedBlocks() {
    RealisedMesh mesh = lossyMesh(MeshTopology.CLEMENTS, 5);
    ComplexMatrix product = ComplexMatrix.identity(5);
    for (int column = 0; column < 5; column++) {
      for (int pair = 0; pair < 2; pair++) {
        int index = mesh.layout().firstIndex(column) + pair;
        double[] t = new double[8];
        for (int i = 0; i < 8; i++) {
          t[i] = mesh.block(index, i);
        }
        product = Matrices.embedded(5, column % 2 + 2 * pair, Matrices.block(t)).times(product);
      }
    }
    double[] screen = mesh.outputPhases();
    double[] phases = new double[5];
    for (int i = 0; i < 5; i++) {
      phases[i] = Math.atan2(screen[2 * i + 1], screen[2 * i]);
    }
    product = Matrices.screen(phases).times(product);
    assertThat(Matrices.distance(mesh.compose(), product)).isLessThan(1e-14);
  }

  @Test
  void vectorOfAnotherLengthIsRefused() {
    RealisedMesh mesh = lossyMesh(MeshTopology.RECK, 4);
    assertThatThrownBy(() -> mesh.propagate(new double[4], new double[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 and 5")
        .hasMessageContaining("4 modes");
  }
}
