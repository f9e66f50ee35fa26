package org.lightpath.tornado;

import java.util.List;
import java.util.Optional;
import org.lightpath.core.engine.DeviceDescription;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.tornado.internal.Presence;

/** Offers the devices of TornadoVM; {@code auto} takes one only where there is nothing else. */
public final class TornadoEngineProvider implements EngineProvider {
  private static final int RANK = 1;

  /** Called by the service loader. */
  public TornadoEngineProvider() {}

  @Override
  public String name() {
    return "tornado";
  }

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public List<DeviceDescription> devices() {
    return Presence.get().devices();
  }

  @Override
  public Optional<String> unavailable() {
    return Presence.get().missing();
  }

  @Override
  public Engine open(EngineOptions options) {
    return new TornadoEngine(options);
  }
}
