package org.lightpath.tornado.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.tornado.internal.plan.DeviceFacts;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoRuntime;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/** Devices of TornadoVM's OpenCL backend, the only one that this engine has been tested on. */
public final class RuntimeDevices {
  private static final String DOUBLE = "cl_khr_fp64";

  private RuntimeDevices() {}

  static List<Presence.FoundDevice> all() {
    List<Presence.FoundDevice> found = new ArrayList<>();
    for (TornadoDevice device : devices()) {
      found.add(describe(device, found.size()));
    }
    return found;
  }

  /** The device with a number in {@link #all}. */
  public static TornadoDevice device(int index) {
    return devices().get(index);
  }

  private static List<TornadoDevice> devices() {
    TornadoRuntime runtime = TornadoRuntimeProvider.getTornadoRuntime();
    List<TornadoDevice> devices = new ArrayList<>();
    for (int i = 0; i < runtime.getNumBackends(); i++) {
      if (runtime.getBackendType(i) == TornadoVMBackendType.OPENCL) {
        TornadoBackend backend = runtime.getBackend(i);
        for (int j = 0; j < backend.getNumDevices(); j++) {
          devices.add(backend.getDevice(j));
        }
      }
    }
    return devices;
  }

  private static Presence.FoundDevice describe(TornadoDevice device, int index) {
    var physical = device.getPhysicalDevice();
    String name = physical.getDeviceName().strip();
    boolean wide = physical.getDeviceInfo().contains(DOUBLE);
    int units = Math.max(1, physical.getDeviceMaxComputeUnits());
    long memory = device.getMaxGlobalMemory();
    long group = Arrays.stream(physical.getDeviceMaxWorkGroupSize()).max().orElse(1);
    DeviceDescription description =
        new DeviceDescription(
            "tornado",
            index,
            name,
            "TornadoVM, " + device.getPlatformName() + ", " + device.getDeviceOpenCLCVersion(),
            memory,
            device.getDeviceLocalMemorySize(),
            units,
            wide,
            List.of(
                "fields move between host and device where programs change: one execution plan of TornadoVM cannot see the memory of another"));
    return new Presence.FoundDevice(
        description,
        new DeviceFacts(index, name, units, (int) Math.min(group, 1 << 16), memory, wide));
  }
}
