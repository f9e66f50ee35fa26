package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.reference.ReferenceEngine;

class RandomMeshTest {
  /** The matrix of a mesh: what becomes of the unit vectors. */
  private static ComplexField matrix(int modes, long seed) {
    FieldShape shape = new FieldShape(1, modes, modes);
    ComplexField field = ComplexField.allocate(shape, Precision.DOUBLE);
    for (int i = 0; i < modes; i++) {
      field.set(0, i, i, 1, 0);
    }
    MeshPlan plan =
        new MeshPlan(
            shape, Precision.DOUBLE, RandomMesh.rectangular(modes, seed), MeshPlan.Method.COLUMNS);
    try (Engine engine = new ReferenceEngine();
        DeviceField device = engine.allocate(shape, Precision.DOUBLE);
        FieldProgram program = engine.compile(plan)) {
      device.upload(field);
      program.run(device);
      device.download(field);
    }
    return field;
  }

  private static double power(ComplexField field, long index) {
    return field.real(2 * index) * field.real(2 * index)
        + field.real(2 * index + 1) * field.real(2 * index + 1);
  }

  @Test
  void matricesAreUnitary() {
    for (int modes : new int[] {2, 5, 8, 33}) {
      try (ComplexField field = matrix(modes, 3)) {
        for (int column = 0; column < modes; column++) {
          double sum = 0;
          for (int row = 0; row < modes; row++) {
            sum += power(field, (long) row * modes + column);
          }
          assertThat(sum).isCloseTo(1, within(1e-12));
        }
      }
    }
  }

  /**
   * Elements of Haar-random matrices: ⟨|U_ij|²⟩ = 1/N and ⟨|U_ij|⁴⟩ = 2/(N(N+1)) for every i and j.
   * Uniform settings would give corners another value.
   */
  @Test
  void elementsHaveTheMomentsOfHaar() {
    int modes = 5;
    int draws = 4000;
    double[] second = new double[modes * modes];
    double[] fourth = new double[modes * modes];
    for (int seed = 0; seed < draws; seed++) {
      try (ComplexField field = matrix(modes, seed)) {
        for (int i = 0; i < second.length; i++) {
          double power = power(field, i);
          second[i] += power / draws;
          fourth[i] += power * power / draws;
        }
      }
    }
    // |U|² has the density (N−1)(1−x)^(N−2): moments k!(N−1)!/(N−1+k)!; five standard deviations.
    double variance2 = 2.0 / (5 * 6) - 1.0 / 25;
    double variance4 = 24.0 * 24 / 40320 - Math.pow(2.0 / 30, 2);
    for (int i = 0; i < second.length; i++) {
      assertThat(second[i]).isCloseTo(0.2, within(5 * Math.sqrt(variance2 / draws)));
      assertThat(fourth[i]).isCloseTo(2.0 / 30, within(5 * Math.sqrt(variance4 / draws)));
    }
  }
}
