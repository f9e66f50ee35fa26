package org.lightpath.tornado.internal;

import java.util.List;
import java.util.Optional;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.EngineUnavailableException;
import org.lightpath.tornado.internal.plan.DeviceFacts;

/** Whether TornadoVM is here, and what it found. Looked for once. */
public final class Presence {
  /** Property by which TornadoVM's own options name its implementation. */
  private static final String STARTED = "tornado.load.runtime.implementation";

  /** Functions of a few digits; runs in plain Java where a kernel does not compile. */
  private static final List<String> NEEDED_OFF =
      List.of("tornado.enable.nativeFunctions", "tornado.recover.bailout");

  private static final String WITHOUT =
      "TornadoVM is not in this JVM: install its SDK for JDK 25 with the OpenCL backend, set"
          + " TORNADOVM_HOME to it, and start with ./lightpath (see docs/tornado.md)";

  private final List<DeviceDescription> devices;
  private final List<DeviceFacts> facts;
  private final Optional<String> missing;

  private Presence(List<FoundDevice> found, Optional<String> missing) {
    this.devices = found.stream().map(FoundDevice::description).toList();
    this.facts = found.stream().map(FoundDevice::facts).toList();
    this.missing = missing;
  }

  /**
   * A device.
   *
   * @param description for people
   * @param facts for plans
   */
  record FoundDevice(DeviceDescription description, DeviceFacts facts) {}

  /** The result of the first look. */
  public static Presence get() {
    return Holder.PRESENCE;
  }

  /** Looks when it is first asked for. */
  private static final class Holder {
    static final Presence PRESENCE = look();
  }

  private static Presence look() {
    if (System.getProperty(STARTED) == null) {
      return absent(WITHOUT);
    }
    for (String off : NEEDED_OFF) {
      if (!"false".equalsIgnoreCase(System.getProperty(off))) {
        return absent("start the JVM with -D" + off + "=false, as ./lightpath does");
      }
    }
    try {
      List<FoundDevice> found = RuntimeDevices.all();
      return found.isEmpty()
          ? absent("TornadoVM finds no device: install an OpenCL driver, for instance PoCL")
          : new Presence(found, Optional.empty());
    } catch (LinkageError | RuntimeException e) {
      return absent(
          "TornadoVM does not start (%s): install an OpenCL driver, for instance PoCL; the SDK in TORNADOVM_HOME must be one for this JDK"
              .formatted(cause(e)));
    }
  }

  private static Presence absent(String reason) {
    return new Presence(List.of(), Optional.of(reason));
  }

  private static String cause(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }

  /** Devices; none if there is a reason. */
  public List<DeviceDescription> devices() {
    return devices;
  }

  /** Why there is no device. */
  public Optional<String> missing() {
    return missing;
  }

  /**
   * What plans need to know of a device.
   *
   * @throws EngineUnavailableException if it is not there
   */
  public DeviceFacts facts(int device) {
    missing.ifPresent(
        reason -> {
          throw new EngineUnavailableException("engine 'tornado' is not available: " + reason);
        });
    if (device >= facts.size()) {
      throw new EngineUnavailableException(
          "engine 'tornado' has no device %d: it has %d, numbered from 0"
              .formatted(device, facts.size()));
    }
    return facts.get(device);
  }
}
