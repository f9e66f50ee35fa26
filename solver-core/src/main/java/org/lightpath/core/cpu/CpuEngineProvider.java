package org.lightpath.core.cpu;

import java.util.List;
import java.util.Optional;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;

/** Offers the host engine, which is always there. */
public final class CpuEngineProvider implements EngineProvider {
  static final String NAME = "cpu";
  private static final int RANK = 10;

  /** Called by the service loader. */
  public CpuEngineProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public List<DeviceDescription> devices() {
    return List.of(CpuEngine.describe(EngineOptions.DEFAULT.effectiveThreads()));
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.empty();
  }

  @Override
  public Engine open(EngineOptions options) {
    return new CpuEngine(options);
  }
}
