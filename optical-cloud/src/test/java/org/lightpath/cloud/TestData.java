package org.lightpath.cloud;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Data that tests may use and the project may not ship: the folder named by the environment
 * variable LIGHTPATH_DATA, or else shared/data beside the project. Tests skip without it.
 */
public final class TestData {
  private TestData() {}

  /** A file or folder of the data; the test is skipped where it is not there. */
  public static Path path(String relative) {
    Optional<Path> folder = folder(System.getenv("LIGHTPATH_DATA"));
    Assumptions.assumeTrue(
        folder.isPresent(),
        "no test data: set LIGHTPATH_DATA or put them into shared/data beside the project");
    Path file = folder.orElseThrow().resolve(relative);
    Assumptions.assumeTrue(Files.exists(file), () -> file + " is not there");
    return file;
  }

  private static Optional<Path> folder(@Nullable String named) {
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Files::isDirectory);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared/data");
      if (Files.isDirectory(data)) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }
}
