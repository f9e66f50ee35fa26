package org.lightpath.core.reference;

import java.util.List;
import java.util.Optional;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;

/** Offers the reference engine; {@code auto} never takes it. */
public final class ReferenceEngineProvider implements EngineProvider {
  /** Called by the service loader. */
  public ReferenceEngineProvider() {}

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public int rank() {
    return -1;
  }

  @Override
  public List<DeviceDescription> devices() {
    return List.of(ReferenceEngine.describe());
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.empty();
  }

  @Override
  public Engine open(EngineOptions options) {
    return new ReferenceEngine();
  }
}
