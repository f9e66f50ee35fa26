import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packs what checks the self-contained image: test classes, JUnit, and a launcher. Unpacked over
 * the image, it fills the folder {@code checks}; what the image has is not packed again.
 *
 * <p>Arguments: build folder of this module, its jar of test classes, name of the image. Run by the
 * Maven profile {@code image}.
 */
public final class BuildChecks {
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path build = Path.of(arguments[0]).toAbsolutePath();
    Path root = build.getParent().getParent();
    Path stage = build.resolve("checks");
    Path image = stage.resolve(arguments[2]);
    delete(stage);
    Files.createDirectories(image.resolve("bin"));
    Files.createDirectories(image.resolve("checks"));
    for (Path jar : files(build.resolve("check-dependencies"))) {
      // The layering is tested where the sources are.
      boolean needed = !jar.getFileName().toString().startsWith("archunit");
      if (needed && !Files.exists(root.resolve("cli/target/app/lib").resolve(jar.getFileName()))) {
        copy(jar, image.resolve("checks").resolve(jar.getFileName()));
      }
    }
    copy(build.resolve(arguments[1]), image.resolve("checks").resolve(arguments[1]));
    Path launcher = image.resolve("bin/lightpath-checks");
    copy(root.resolve("validation/src/image/lightpath-checks"), launcher);
    launcher.toFile().setExecutable(true, false);
    Path packed = root.resolve("cli/target").resolve(arguments[2] + "-checks.tar.gz");
    int code =
        new ProcessBuilder("tar", "-czf", packed.toString(), arguments[2])
            .directory(stage.toFile())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("tar failed with " + code);
    }
    System.out.printf("checks: %s, %.1f MiB%n", packed, Files.size(packed) / 1048576.0);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
