package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.bench.page.PerformancePage;
import picocli.CommandLine;

/** The page of performance. */
class BenchPageTest {
  private static final Path ROOT = Path.of("..");
  private static final String NOTE = "Because it must.";

  private final BenchRun run = new BenchRun();

  @Test
  void thePageIsThatOfTheRecords() throws IOException {
    PerformancePage.Content page =
        PerformancePage.of(ROOT.resolve("benchmarks/records"), "../benchmarks/records");
    assertThat(page.markdown())
        .as("run: ./lightpath bench page, and commit the result")
        .isEqualTo(Files.readString(ROOT.resolve("docs/performance.md")));
    for (Map.Entry<String, String> image : page.images().entrySet()) {
      assertThat(Files.readString(ROOT.resolve("docs/images").resolve(image.getKey())))
          .as(image.getKey())
          .isEqualTo(image.getValue());
    }
    try (Stream<Path> images = Files.list(ROOT.resolve("docs/images"))) {
      assertThat(
              images
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.startsWith("performance-")))
          .as("no image of a former page is left")
          .containsExactlyInAnyOrderElementsOf(page.images().keySet());
    }
  }

  private static String row(String contender, double time) {
    return """
        {"contender": "%s", "detail": "Machine (x)", "model": "scalar", "modes": 1, \
        "precision": "single", "samples": 64, "batch": 1, "threads": 1, "step_s": %s, \
        "stepDeviation_s": 0.001, "samplesPerSecond": 32, "relativeError": 1e-7, "rooflineShare": 0.25}"""
        .formatted(contender, time);
  }

  private static void records(Path folder, String file, String... rows) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(file),
        "{\"record\": \"bench fiber\", \"date\": \"2026-01-01\", \"commit\": \"abc\"}\n"
            + String.join("\n", rows)
            + "\n");
    Files.writeString(
        folder.resolve("goals.json"),
        """
        [{"name": "the goal", "devices": "Machine.*", "rows": {"bench": "fiber", "samples": "64"},
          "figure": "peer FFTW", "least": 2, "note": "why"}]
        """);
    Files.writeString(
        folder.resolve("notes.md"),
        "Words before.\n\n## why: Machine\n" + NOTE + "\n\n## other: *\nNot here.\n");
  }

  @Test
  void missedGoalsStandWithTheirReasonsAndReachedOnesWithout(@TempDir Path folder)
      throws IOException {
    records(folder, "2026-01-01-fiber.jsonl", row("lightpath cpu", 2), row("FFTW", 3));
    String missed = PerformancePage.of(folder, "records").markdown();
    assertThat(missed)
        .contains("| the goal | ≥ 2.00 | 1.50 | **missed** |")
        .contains("1.50× FFTW (1.0e-07)")
        .contains("25 %")
        .contains(NOTE)
        .doesNotContain("Not here");
    records(folder, "2026-01-01-fiber.jsonl", row("lightpath cpu", 2), row("FFTW", 5));
    assertThat(PerformancePage.of(folder, "records").markdown())
        .contains("| the goal | ≥ 2.00 | 2.50 | reached |")
        .doesNotContain(NOTE);
  }

  @Test
  void theNewestRowCountsAndRatiosStayWithinAFile(@TempDir Path folder) throws IOException {
    records(folder, "2026-01-01-fiber.jsonl", row("lightpath cpu", 2), row("FFTW", 3));
    records(folder, "2026-01-02-fiber.jsonl", row("lightpath cpu", 1));
    assertThat(PerformancePage.of(folder, "records").markdown())
        .contains("| 1.00 s |")
        .doesNotContain("| 2.00 s |")
        .as("the peer was measured another day")
        .doesNotContain("FFTW (");
  }

  @Test
  void theCommandWritesThePageAndItsPlots(@TempDir Path folder) throws IOException {
    Path records = folder.resolve("records");
    records(records, "2026-01-01-fiber.jsonl", row("lightpath cpu", 2), row("FFTW", 3));
    Path out = folder.resolve("docs/page.md");
    assertThat(run.run(new BenchPageCommand(), "--records=" + records, "--out=" + out))
        .as(run.err())
        .isZero();
    String page = Files.readString(out);
    assertThat(page).contains("(../records/2026-01-01-fiber.jsonl)");
    for (String plot : List.of("peers", "roofline")) {
      assertThat(page).contains("(images/performance-machine-" + plot + ".svg)");
      assertThat(folder.resolve("docs/images/performance-machine-%s.svg".formatted(plot)))
          .content()
          .startsWith("<?xml")
          .contains("64×1 f32");
    }
    assertThat(run.run(new BenchPageCommand(), "--records=" + folder.resolve("none")))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    Files.writeString(records.resolve("goals.json"), "[{\"name\": \"x\"}]");
    assertThat(run.run(new BenchPageCommand(), "--records=" + records, "--out=" + out))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(run.err()).contains("a goal has no");
  }
}
