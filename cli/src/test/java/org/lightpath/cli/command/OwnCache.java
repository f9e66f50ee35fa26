package org.lightpath.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps fitted link effects in a folder that lives as long as the tests of a class. */
final class OwnCache implements BeforeAllCallback, AfterAllCallback {
  private static final String PROPERTY = "lightpath.cache";

  private Path folder = Path.of("");

  /** Made by JUnit. */
  OwnCache() {}

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("link-effects");
    System.setProperty(PROPERTY, folder.toString());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    System.clearProperty(PROPERTY);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
