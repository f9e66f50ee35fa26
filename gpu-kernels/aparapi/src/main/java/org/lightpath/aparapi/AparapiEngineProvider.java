package org.lightpath.aparapi;

import java.util.List;
import java.util.Optional;
import org.lightpath.aparapi.internal.Discovery;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.EngineUnavailableException;

/**
 * Offers OpenCL devices through Aparapi; {@code auto} never takes them, for {@code opencl} is
 * faster.
 */
public final class AparapiEngineProvider implements EngineProvider {
  static final String NAME = "aparapi";

  /** Called by the service loader. */
  public AparapiEngineProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int rank() {
    return -2;
  }

  @Override
  public List<DeviceDescription> devices() {
    return Discovery.get().devices().stream().map(Discovery.Found::description).toList();
  }

  @Override
  public Optional<String> unavailable() {
    return Discovery.get().missing();
  }

  @Override
  public Engine open(EngineOptions options) {
    Discovery.get()
        .missing()
        .ifPresent(
            reason -> {
              throw new EngineUnavailableException(reason);
            });
    return new AparapiEngine(options);
  }
}
