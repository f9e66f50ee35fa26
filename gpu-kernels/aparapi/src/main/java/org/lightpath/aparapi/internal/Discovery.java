package org.lightpath.aparapi.internal;

import com.aparapi.Config;
import com.aparapi.device.Device;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.internal.opencl.OpenCLPlatform;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lightpath.core.engine.DeviceDescription;

/**
 * Devices present, or why there are none. Never throws; looks once in a process.
 *
 * @param devices GPUs first, then accelerators, then host processors; each in the platforms' order
 * @param missing why there is no device, and what to install
 */
public record Discovery(List<Found> devices, Optional<String> missing) {
  private static final String DRIVERS =
      "install the OpenCL driver of the GPU's vendor (NVIDIA and AMD: part of the GPU driver;"
          + " Intel: intel-opencl-icd), or pocl-opencl-icd for OpenCL on the host's processor";

  /**
   * A device.
   *
   * @param device for Aparapi
   * @param description for people
   */
  public record Found(OpenCLDevice device, DeviceDescription description) {}

  /** Holder: the class of Aparapi's binding loads its native part, which may fail. */
  private static final class Once {
    static final Discovery RESULT = look();
  }

  /** What this machine has. */
  public static Discovery get() {
    return Once.RESULT;
  }

  private static Discovery look() {
    if (!loaderPresent()) {
      return none(
          "no OpenCL library (%s) is installed; install it (Debian, Ubuntu: ocl-icd-libopencl1) and %s"
              .formatted(String.join(", ", libraryNames()), DRIVERS));
    }
    try {
      Quiet.please();
      return Config.executionMode == null ? enumerate() : none(forced(Config.executionMode));
    } catch (LinkageError | RuntimeException e) {
      return none(
          "Aparapi's native library cannot be loaded (%s); the folder for temporary files (%s) must be"
                  .formatted(e.getMessage(), System.getProperty("java.io.tmpdir"))
              + " writable and allow execution, and the JVM must be started with"
              + " --enable-native-access=ALL-UNNAMED");
    }
  }

  private static String forced(String mode) {
    return ("-Dcom.aparapi.executionMode=%s lets Aparapi fall back to Java threads without a word;"
            + " this engine runs kernels on OpenCL devices only: remove the property, or take the"
            + " engine 'cpu'")
        .formatted(mode);
  }

  private static Discovery none(String reason) {
    return new Discovery(List.of(), Optional.of(reason));
  }

  /** Aparapi prints to stderr when the library is missing, so it is looked for first. */
  @SuppressWarnings("restricted") // the JVM is started with native access
  private static boolean loaderPresent() {
    for (String name : libraryNames()) {
      try (Arena arena = Arena.ofConfined()) {
        if (SymbolLookup.libraryLookup(name, arena).find("clGetPlatformIDs").isPresent()) {
          return true;
        }
      } catch (IllegalArgumentException _) {
        // Not under this name.
      }
    }
    return false;
  }

  private static List<String> libraryNames() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return List.of("OpenCL.dll");
    }
    if (system.contains("mac")) {
      return List.of("/System/Library/Frameworks/OpenCL.framework/OpenCL");
    }
    return List.of("libOpenCL.so.1", "libOpenCL.so");
  }

  private static Discovery enumerate() {
    List<OpenCLPlatform> platforms = new OpenCLPlatform().getOpenCLPlatforms();
    List<OpenCLDevice> devices = new ArrayList<>();
    platforms.forEach(platform -> devices.addAll(platform.getOpenCLDevices()));
    devices.sort(Comparator.comparingInt(Discovery::order));
    List<Found> found = new ArrayList<>();
    for (OpenCLDevice device : devices) {
      // Else buffers would be heap arrays that the collector moves away under the driver.
      device.setSharedMemory(false);
      found.add(new Found(device, describe(device, found.size())));
    }
    return found.isEmpty()
        ? none(
            "OpenCL finds no platform with a device (platforms: %d); %s"
                .formatted(platforms.size(), DRIVERS))
        : new Discovery(List.copyOf(found), Optional.empty());
  }

  private static int order(OpenCLDevice device) {
    if (device.getType() == Device.TYPE.GPU) {
      return 0;
    }
    return device.getType() == Device.TYPE.ACC ? 1 : 2;
  }

  private static DeviceDescription describe(OpenCLDevice device, int index) {
    List<String> notes = new ArrayList<>();
    notes.add("platform " + device.getOpenCLPlatform().getName());
    notes.add("kernels are Java classes; every kernel needs double precision on the device");
    if (device.getType() == Device.TYPE.CPU) {
      notes.add("OpenCL on the host's processor: the engine 'cpu' is faster here");
    }
    return new DeviceDescription(
        "aparapi",
        index,
        device.getName(),
        "Aparapi on " + device.getOpenCLPlatform().getVersion(),
        device.getGlobalMemSize(),
        device.getLocalMemSize(),
        device.getMaxComputeUnits(),
        true,
        notes);
  }
}
