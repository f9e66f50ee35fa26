package org.lightpath.opencl;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lightpath.core.field.Precision;
import org.lightpath.opencl.internal.DeviceInfo;
import org.lightpath.opencl.internal.Discovery;

/**
 * Skips tests where there is no OpenCL device, and says why; with {@code
 * -Dlightpath.require=opencl} they fail instead, and with {@code -Dlightpath.require.devices=2}
 * also where there are not two.
 */
public final class OpenClPresence {
  private OpenClPresence() {}

  /** At least one device. */
  public static void require() {
    require(1);
  }

  /** A first device with double precision. */
  static void requireDouble() {
    boolean wide = require(1).getFirst().doublePrecision();
    assumeTrue(wide, "the first OpenCL device has no double precision");
  }

  /** Precisions of the first device; all where there is none, for tests that are skipped then. */
  static Stream<Precision> precisions() {
    List<DeviceInfo> devices = Discovery.get().devices();
    boolean wide = devices.isEmpty() || devices.getFirst().doublePrecision();
    return wide ? Stream.of(Precision.values()) : Stream.of(Precision.SINGLE);
  }

  /** At least some devices. */
  public static List<DeviceInfo> require(int devices) {
    Discovery found = Discovery.get();
    Optional<String> reason =
        found
            .missing()
            .or(
                () ->
                    found.devices().size() < devices
                        ? Optional.of(
                            "%d OpenCL devices are needed, there are %d (with PoCL: POCL_DEVICES=\"pthread pthread\")"
                                .formatted(devices, found.devices().size()))
                        : Optional.empty());
    boolean required =
        devices <= Integer.getInteger("lightpath.require.devices", 1)
            && List.of(System.getProperty("lightpath.require", "").split(",", -1))
                .contains("opencl");
    if (required && reason.isPresent()) {
      throw new AssertionError(reason.get());
    }
    reason.ifPresent(OpenClPresence::skip);
    return found.devices();
  }

  /** The build's output shows no reasons of its own. */
  private static void skip(String reason) {
    System.err.println("OpenCL tests skipped: " + reason);
    abort(reason);
  }
}
