package org.lightpath.aparapi;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.Optional;
import org.lightpath.aparapi.internal.Discovery;

/**
 * Skips tests where there is no OpenCL device, and says why; with {@code
 * -Dlightpath.require=aparapi} they fail instead.
 */
public final class AparapiPresence {
  private AparapiPresence() {}

  /** At least one device. */
  public static void require() {
    Optional<String> reason = Discovery.get().missing();
    boolean required =
        List.of(System.getProperty("lightpath.require", "").split(",", -1)).contains("aparapi");
    if (required && reason.isPresent()) {
      throw new AssertionError(reason.get());
    }
    reason.ifPresent(AparapiPresence::skip);
  }

  /** The build's output shows no reasons of its own. */
  private static void skip(String reason) {
    System.err.println("Aparapi tests skipped: " + reason);
    abort(reason);
  }
}
