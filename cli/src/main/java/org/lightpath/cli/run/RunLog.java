package org.lightpath.cli.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code run.log}: what happened when, one line each; grows while the run goes on. */
public final class RunLog implements AutoCloseable {
  private final PrintStream out;
  private final Clock clock;

  private RunLog(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Opens the log of a folder; lines of an earlier part of the run stay. */
  public static RunLog open(RunFolder folder, Clock clock) {
    Path file = folder.file("run.log");
    try {
      return new RunLog(
          new PrintStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              true,
              StandardCharsets.UTF_8),
          clock);
    } catch (IOException e) {
      throw RunFolder.failure(file, e);
    }
  }

  /** Adds a line. */
  public void line(String text) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    text.lines().forEach(line -> out.println(now + "  " + line));
  }

  @Override
  public void close() {
    out.close();
  }
}
