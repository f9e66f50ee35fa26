package org.lightpath.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.reference.ReferenceEngine;

/** What every engine must do with meshes, by either method: what the reference engine does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MeshConformance {
  /** Opens the engine under test. */
  protected abstract Engine open();

  /** Every precision the device has. */
  protected Stream<Precision> precisions() {
    return Stream.of(Precision.values());
  }

  /**
   * Extents of a case.
   *
   * @param modes N
   * @param columns columns of the mesh
   * @param vectors vectors of each field
   * @param batch fields
   * @param chips 1, or one for each field
   */
  private record Extents(int modes, int columns, int vectors, int batch, int chips) {}

  private static List<Extents> extents() {
    return List.of(
        new Extents(2, 1, 1, 1, 1),
        new Extents(2, 3, 5, 2, 2),
        new Extents(3, 3, 4, 1, 1),
        new Extents(4, 4, 3, 3, 1),
        new Extents(5, 9, 16, 2, 2),
        new Extents(8, 8, 8, 1, 1),
        new Extents(16, 29, 48, 1, 1),
        new Extents(33, 33, 33, 2, 1),
        new Extents(64, 64, 64, 1, 1),
        new Extents(100, 41, 20, 2, 2),
        new Extents(96, 96, 1, 1, 1),
        new Extents(130, 130, 130, 1, 1),
        new Extents(256, 70, 100, 1, 1),
        new Extents(20, 300, 17, 1, 1));
  }

  private Stream<MeshPlan> meshes() {
    List<MeshPlan> plans = new ArrayList<>();
    precisions()
        .forEach(
            precision -> {
              for (Extents e : extents()) {
                FieldShape shape = new FieldShape(e.batch, e.modes, e.vectors);
                for (MeshPlan.Method method : MeshPlan.Method.values()) {
                  plans.add(new MeshPlan(shape, precision, mesh(e), method));
                }
              }
            });
    return plans.stream();
  }

  /**
   * Lossy interferometers of all settings, with empty places, two columns of one parity in a row.
   */
  private static MeshColumns mesh(Extents e) {
    int pairs = e.modes / 2;
    int[] first = new int[e.columns];
    for (int c = 0; c < first.length; c++) {
      first[c] = (c % 7 == 6 ? c + 1 : c) % 2;
    }
    double[] blocks = new double[e.chips * e.columns * pairs * MeshColumns.BLOCK];
    for (int i = 0; i < blocks.length / MeshColumns.BLOCK; i++) {
      int column = i / pairs % e.columns;
      boolean empty = i % 11 == 10 || first[column] + 2 * (i % pairs) + 1 >= e.modes;
      write(blocks, i * MeshColumns.BLOCK, empty ? 0 : 0.7 * i, 1.3 * i, empty);
    }
    double[] screen = new double[e.chips * 2 * e.modes];
    for (int i = 0; i < screen.length; i += 2) {
      screen[i] = 0.99 * Math.cos(0.37 * i);
      screen[i + 1] = 0.99 * Math.sin(0.37 * i);
    }
    return MeshColumns.of(e.modes, first, blocks, screen);
  }

  private static void write(double[] blocks, int at, double theta, double phi, boolean empty) {
    if (empty) {
      blocks[at] = 1;
      blocks[at + 6] = 1;
      return;
    }
    double c = Math.cos(theta);
    double s = Math.sin(theta);
    double loss = 0.999;
    double[] values = {
      loss * c * Math.cos(phi),
      loss * c * Math.sin(phi),
      0,
      loss * s,
      -loss * s * Math.sin(phi),
      loss * s * Math.cos(phi),
      loss * c,
      0
    };
    System.arraycopy(values, 0, blocks, at, values.length);
  }

  @ParameterizedTest
  @MethodSource
  void meshes(MeshPlan plan) {
    try (Engine engine = open();
        Engine reference = new ReferenceEngine();
        ComplexField input = TestFields.noise(plan.shape(), plan.precision(), 42);
        ComplexField observed = ComplexField.allocate(plan.shape(), plan.precision());
        ComplexField expected = ComplexField.allocate(plan.shape(), plan.precision())) {
      run(engine, plan, input, observed);
      run(reference, plan, input, expected);
      double error = observed.relativeError(expected);
      double bound = RoundingBound.relative(plan, 1);
      assertThat(error)
          .withFailMessage(
              () ->
                  "%s, %s of %s by %s: relative error %s, bound %s"
                      .formatted(
                          engine.device().engine(),
                          plan.precision(),
                          plan.shape(),
                          plan.method(),
                          error,
                          bound))
          .isLessThanOrEqualTo(bound);
      // Light does not pass unchanged: the comparison is of something.
      assertThat(expected.relativeError(input)).isGreaterThan(0.1);
    }
  }

  private static void run(Engine engine, MeshPlan plan, ComplexField input, ComplexField output) {
    try (DeviceField field = engine.allocate(plan.shape(), plan.precision());
        FieldProgram program = engine.compile(plan)) {
      field.upload(input);
      program.run(field);
      field.download(output);
    }
  }
}
