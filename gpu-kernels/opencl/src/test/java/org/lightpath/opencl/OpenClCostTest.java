package org.lightpath.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.PropagationPlan;

/** What a run is said to cost, against what was launched; and the ceilings it is held against. */
class OpenClCostTest {
  private static final int STEPS = 7;

  @BeforeAll
  static void present() {
    OpenClPresence.require();
  }

  @Test
  void residentSpanCostsOneLaunchAndTwoPasses() {
    FieldShape shape = new FieldShape(3, 2, 4096);
    ProgramCost cost = checked(Runs.manakov(shape, Precision.SINGLE, STEPS), Long.MAX_VALUE);
    double once = 8.0 * shape.elements();
    assertThat(cost.launches()).isEqualTo(1);
    assertThat(cost.fieldBytes()).isEqualTo(2 * once);
    // Three slots at most: outer, inner and last operator.
    assertThat(cost.tableBytes()).isBetween(8.0 * 4096, 3 * 8.0 * 4096);
    // Every exchange writes and reads a sample; 2 transforms an operator, 2 to 5 exchanges each.
    double exchange = 2 * once * 2 * (STEPS + 1);
    assertThat(cost.localBytes() / exchange).isIn(2.0, 3.0, 4.0, 5.0);
    assertThat(cost.flops())
        .isGreaterThan(shape.elements() * (STEPS + 1.0) * (10 * 12 + 6))
        .isLessThan(shape.elements() * (STEPS + 1.0) * (10 * 12 + 16 * 5 + 6 + 38));
  }

  @Test
  void streamedStepCostsTwoLaunchesAndFourPasses() {
    FieldShape shape = new FieldShape(2, 2, 32_768);
    ProgramCost few = checked(Runs.manakov(shape, Precision.SINGLE, STEPS), Long.MAX_VALUE);
    ProgramCost more = checked(Runs.manakov(shape, Precision.SINGLE, STEPS + 1), Long.MAX_VALUE);
    double once = 8.0 * shape.elements();
    assertThat(more.launches() - few.launches()).isEqualTo(2);
    assertThat(more.fieldBytes() - few.fieldBytes()).isEqualTo(4 * once);
    assertThat(more.tableBytes() - few.tableBytes())
        .as("H once, and the factors between columns and rows")
        .isBetween(8.0 * 32_768, 2 * 8.0 * 32_768);
  }

  @Test
  void tablesBuiltOnTheDeviceAreCounted() {
    OpenClPresence.requireDouble();
    PropagationPlan plan = Runs.unequal(new FieldShape(2, 2, 1000), Precision.SINGLE, 40);
    long slots = 16L * plan.dispersion().rows() * 1000 * Precision.SINGLE.complexBytes();
    assertThat(checked(plan, 8 * slots).launches()).isGreaterThan(41);
  }

  /** The cost of a plan, after its launches and field traffic were found in the books of a run. */
  private static ProgramCost checked(PropagationPlan plan, long memoryBytes) {
    try (OpenClEngine engine = new OpenClEngine(EngineOptions.DEFAULT, memoryBytes);
        FieldProgram program = engine.compile(plan);
        ComplexField _ = Runs.run(engine, plan)) {
      ProgramCost cost = program.cost().orElseThrow();
      assertThat(cost.launches()).isEqualTo(engine.launches().launches());
      assertThat(cost.fieldBytes()).isEqualTo((double) engine.launches().fieldBytes());
      return cost;
    }
  }

  @ParameterizedTest
  @EnumSource
  void ceilingsArePlausible(Precision precision) {
    OpenClPresence.requireDouble();
    try (OpenClEngine engine = new OpenClEngine(EngineOptions.DEFAULT)) {
      for (long bytes : new long[] {1, 1 << 20}) {
        DeviceCeilings ceilings = engine.ceilings(precision, bytes).orElseThrow();
        // A loaded core of a small processor, and ten times the largest GPU of today.
        assertThat(ceilings.flopsPerSecond()).isBetween(1e7, 1e15);
        assertThat(ceilings.memoryBytesPerSecond()).isBetween(1e7, 1e15);
        assertThat(ceilings.localBytesPerSecond()).isBetween(1e7, 1e15);
      }
      assertThat(engine.counters().peakDeviceMemoryBytes()).isLessThan(1 << 22);
    }
  }
}
