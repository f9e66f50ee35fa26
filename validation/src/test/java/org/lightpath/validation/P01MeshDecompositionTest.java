package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.photonic.mesh.ComplexMatrix;
import org.lightpath.photonic.mesh.InterferometerMesh;
import org.lightpath.photonic.mesh.MeshComposer;
import org.lightpath.photonic.mesh.MeshDecomposition;
import org.lightpath.photonic.mesh.RandomUnitary;

/**
 * P1: a Haar-random unitary matrix is decomposed into interferometers (Clements et al. 2016, Reck
 * et al. 1994) and rebuilt by light that passes them on each engine, by both methods.
 */
class P01MeshDecompositionTest {
  static final int[] MODES = {8, 16, 32, 64, 128};

  /** Largest error of an element in double precision; published 2e-15 to 1.4e-14. */
  static final double DOUBLE_ERROR = 1e-12;

  static final int LARGE = 1024;

  /** ‖V†V − 1‖/√N in single precision at N = 1024; published 1.9e-6. */
  static final double SINGLE_UNITARITY = 4e-6;

  /** Rounding in single precision: columns pass one after the other, each errs by a few 2⁻²⁴. */
  private static double tolerance(EngineCase engine, int modes) {
    return engine.isDouble() ? DOUBLE_ERROR : 4 * modes * 0x1p-24;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void lightRebuildsTheMatrix(EngineCase engine) {
    try (EngineScope scope = new EngineScope(engine)) {
      for (int modes : MODES) {
        Tolerances tolerances = new Tolerances(engine, modes);
        ComplexMatrix wanted = RandomUnitary.haar(modes, 5);
        for (InterferometerMesh mesh :
            List.of(MeshDecomposition.clements(wanted), MeshDecomposition.reck(wanted))) {
          for (MeshPlan.Method method : MeshPlan.Method.values()) {
            ComplexMatrix rebuilt = compose(scope, method, mesh);
            tolerances.requireSmall(
                "element of %s by %s".formatted(mesh.layout(), method),
                rebuilt.minus(wanted).largestModulus(),
                tolerance(engine, modes));
          }
        }
      }
    }
  }

  private static ComplexMatrix compose(
      EngineScope scope, MeshPlan.Method method, InterferometerMesh mesh) {
    return new MeshComposer(scope.engine(), scope.precision(), method)
        .compose(List.of(mesh.ideal()))
        .getFirst();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST_SINGLE)
  void largeMeshStaysUnitaryInSinglePrecision(EngineCase engine) {
    try (EngineScope scope = new EngineScope(engine)) {
      InterferometerMesh mesh = Large.MESH;
      ComplexMatrix rebuilt = compose(scope, MeshPlan.Method.BLOCKS, mesh);
      ComplexMatrix product = rebuilt.adjoint().times(rebuilt);
      double error =
          product.minus(ComplexMatrix.identity(LARGE)).frobeniusNorm() / Math.sqrt(LARGE);
      new Tolerances(engine, LARGE)
          .requireSmall("‖V†V − 1‖/√N of " + mesh.layout(), error, SINGLE_UNITARITY);
    }
  }

  /** Made once: seconds of work that all engines share. */
  private static final class Large {
    static final InterferometerMesh MESH = MeshDecomposition.clements(RandomUnitary.haar(LARGE, 6));
  }

  /** Counter-check: what is not unitary has no such mesh, and another matrix is told apart. */
  @Test
  void otherMatricesAreRefusedOrToldApart() {
    ComplexMatrix unitary = RandomUnitary.haar(8, 5);
    double[] re = unitary.realParts();
    re[3] += 1e-6;
    ComplexMatrix off = ComplexMatrix.of(8, 8, re, unitary.imaginaryParts());
    assertThatThrownBy(() -> MeshDecomposition.clements(off))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unitarity error");
    assertThat(RandomUnitary.haar(8, 6).minus(unitary).largestModulus()).isGreaterThan(0.1);
  }
}
