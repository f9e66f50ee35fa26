package org.lightpath.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

  /** Commit it was built from; the launcher of a source tree knows it, an image carries it. */
  public static String gitCommit() {
    String given = System.getProperty("lightpath.gitCommit", "");
    return given.isEmpty() ? BUILD.getProperty("gitCommit", "unknown") : given;
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
