package org.lightpath.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshPlan;

/** How often a mesh takes its field through memory, and what it is said to cost. */
class OpenClMeshCostTest {
  private static final FieldShape SHAPE = new FieldShape(3, 64, 40);

  @BeforeAll
  static void present() {
    OpenClPresence.require();
  }

  @Test
  void allColumnsAreOneLaunch() {
    ProgramCost cost = checked(Runs.mesh(SHAPE, Precision.SINGLE, 64, MeshPlan.Method.COLUMNS));
    assertThat(cost.launches()).isEqualTo(1);
    assertThat(cost.fieldBytes()).isEqualTo(2.0 * 8 * SHAPE.elements());
    assertThat(cost.flops()).isEqualTo(14.0 * 64 * SHAPE.elements());
  }

  @Test
  void diamondsAreALaunchForEachLayer() {
    ProgramCost cost = checked(Runs.mesh(SHAPE, Precision.SINGLE, 64, MeshPlan.Method.BLOCKS));
    // 64 columns in diamonds of 32: three layers, of two, one and two windows of 64 modes.
    assertThat(cost.launches()).isEqualTo(3);
    assertThat(cost.fieldBytes()).isEqualTo(3 * 2.0 * 8 * SHAPE.elements());
    assertThat(cost.flops()).isEqualTo(8.0 * 64 * 64 * 5 * 3 * 40);
  }

  private static ProgramCost checked(MeshPlan plan) {
    try (OpenClEngine engine = new OpenClEngine(EngineOptions.DEFAULT);
        FieldProgram program = engine.compile(plan);
        ComplexField _ = Runs.run(engine, plan)) {
      ProgramCost cost = program.cost().orElseThrow();
      assertThat(cost.launches()).isEqualTo(engine.launches().launches());
      assertThat(cost.fieldBytes()).isEqualTo((double) engine.launches().fieldBytes());
      return cost;
    }
  }

  @Test
  void fieldsTakeTheirOwnChipsWhereverTheyAre() {
    long field = 8L * SHAPE.modes() * SHAPE.samples();
    for (MeshPlan.Method method : MeshPlan.Method.values()) {
      MeshPlan plan = Runs.mesh(SHAPE, Precision.SINGLE, 20, method);
      try (OpenClEngine roomy = new OpenClEngine(EngineOptions.DEFAULT);
          OpenClEngine cramped = new OpenClEngine(EngineOptions.DEFAULT, 3 * field);
          ComplexField expected = Runs.run(roomy, plan);
          ComplexField observed = Runs.run(cramped, plan)) {
        assertThat(cramped.launches().launches()).isGreaterThan(roomy.launches().launches());
        assertThat(observed.segment().mismatch(expected.segment())).isEqualTo(-1);
      }
    }
  }

  @Test
  void devicesShareABatchOfChips() {
    OpenClPresence.require(2);
    EngineOptions both = new EngineOptions(List.of(0, 1), 0);
    for (MeshPlan.Method method : MeshPlan.Method.values()) {
      MeshPlan plan = Runs.mesh(SHAPE, Precision.SINGLE, 20, method);
      try (OpenClEngine one = new OpenClEngine(EngineOptions.DEFAULT);
          OpenClEngine two = new OpenClEngine(both);
          ComplexField expected = Runs.run(one, plan);
          ComplexField observed = Runs.run(two, plan)) {
        assertThat(observed.segment().mismatch(expected.segment())).isEqualTo(-1);
      }
    }
  }
}
