package org.lightpath.aparapi.internal;

import com.aparapi.Range;
import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.exception.CompileFailedException;
import com.aparapi.internal.kernel.KernelManager;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashSet;
import java.util.List;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.EngineUnavailableException;

/**
 * Launches one kernel on one OpenCL device, and nowhere else: Aparapi would fall back to Java
 * threads, where kernels with local memory may give wrong numbers.
 */
final class Launcher implements AutoCloseable {
  private static final List<GarbageCollectorMXBean> COLLECTORS =
      ManagementFactory.getGarbageCollectorMXBeans();

  private final DeviceKernel kernel;
  private final OpenCLDevice device;

  /**
   * Compiles the kernel and launches it once with nothing to do: only then it is known where
   * Aparapi runs it, and Aparapi crashes when it closes a kernel that has never run.
   *
   * @param group work-items of a work-group
   * @throws EngineUnavailableException if Aparapi would run it anywhere but on the device
   */
  Launcher(DeviceKernel kernel, OpenCLDevice device, int group) {
    this.kernel = kernel;
    this.device = device;
    kernel.setExplicit(true);
    // A failure strikes the device off this list, for good: here it is written anew.
    LinkedHashSet<Device> all = new LinkedHashSet<>();
    Discovery.get().devices().forEach(found -> all.add(found.device()));
    all.add(device);
    KernelManager.instance().setPreferredDevices(kernel, all);
    try {
      kernel.compile(device);
    } catch (CompileFailedException | RuntimeException | AssertionError e) {
      throw new EngineUnavailableException(
          "engine 'aparapi': %s does not take the kernel %s (%s); take the engine 'opencl' or 'cpu'"
              .formatted(device.getName(), kernel.getClass().getSimpleName(), cause(e)));
    }
    if (!kernel.isRunningCL()) {
      throw new EngineUnavailableException(
          "engine 'aparapi': Aparapi wants to run %s on %s, not on an OpenCL device; take the engine 'cpu'"
              .formatted(kernel.getClass().getSimpleName(), kernel.getTargetDevice()));
    }
    launch(group, group, 1);
  }

  private static String cause(Throwable e) {
    return e.getCause() == null ? String.valueOf(e.getMessage()) : e.getCause().toString();
  }

  /**
   * Runs passes of the kernel, one after the other.
   *
   * @param items work-items of each pass, a multiple of the group
   * @param group work-items of a work-group
   * @throws DeviceFailedException if the device refused, or Aparapi turned away from it
   */
  void launch(int items, int group, int passes) {
    try {
      kernel.execute(Range.create(device, items, group), passes);
    } catch (RuntimeException | AssertionError e) {
      throw failed(e);
    }
    if (!kernel.isRunningCL()) {
      throw failed(
          new IllegalStateException("Aparapi fell back to Java: the result is of no device"));
    }
  }

  private DeviceFailedException failed(Throwable e) {
    return new DeviceFailedException(
        "engine 'aparapi', device %s: the launch of %s failed (%s); what was on the device is gone"
            .formatted(device.getName(), kernel.getClass().getSimpleName(), e.getMessage()),
        e);
  }

  /** Copies an array back from the device. */
  void fetch(Reals data) {
    kernel.fetch(data);
  }

  /** How often the collector has run: it may have moved arrays each time. */
  static long collections() {
    long sum = 0;
    for (GarbageCollectorMXBean collector : COLLECTORS) {
      sum += collector.getCollectionCount();
    }
    return sum;
  }

  @Override
  public void close() {
    kernel.dispose();
  }
}
