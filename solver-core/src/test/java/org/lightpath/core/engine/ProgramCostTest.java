package org.lightpath.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lightpath.core.cpu.CpuEngine;
import org.lightpath.core.engine.ProgramCost.Bound;
import org.lightpath.core.field.Precision;

class ProgramCostTest {
  private static final DeviceCeilings DEVICE = new DeviceCeilings(10, 2, 5);

  @Test
  void floorIsTheLargestOfThree() {
    check(new ProgramCost(1, 4, 2, 0, 0), 3, Bound.MEMORY);
    check(new ProgramCost(1, 4, 2, 20, 0), 4, Bound.LOCAL);
    check(new ProgramCost(1, 4, 2, 20, 50), 5, Bound.ARITHMETIC);
  }

  private static void check(ProgramCost cost, double seconds, Bound bound) {
    assertThat(cost.floorSeconds(DEVICE)).isEqualTo(seconds);
    assertThat(cost.boundBy(DEVICE)).isEqualTo(bound);
  }

  @Test
  void twoDevicesWithTheSameShareTakeAsLongAsOne() {
    ProgramCost one = new ProgramCost(3, 4, 2, 20, 30);
    assertThat(one.plus(one).floorSeconds(DEVICE.plus(DEVICE))).isEqualTo(one.floorSeconds(DEVICE));
    assertThat(one.plus(one).launches()).isEqualTo(6);
  }

  @Test
  void ceilingsArePositive() {
    assertThatThrownBy(() -> new DeviceCeilings(1, 0, 1)).hasMessageContaining("0.00000 B/s");
  }

  @Test
  void hostMeasuresItselfAndHasNoLocalMemory() {
    try (Engine engine = new CpuEngine(new EngineOptions(0, 2))) {
      for (Precision precision : Precision.values()) {
        DeviceCeilings ceilings = engine.ceilings(precision, 1 << 16).orElseThrow();
        // A core of a busy machine, and ten times the largest host of today.
        assertThat(ceilings.flopsPerSecond()).isBetween(1e7, 1e15);
        assertThat(ceilings.memoryBytesPerSecond()).isBetween(1e7, 1e14);
        assertThat(ceilings.localBytesPerSecond()).isInfinite();
      }
    }
  }
}
