package org.lightpath.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What is running: version, commit, JDK, operating system. */
public final class Provenance {
  private static final Properties BUILD = load();

  private Provenance() {}

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = Provenance.class.getResourceAsStream("build.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** Version of Lightpath. */
  public static String version() {
    return BUILD.getProperty("version", "unknown");
  }

  /**
   * Commit of the source tree the launcher runs from, with "-dirty" if the tree has changes, or the
   * one that an image was built from.
   */
  public static String gitCommit() {
    String home = System.getProperty("lightpath.home", "");
    if (home.isEmpty()) {
      return "unknown";
    }
    Path built = Path.of(home, "COMMIT");
    if (!Files.exists(built)) {
      return Files.exists(Path.of(home, ".git")) ? git(home).orElse("unknown") : "unknown";
    }
    try {
      return Files.readString(built).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> git(String home) {
    try {
      Process process =
          new ProcessBuilder(
                  "git",
                  "-C",
                  home,
                  "describe",
                  "--always",
                  "--abbrev=40",
                  "--dirty",
                  "--exclude=*")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // no git here
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The Java runtime. */
  public static String jdk() {
    return "%s %s".formatted(System.getProperty("java.vendor"), Runtime.version());
  }

  /** The operating system and processor architecture. */
  public static String os() {
    return "%s %s %s"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"));
  }
}
