package org.lightpath.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lightpath.cli.bench.page.PerformancePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the page of performance from records. */
@Command(
    name = "page",
    description = {
      "Makes the page of performance from a folder of records: tables, plots, goals reached and",
      "missed. Goals are in goals.json, what stands in the way in notes.md, both beside the records."
    },
    footer = {
      "",
      "Example:",
      "  lightpath bench page --records benchmarks/records --out docs/performance.md"
    },
    mixinStandardHelpOptions = true)
public final class BenchPageCommand implements Callable<Integer> {
  @Option(
      names = "--records",
      paramLabel = "DIR",
      defaultValue = "benchmarks/records",
      description = "Folder of records (default: ${DEFAULT-VALUE}).")
  private Path records = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "docs/performance.md",
      description = "The page; plots go to images/ beside it (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public BenchPageCommand() {}

  @Override
  public Integer call() {
    Path folder = out.toAbsolutePath().resolveSibling("").normalize();
    if (!Files.isDirectory(records)) {
      throw new ParameterException(
          spec.commandLine(), "--records %s: there is no such folder".formatted(records));
    }
    try {
      String from =
          folder.relativize(records.toAbsolutePath().normalize()).toString().replace('\\', '/');
      PerformancePage.Content page = PerformancePage.of(records, from);
      Path images = folder.resolve("images");
      Files.createDirectories(images);
      removeFormer(images, page.images().keySet());
      Files.writeString(out, page.markdown());
      for (Map.Entry<String, String> image : page.images().entrySet()) {
        Files.writeString(images.resolve(image.getKey()), image.getValue());
      }
      spec.commandLine()
          .getOut()
          .printf("%s and %d plots in %s%n", out, page.images().size(), images);
      spec.commandLine().getOut().flush();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the page %s could not be made".formatted(out), e);
    }
    return 0;
  }

  /** Plots of devices that the records no longer hold. */
  private static void removeFormer(Path images, Set<String> kept) throws IOException {
    try (DirectoryStream<Path> plots = Files.newDirectoryStream(images, "performance-*.svg")) {
      for (Path plot : plots) {
        if (!kept.contains(plot.getFileName().toString())) {
          Files.delete(plot);
        }
      }
    }
  }
}
