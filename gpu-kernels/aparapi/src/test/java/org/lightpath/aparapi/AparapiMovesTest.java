package org.lightpath.aparapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.core.conformance.TestFields;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.TransformPlan;
import org.lightpath.core.plan.TransformPlan.Direction;

/**
 * What is on the device stays whole, whatever the garbage collector moves between launches, and
 * whichever field is run on meanwhile: Aparapi itself loses it then.
 */
class AparapiMovesTest {
  @BeforeAll
  static void present() {
    AparapiPresence.require();
  }

  /** Local memory, and global memory. */
  @ParameterizedTest
  @ValueSource(ints = {1024, 8192})
  void collectionsBetweenRunsLoseNothing(int samples) {
    FieldShape shape = new FieldShape(1, 1, samples);
    try (Engine engine = new AparapiEngine(EngineOptions.DEFAULT);
        ComplexField input = TestFields.noise(shape, Precision.DOUBLE, 1);
        ComplexField quiet = ComplexField.allocate(shape, Precision.DOUBLE);
        ComplexField disturbed = ComplexField.allocate(shape, Precision.DOUBLE);
        DeviceField field = engine.allocate(shape, Precision.DOUBLE);
        FieldProgram there = engine.compile(plan(shape, Direction.FORWARD));
        FieldProgram back = engine.compile(plan(shape, Direction.INVERSE))) {
      run(field, input, quiet, List.of(there, back, there), false);
      run(field, input, disturbed, List.of(there, back, there), true);
      assertThat(disturbed.segment().mismatch(quiet.segment())).isEqualTo(-1);
      assertThat(quiet.relativeError(input)).isGreaterThan(0.1);
    }
  }

  private static void run(
      DeviceField field,
      ComplexField input,
      ComplexField output,
      List<FieldProgram> programs,
      boolean collect) {
    field.upload(input);
    for (FieldProgram program : programs) {
      program.run(field);
      if (collect) {
        churn();
      }
    }
    field.download(output);
  }

  /** Makes the collector run, and move what survives. */
  private static void churn() {
    List<byte[]> kept = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      kept.add(new byte[1 << 14]);
    }
    System.gc();
    assertThat(kept).hasSize(64);
  }

  private static TransformPlan plan(FieldShape shape, Direction direction) {
    return new TransformPlan(shape, Precision.DOUBLE, direction);
  }

  @Test
  void fieldsTakeTurns() {
    FieldShape shape = new FieldShape(2, 1, 4096);
    try (Engine engine = new AparapiEngine(EngineOptions.DEFAULT);
        ComplexField one = TestFields.noise(shape, Precision.DOUBLE, 1);
        ComplexField two = TestFields.noise(shape, Precision.DOUBLE, 2);
        ComplexField output = ComplexField.allocate(shape, Precision.DOUBLE);
        DeviceField first = engine.allocate(shape, Precision.DOUBLE);
        DeviceField second = engine.allocate(shape, Precision.DOUBLE);
        FieldProgram there = engine.compile(plan(shape, Direction.FORWARD));
        FieldProgram back = engine.compile(plan(shape, Direction.INVERSE))) {
      first.upload(one);
      second.upload(two);
      there.run(first);
      there.run(second);
      back.run(first);
      back.run(second);
      first.download(output);
      assertThat(output.relativeError(one)).isLessThan(1e-14);
      second.download(output);
      assertThat(output.relativeError(two)).isLessThan(1e-14);
    }
  }

  /** A result is an operand of the next product, and an operand is both factors. */
  @Test
  void productsFollowOneAnother() {
    MatrixShape shape = new MatrixShape(1, 2, 2);
    MatmulPlan plan = MatmulPlan.exact(MatmulShape.of(1, 2, 2, 2), Precision.DOUBLE);
    MatmulRun run = new MatmulRun(1000, 1000, 0);
    try (Engine engine = new AparapiEngine(EngineOptions.DEFAULT);
        RealMatrix input = RealMatrix.of(shape, Precision.DOUBLE, new double[] {1, 2, 3, 4});
        RealMatrix output = RealMatrix.allocate(shape, Precision.DOUBLE);
        DeviceMatrix a = engine.allocate(shape, Precision.DOUBLE);
        DeviceMatrix b = engine.allocate(shape, Precision.DOUBLE);
        MatmulProgram program = engine.compile(plan)) {
      a.upload(input);
      program.run(new MatmulOperands(a, a, b), run);
      b.download(output);
      assertThat(rounded(output)).containsExactly(7, 10, 15, 22);
      churn();
      program.run(new MatmulOperands(b, b, a), run);
      a.download(output);
      assertThat(rounded(output)).containsExactly(199, 290, 435, 634);
    }
  }

  private static long[] rounded(RealMatrix matrix) {
    double[] values = matrix.toArray();
    long[] whole = new long[values.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = Math.round(values[i]);
    }
    return whole;
  }
}
