package org.lightpath.aparapi.internal;

import com.aparapi.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Silences Aparapi's logger, which warns of every attribute of a class file it does not know, and
 * of falling back to Java, which this engine refuses by itself.
 */
final class Quiet {
  /** Held, because the log manager forgets loggers that nobody holds. */
  private static final Logger APARAPI = load();

  private Quiet() {}

  /** Aparapi's configuration changes the levels of everybody's handlers when it is loaded. */
  private static Logger load() {
    List<Handler> handlers = List.of(Logger.getLogger("").getHandlers());
    List<Level> levels = new ArrayList<>();
    handlers.forEach(handler -> levels.add(handler.getLevel()));
    Logger logger = Logger.getLogger(Config.getLoggerName());
    for (int i = 0; i < levels.size(); i++) {
      handlers.get(i).setLevel(levels.get(i));
    }
    return logger;
  }

  static void please() {
    APARAPI.setLevel(Level.OFF);
  }
}
