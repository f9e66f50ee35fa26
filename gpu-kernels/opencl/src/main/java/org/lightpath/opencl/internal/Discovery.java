package org.lightpath.opencl.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_platform_id;

/**
 * Devices present, or why there are none. Never throws; looks once in a process.
 *
 * @param devices GPUs first, then accelerators, then host processors; each in the platforms' order
 * @param missing why there is no device, and what to install
 */
public record Discovery(List<DeviceInfo> devices, Optional<String> missing) {
  private static final String DRIVERS =
      "install the OpenCL driver of the GPU's vendor (NVIDIA and AMD: part of the GPU driver;"
          + " Intel: intel-opencl-icd), or pocl-opencl-icd for OpenCL on the host's processor";

  /** Holder: the class of JOCL loads its native part, which may fail. */
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
      return enumerate();
    } catch (CLException e) {
      return none("OpenCL finds no platform (%s); %s".formatted(e.getMessage(), DRIVERS));
    } catch (LinkageError e) {
      return none(
          "JOCL's native library cannot be loaded (%s); the folder for temporary files (%s) must be"
                  .formatted(e.getMessage(), System.getProperty("java.io.tmpdir"))
              + " writable and allow execution, and the JVM must be started with"
              + " --enable-native-access=ALL-UNNAMED");
    }
  }

  private static Discovery none(String reason) {
    return new Discovery(List.of(), Optional.of(reason));
  }

  /** JOCL prints to stderr when the library is missing, so it is looked for first. */
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
    CL.setExceptionsEnabled(true);
    int[] count = new int[1];
    CL.clGetPlatformIDs(0, null, count);
    cl_platform_id[] platforms = new cl_platform_id[count[0]];
    CL.clGetPlatformIDs(platforms.length, platforms, null);
    List<DeviceInfo> devices = new ArrayList<>();
    for (cl_platform_id platform : platforms) {
      devices.addAll(Queries.devices(platform));
    }
    devices.sort(Comparator.comparing(DeviceInfo::kind));
    List<DeviceInfo> numbered = new ArrayList<>();
    for (DeviceInfo device : devices) {
      numbered.add(device.numbered(numbered.size()));
    }
    return numbered.isEmpty()
        ? none("%d OpenCL platforms, none with a device; %s".formatted(platforms.length, DRIVERS))
        : new Discovery(List.copyOf(numbered), Optional.empty());
  }
}
