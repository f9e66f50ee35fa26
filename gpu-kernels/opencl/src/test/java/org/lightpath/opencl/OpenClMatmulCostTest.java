package org.lightpath.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.opencl.internal.DeviceInfo;
import org.lightpath.opencl.internal.Discovery;

/** What a product is said to cost, against what was launched, and that its runs take nothing. */
class OpenClMatmulCostTest {
  private static final MatmulShape SHAPE = new MatmulShape(3, 40, 50, 70, true, false);

  @BeforeAll
  static void present() {
    OpenClPresence.require();
  }

  @Test
  void exactProductIsTwoPassesAndOneKernel() {
    MatmulPlan plan = MatmulPlan.exact(SHAPE, Precision.SINGLE);
    ProgramCost cost = checked(plan);
    double operands = 4.0 * (3 * 40 * 70 + 50 * 70);
    assertThat(cost.launches()).isEqualTo(3);
    assertThat(cost.fieldBytes()).isEqualTo(3 * operands + 4.0 * 3 * 40 * 50);
    assertThat(cost.flops()).isBetween(2.0 * SHAPE.macs(), 3.0 * SHAPE.macs());
  }

  @Test
  void normsMemoryAndSecondProductAreCounted() {
    ProductVariance given = new ProductVariance(0.1, 2, ProductVariance.Right.GIVEN);
    MatmulPlan plain = MatmulPlan.exact(SHAPE, Precision.SINGLE);
    ReceiverNoise noise = new ReceiverNoise(0.2, 0.1, 0.05, 0, given, 0, 1, 7);
    MatmulPlan plan =
        plain
            .withEncodings(plain.left().withMemory(new OperandMemory(0.1, 0.05)), plain.right())
            .withReadout(Readout.EXACT.withNoise(noise));
    ProgramCost cost = checked(plan);
    // Encoding of A, B and V, the memory of A, two norms, the product; processors multiply twice
    // and read behind it.
    assertThat(cost.launches()).isEqualTo(onProcessor() ? 9 : 7);
    assertThat(cost.flops()).isBetween(4.0 * SHAPE.macs(), 8.0 * SHAPE.macs());
    // Operands of a processor's products do not pass through local memory.
    double product = onProcessor() ? 0 : 1;
    assertThat(cost.localBytes() - checked(plain).localBytes()).isGreaterThanOrEqualTo(product);
  }

  private static boolean onProcessor() {
    return Discovery.get().devices().getFirst().kind() == DeviceInfo.Kind.HOST;
  }

  /** The cost of a plan, after its launches and bytes were found in the books of a run. */
  private static ProgramCost checked(MatmulPlan plan) {
    try (OpenClEngine engine = new OpenClEngine(EngineOptions.DEFAULT);
        DeviceMatrix a = engine.allocate(SHAPE.left(), plan.precision());
        DeviceMatrix b = engine.allocate(SHAPE.right(), plan.precision());
        DeviceMatrix v = engine.allocate(SHAPE.right(), plan.precision());
        DeviceMatrix c = engine.allocate(SHAPE.result(), plan.precision());
        MatmulProgram program = engine.compile(plan)) {
      long peak = engine.counters().peakDeviceMemoryBytes();
      program.run(new MatmulOperands(a, b, plan.takesVariance() ? v : null, c), MatmulRun.UNIT);
      ProgramCost cost = program.cost().orElseThrow();
      assertThat(cost.launches()).isEqualTo(engine.launches().launches());
      boolean split = onProcessor() && plan.readout().noise().isPresent();
      assertThat(engine.launches().launches("product"))
          .isEqualTo(split && plan.takesVariance() ? 2 : 1);
      assertThat(engine.launches().launches("receive")).isEqualTo(split ? 1 : 0);
      assertThat(cost.fieldBytes()).isEqualTo((double) engine.launches().fieldBytes());
      assertThat(engine.counters().peakDeviceMemoryBytes()).isEqualTo(peak);
      assertThat(program.counts().runs()).isEqualTo(1);
      return cost;
    }
  }
}
