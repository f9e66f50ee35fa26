package org.lightpath.opencl;

import java.util.List;
import java.util.Optional;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.EngineUnavailableException;
import org.lightpath.opencl.internal.DeviceInfo;
import org.lightpath.opencl.internal.Devices;
import org.lightpath.opencl.internal.Discovery;

/** Offers OpenCL devices: before the host engine if there is a GPU, after it if there is none. */
public final class OpenClEngineProvider implements EngineProvider {
  static final String NAME = "opencl";
  private static final int GPU_RANK = 20;
  private static final int HOST_RANK = 5;

  /** Called by the service loader. */
  public OpenClEngineProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int rank() {
    List<DeviceInfo> devices = Discovery.get().devices();
    boolean host = devices.isEmpty() || devices.getFirst().kind() == DeviceInfo.Kind.HOST;
    return host ? HOST_RANK : GPU_RANK;
  }

  @Override
  public List<DeviceDescription> devices() {
    return Discovery.get().devices().stream().map(DeviceInfo::describe).toList();
  }

  @Override
  public Optional<String> unavailable() {
    return Discovery.get().missing();
  }

  @Override
  public List<String> tuned() {
    return Discovery.get().devices().isEmpty() ? List.of() : Devices.tuned();
  }

  @Override
  public Engine open(EngineOptions options) {
    Discovery found = Discovery.get();
    found
        .missing()
        .ifPresent(
            reason -> {
              throw new EngineUnavailableException(reason);
            });
    return new OpenClEngine(options);
  }
}
