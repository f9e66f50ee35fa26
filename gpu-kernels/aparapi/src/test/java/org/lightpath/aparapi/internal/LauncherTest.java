package org.lightpath.aparapi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aparapi.device.JavaDevice;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.internal.kernel.KernelManager;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.aparapi.AparapiPresence;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.EngineUnavailableException;

/** Kernels run on the device or not at all. */
class LauncherTest {
  private static final int ITEMS = 64;

  private static OpenCLDevice device;

  @BeforeAll
  static void present() {
    AparapiPresence.require();
    device = Discovery.get().devices().getFirst().device();
  }

  /** A kernel whose translation Aparapi refuses, and runs on Java threads instead if it is let. */
  static final class Switching extends TestKernel {
    @Override
    public void run() {
      int i = getGlobalId();
      switch (i % 3) {
        case 0 -> data[i] = 5;
        case 1 -> data[i] = 6;
        default -> data[i] = 7;
      }
    }
  }

  /** The same without a switch. */
  static final class Plain extends TestKernel {
    @Override
    public void run() {
      data[getGlobalId()] = 5;
    }
  }

  /** One array. */
  abstract static class TestKernel extends DeviceKernel {
    int[] data = new int[ITEMS];

    @Override
    void send(Reals ignored) {
      put(data);
    }

    @Override
    void fetch(Reals ignored) {
      get(data);
    }
  }

  @Test
  void kernelThatAparapiCannotTranslateIsRefused() {
    Switching kernel = new Switching();
    assertThatThrownBy(() -> new Launcher(kernel, device, ITEMS))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("Switching")
        .hasMessageContaining("opencl");
    assertThat(kernel.data).as("nothing ran, not on Java threads either").containsOnly(0);
  }

  /** The counter-check: Aparapi by itself runs the refused kernel, on Java threads. */
  @Test
  void aparapiAloneWouldFallBack() {
    Switching kernel = new Switching();
    LinkedHashSet<com.aparapi.device.Device> all = new LinkedHashSet<>();
    all.add(device);
    all.add(JavaDevice.THREAD_POOL);
    KernelManager.instance().setPreferredDevices(kernel, all);
    kernel.execute(ITEMS);
    assertThat(kernel.isRunningCL()).isFalse();
    assertThat(kernel.data).contains(5, 6, 7);
    kernel.dispose();
  }

  @Test
  void launchThatFailsIsToldAndNotRepeatedInJava() {
    Plain kernel = new Plain();
    try (Launcher launcher = new Launcher(kernel, device, ITEMS)) {
      launcher.fetch(Reals.allocate(org.lightpath.core.field.Precision.SINGLE, 1));
      assertThat(kernel.data).as("the trial launch").containsOnly(5);
      int tooMany = 1 << 20;
      assertThatThrownBy(() -> launcher.launch(tooMany, tooMany, 1))
          .isInstanceOf(DeviceFailedException.class)
          .hasMessageContaining("Plain");
    }
    // The next one starts afresh, although Aparapi has struck the device off its list.
    try (Launcher again = new Launcher(new Plain(), device, ITEMS)) {
      again.launch(ITEMS, ITEMS, 1);
    }
  }

  @Test
  void radicesAreAsFewAsThereCanBe() {
    assertThat(Stages.radices(65536)).isEqualTo(List.of(16, 16, 16, 16));
    assertThat(Stages.radices(2 * 3 * 5 * 7)).isEqualTo(List.of(7, 5, 3, 2));
    assertThat(Stages.radices(1)).isEmpty();
  }
}
