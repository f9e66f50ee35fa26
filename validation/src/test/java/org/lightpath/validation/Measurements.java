package org.lightpath.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Keeps every number that was judged in {@code target/measurements.tsv}, for the record of a run.
 */
final class Measurements {
  private static final Path FILE = Path.of("target", "measurements.tsv");
  private static boolean started;

  private Measurements() {}

  static synchronized void record(
      EngineCase engine, String quantity, double expected, double observed, double tolerance) {
    String row =
        String.format(
            Locale.ROOT,
            "%s\t%s\t%s\t%.9g\t%.9g\t%.3g%n",
            claim(),
            engine,
            quantity,
            expected,
            observed,
            tolerance);
    try {
      if (started) {
        Files.writeString(FILE, row, StandardOpenOption.APPEND);
      } else {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, "test\tengine\tquantity\texpected\tobserved\ttolerance\n" + row);
        started = true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String claim() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.endsWith("Test"))
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .findFirst()
                    .orElse("?"));
  }
}
