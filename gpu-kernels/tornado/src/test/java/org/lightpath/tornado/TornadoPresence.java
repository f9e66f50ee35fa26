package org.lightpath.tornado;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import org.lightpath.tornado.internal.Presence;

/**
 * Skips tests where TornadoVM is not in the JVM, and says why; with {@code
 * -Dlightpath.require=tornado} they fail instead.
 */
public final class TornadoPresence {
  private TornadoPresence() {}

  /** At least one device. */
  public static void require() {
    boolean required =
        List.of(System.getProperty("lightpath.require", "").split(",", -1)).contains("tornado");
    Presence.get()
        .missing()
        .ifPresent(
            reason -> {
              if (required) {
                throw new AssertionError(reason);
              }
              System.err.println("TornadoVM tests skipped: " + reason);
              abort(reason);
            });
  }
}
