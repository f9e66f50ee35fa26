package org.lightpath.opencl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jocl.CL;
import org.jocl.CLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.core.plan.TransformPlan;
import org.lightpath.opencl.KernelBuildException;
import org.lightpath.opencl.OpenClPresence;

/** What the user reads when a driver refuses something. */
class DeviceErrorsTest {
  @BeforeEach
  void present() {
    OpenClPresence.require();
  }

  private static DeviceInfo device() {
    return Discovery.get().devices().getFirst();
  }

  @Test
  void buildErrorHoldsTheCompilersLogAndTheDevice() {
    DeviceQueue queue = new DeviceQueue(device(), new Ledger(), Long.MAX_VALUE);
    assertThatThrownBy(() -> queue.program("__kernel void broken() { no_such_name(1); }"))
        .isInstanceOf(KernelBuildException.class)
        .hasMessageContaining(device().name())
        .hasMessageContaining(device().driver())
        .hasMessageContaining("no_such_name");
    queue.close();
  }

  /** A plan is made again, within what the closed kernel admits. */
  @Test
  void closedKernelStillSaysWhatGroupItAdmits() {
    DeviceQueue queue = new DeviceQueue(device(), new Ledger(), Long.MAX_VALUE);
    Kernel kernel = new Kernel(queue, "__kernel void nothing() {}", "nothing", 1);
    int open = kernel.largestGroup();
    kernel.close();
    assertThat(open).isPositive();
    assertThat(kernel.largestGroup()).isEqualTo(open);
    queue.close();
  }

  @Test
  void lostDeviceIsNamedWithWhatItsDriverSaid() {
    DeviceQueue queue = new DeviceQueue(device(), new Ledger(), Long.MAX_VALUE);
    CLException cause = new CLException("CL_OUT_OF_RESOURCES", CL.CL_OUT_OF_RESOURCES);
    assertThat(queue.failed("running a plan", cause))
        .hasMessageContaining(device().name())
        .hasMessageContaining("failed while running a plan: CL_OUT_OF_RESOURCES")
        .hasMessageContaining("is lost")
        .hasCause(cause);
    queue.close();
  }

  @Test
  void missingDoublePrecisionIsSaid() {
    assertThatThrownBy(() -> DevicePrograms.requireDouble(limited(256, 48 * 1024)))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("no double precision")
        .hasMessageContaining("'cpu'");
  }

  @Test
  void photonCountsWithoutDoublePrecisionAreRefused() {
    ReceiverNoise counted = new ReceiverNoise(0, 1, 1, 0, null, 1.5, 1, 3);
    MatmulPlan exact = MatmulPlan.exact(MatmulShape.of(1, 2, 3, 4), Precision.SINGLE);
    MatmulPlan plan = exact.withReadout(Readout.EXACT.withNoise(counted));
    OpenClMatmul.requireCounts(exact, limited(256, 48 * 1024));
    assertThatThrownBy(() -> OpenClMatmul.requireCounts(plan, limited(256, 48 * 1024)))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("double precision")
        .hasMessageContaining("counts to 0")
        .hasMessageContaining("'cpu'");
  }

  @Test
  void matricesThatDoNotFitAreRefusedWithTheirSize() {
    DeviceQueue queue = new DeviceQueue(device(), new Ledger(), 1 << 20);
    MatmulPlan plan = MatmulPlan.exact(MatmulShape.of(1, 500, 500, 500), Precision.SINGLE);
    assertThatThrownBy(
            () ->
                new OpenClMatrix(
                    queue, new Ledger(), new MatrixShape(1, 600, 600), Precision.SINGLE))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("1440000 bytes")
        .hasMessageContaining("'cpu'");
    assertThatThrownBy(() -> OpenClMatmul.of(plan, queue, new Ledger()))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("encoded operands");
    queue.close();
  }

  @Test
  void fieldTooLongForTheWorkGroupsIsRefused() {
    DeviceInfo tiny = limited(8, 256);
    TransformPlan plan =
        new TransformPlan(
            new FieldShape(1, 1, 1 << 20), Precision.SINGLE, TransformPlan.Direction.FORWARD);
    assertThat(FourStep.plan(Limits.of(tiny, Precision.SINGLE), 1 << 20, 1, 1)).isEmpty();
    assertThat(SpanPlan.tooLong(plan, tiny)).hasMessageContaining("8 items, 256 bytes");
  }

  /** The device as it would be with less of everything. */
  private static DeviceInfo limited(int group, long localBytes) {
    DeviceInfo d = device();
    return new DeviceInfo(
        d.index(),
        d.platform(),
        d.device(),
        d.kind(),
        d.name(),
        d.platformName(),
        d.driver(),
        d.memoryBytes(),
        d.allocationBytes(),
        localBytes,
        d.computeUnits(),
        group,
        false);
  }
}
