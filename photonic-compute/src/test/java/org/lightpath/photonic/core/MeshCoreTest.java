package org.lightpath.photonic.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.core.statistics.Moments;

class MeshCoreTest {
  /** Turns every entry by a phase of the chip, and loses 3 dB. */
  private static final RealisedMatrix TURNED =
      new RealisedMatrix() {
        @Override
        public Transfer realise(double[][] target, long chip) {
          double[][] real = new double[target.length][target[0].length];
          double[][] imaginary = new double[target.length][target[0].length];
          for (int j = 0; j < target.length; j++) {
            for (int k = 0; k < target[j].length; k++) {
              real[j][k] = Math.cos(0.1 * chip) * target[j][k];
              imaginary[j][k] = Math.sin(0.1 * chip) * target[j][k];
            }
          }
          return new Transfer(real, imaginary);
        }

        @Override
        public double transmission(int outputs, int inputs) {
          return 0.5;
        }
      };

  private static double[] product(double[] a, double[] b, MatmulShape shape) {
    double[] c = new double[shape.rows() * shape.columns()];
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        for (int k = 0; k < shape.inner(); k++) {
          c[i * shape.columns() + j] += a[i * shape.inner() + k] * b[k * shape.columns() + j];
        }
      }
    }
    return c;
  }

  @Test
  void idealMeshesGiveTheProductInBlocks() {
    MatmulShape shape = MatmulShape.of(1, 3, 6, 20);
    double[] a = Samples.uniform(60, 1);
    double[] b = Samples.uniform(120, 2);
    ProductRequest request = Samples.request(shape, OperandStatistics.UNIFORM);
    double[] expected = product(a, b, shape);
    double[] ideal = Samples.run(MeshCore.ideal(Double.POSITIVE_INFINITY, 8), request, a, b);
    double[] turned =
        Samples.run(
            MeshCore.ideal(Double.POSITIVE_INFINITY, 8).withMatrix(TURNED),
            request.withSeeds(new CoreSeeds(3, 1)),
            a,
            b);
    for (int i = 0; i < expected.length; i++) {
      assertThat(ideal[i]).isCloseTo(expected[i], offset(1e-12));
      assertThat(turned[i]).isCloseTo(Math.cos(0.3) * expected[i], offset(1e-12));
    }
  }

  /** Variance 1/(4α²L) in units of the mesh, times the square of the weights' norm. */
  @Test
  void shotNoiseIsThatOfALocalOscillator() {
    double[] x = Samples.uniform(8, 1);
    double[] w = Samples.uniform(8, 2);
    MeshCore core = MeshCore.ideal(20, 8).withMatrix(TURNED);
    Moments moments = Moments.of(Samples.draws(core, x, w, 40_000, OperandStatistics.UNIFORM));
    double norm = Math.sqrt(Samples.square(w)) * 1.001;
    double expected = norm * norm / (4 * 60 * 0.5);
    assertThat(moments.variance()).isCloseTo(expected, within(0.035 * expected));
  }

  @Test
  void spectralNormOfKnownMatrices() {
    assertThat(MeshCore.spectralNorm(new double[][] {{3, 0}, {0, 2}}) / 1.001)
        .isCloseTo(3, offset(1e-9));
    assertThat(MeshCore.spectralNorm(new double[][] {{1, 1}, {1, 1}, {0, 0}}) / 1.001)
        .isCloseTo(2, offset(1e-12));
    assertThat(MeshCore.spectralNorm(new double[2][2])).isEqualTo(0);
  }

  @Test
  void impossibleMeshesNameTheirNumbers() {
    MeshCore core = MeshCore.ideal(1, 8);
    assertThat(core.inputs()).isEqualTo(8);
    assertThatThrownBy(
            () -> core.withCircuit(ReadoutCircuit.ideal(8).withShot(ReadoutCircuit.Shot.COUNTED)))
        .hasMessageContaining("local oscillator");
    assertThatThrownBy(() -> core.withModulator(FieldModulator.IDEAL.withExtinctionRatio(100)))
        .hasMessageContaining("extinction ratio 100");
  }
}
