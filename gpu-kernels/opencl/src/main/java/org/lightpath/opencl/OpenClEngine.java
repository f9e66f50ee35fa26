package org.lightpath.opencl;

import java.util.List;
import java.util.Optional;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineCounters;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineUnavailableException;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.opencl.internal.DeviceInfo;
import org.lightpath.opencl.internal.Devices;
import org.lightpath.opencl.internal.Discovery;
import org.lightpath.opencl.internal.Launches;

/**
 * Runs plans on one OpenCL device, or shares each batch between several.
 *
 * <p>The same device gives the same bytes, whatever the split of a batch between devices, between
 * launches, or between device and host memory: a batch that does not fit a device's memory waits in
 * host memory and takes turns. Matrices and their products are on the first device only.
 */
public final class OpenClEngine implements Engine {
  private final Devices devices;
  private final DeviceDescription description;

  /**
   * Opens queues to the devices.
   *
   * @throws EngineUnavailableException if a device is not there
   * @throws org.lightpath.core.engine.DeviceFailedException if a driver refuses
   */
  public OpenClEngine(EngineOptions options) {
    this(options, Long.MAX_VALUE);
  }

  /**
   * Opens queues to the devices.
   *
   * @param memoryBytes memory to take of each device at most [B]
   */
  OpenClEngine(EngineOptions options, long memoryBytes) {
    List<DeviceInfo> all = Discovery.get().devices();
    for (int device : options.devices()) {
      if (device >= all.size()) {
        throw new EngineUnavailableException(
            "engine 'opencl' has no device %d: it has %d, numbered from 0"
                .formatted(device, all.size()));
      }
    }
    List<DeviceInfo> chosen = options.devices().stream().map(all::get).toList();
    this.devices = new Devices(chosen, memoryBytes);
    this.description = Devices.describe(chosen);
  }

  @Override
  public DeviceDescription device() {
    return description;
  }

  @Override
  public DeviceField allocate(FieldShape shape, Precision precision) {
    return devices.allocate(shape, precision);
  }

  @Override
  public FieldProgram compile(FieldPlan plan) {
    return devices.compile(plan);
  }

  @Override
  public DeviceMatrix allocate(MatrixShape shape, Precision precision) {
    return devices.allocate(shape, precision);
  }

  @Override
  public MatmulProgram compile(MatmulPlan plan) {
    return devices.compile(plan);
  }

  @Override
  public EngineCounters counters() {
    return devices.counters();
  }

  @Override
  public Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    return devices.ceilings(precision, workingSetBytes);
  }

  /** Launches so far, on all devices. */
  Launches launches() {
    return devices.launches();
  }

  @Override
  public void close() {
    devices.close();
  }
}
