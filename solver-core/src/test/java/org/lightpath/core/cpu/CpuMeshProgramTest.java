package org.lightpath.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.core.conformance.RoundingBound;
import org.lightpath.core.conformance.TestFields;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.MeshPlan.Method;

/** What the suite of all engines does not ask of meshes on the host. */
class CpuMeshProgramTest {
  private static final int FLOPS_OF_AN_INTERFEROMETER = 28;
  private static final int FLOPS_OF_A_FACTOR = 8;

  @ParameterizedTest
  @CsvSource({
    "SINGLE, COLUMNS, 2, 70, 300",
    "SINGLE, BLOCKS, 2, 70, 300",
    "SINGLE, BLOCKS, 1, 300, 352",
    "DOUBLE, COLUMNS, 1, 131, 97",
    "DOUBLE, BLOCKS, 1, 131, 97",
    "DOUBLE, BLOCKS, 3, 300, 48"
  })
  void threadsDoNotChangeAByte(
      Precision precision, Method method, int batch, int modes, int vectors) {
    MeshPlan plan =
        new MeshPlan(
            new FieldShape(batch, modes, vectors),
            precision,
            CpuMeshes.rectangular(modes, modes),
            method);
    try (ComplexField one = CpuPlans.run(plan, 1)) {
      for (int threads : new int[] {2, 3}) {
        try (ComplexField many = CpuPlans.run(plan, threads)) {
          assertThat(many.segment().mismatch(one.segment()))
              .as("%d threads", threads)
              .isEqualTo(-1);
        }
      }
    }
  }

  /** A triangle of interferometers in a rectangle of places: windows are clipped or empty. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void halfEmptyMeshesAreRight(Precision precision) {
    int modes = 190;
    FieldShape shape = new FieldShape(1, modes, 40);
    MeshPlan columns = new MeshPlan(shape, precision, CpuMeshes.triangular(modes), Method.COLUMNS);
    MeshPlan blocks = new MeshPlan(shape, precision, columns.mesh(), Method.BLOCKS);
    try (ComplexField expected = CpuPlans.run(columns, 1);
        ComplexField observed = CpuPlans.run(blocks, 2)) {
      double error = observed.relativeError(expected);
      // Both may err.
      assertThat(error).isPositive().isLessThan(2 * RoundingBound.relative(blocks, 1));
    }
  }

  @Test
  void emptyPlacesCostNothing() {
    int modes = 190;
    FieldShape shape = new FieldShape(1, modes, 40);
    double factors = (double) FLOPS_OF_A_FACTOR * modes * shape.samples();
    double all = modes * (modes - 1) / 2.0 * FLOPS_OF_AN_INTERFEROMETER * shape.samples();
    double triangle = flops(shape, Method.COLUMNS);
    assertThat(triangle).isEqualTo(all + factors);
    assertThat(flops(shape, Method.BLOCKS)).isLessThan(triangle);
  }

  private static double flops(FieldShape shape, Method method) {
    MeshPlan plan =
        new MeshPlan(shape, Precision.SINGLE, CpuMeshes.triangular(shape.modes()), method);
    try (Engine engine = new CpuEngine(new EngineOptions(0, 1));
        FieldProgram program = engine.compile(plan)) {
      return program.cost().orElseThrow().flops();
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void aClosedProgramGivesItsMemoryBack(Method method) {
    FieldShape shape = new FieldShape(1, 200, 64);
    MeshPlan plan = new MeshPlan(shape, Precision.SINGLE, CpuMeshes.rectangular(200, 200), method);
    try (Engine engine = new CpuEngine(new EngineOptions(0, 2))) {
      engine.compile(plan).close();
      long once = engine.counters().peakDeviceMemoryBytes();
      assertThat(once).isPositive();
      engine.compile(plan).close();
      assertThat(engine.counters().peakDeviceMemoryBytes()).isEqualTo(once);
      // Two at a time hold more: the counter would have seen it.
      try (FieldProgram one = engine.compile(plan);
          FieldProgram two = engine.compile(plan)) {
        assertThat(one.plan()).isEqualTo(two.plan());
        assertThat(engine.counters().peakDeviceMemoryBytes()).isEqualTo(2 * once);
      }
    }
  }

  /** Without loss the power stays. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void aThousandModesKeepThePower(Method method) {
    int modes = 1024;
    FieldShape shape = new FieldShape(1, modes, 32);
    MeshPlan plan =
        new MeshPlan(shape, Precision.SINGLE, CpuMeshes.rectangular(modes, modes), method);
    try (Engine engine = new CpuEngine(new EngineOptions(0, 2));
        ComplexField input = TestFields.noise(shape, Precision.SINGLE, 1);
        ComplexField output = ComplexField.allocate(shape, Precision.SINGLE);
        DeviceField field = engine.allocate(shape, Precision.SINGLE);
        FieldProgram program = engine.compile(plan)) {
      field.upload(input);
      program.run(field);
      field.download(output);
      double power = output.meanPower(0) / input.meanPower(0);
      assertThat(power).isCloseTo(1, offset(2 * RoundingBound.relative(plan, 1)));
      assertThat(output.relativeError(input)).isGreaterThan(0.1);
    }
  }
}
