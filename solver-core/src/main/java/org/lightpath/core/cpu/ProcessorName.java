package org.lightpath.core.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Name of the host processor, for people: as Linux tells it, else the architecture. */
final class ProcessorName {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private ProcessorName() {}

  static String read() {
    String architecture = System.getProperty("os.arch", "unknown architecture");
    if (!Files.isReadable(CPU_INFO)) {
      return architecture;
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .map(model -> model + " (" + architecture + ")")
          .orElse(architecture);
    } catch (IOException unreadable) {
      return architecture;
    }
  }
}
