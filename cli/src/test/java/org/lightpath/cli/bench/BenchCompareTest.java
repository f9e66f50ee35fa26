package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code --compare} and {@code --fail-slower} from the command line. */
class BenchCompareTest {
  private static final String[] SMALL = {
    "--engine=reference",
    "--size=8",
    "--precision=single",
    "--threads=1",
    "--turn=0.01",
    "--turns=3"
  };

  private final BenchRun run = new BenchRun();
  @TempDir private Path folder;

  private int mesh(String... more) {
    String[] all = new String[SMALL.length + more.length];
    System.arraycopy(SMALL, 0, all, 0, SMALL.length);
    System.arraycopy(more, 0, all, SMALL.length, more.length);
    return run.run(new BenchMeshCommand(), all);
  }

  /** A record with all times multiplied. */
  private Path scaled(double factor) throws IOException {
    Path file = folder.resolve("record.jsonl");
    assertThat(mesh("--record=" + file)).as(run.err()).isZero();
    List<String> lines =
        Files.readAllLines(file).stream()
            .map(
                line -> {
                  Matcher time =
                      Pattern.compile("\"(run|runDeviation)_s\": ([0-9.E-]+)").matcher(line);
                  return time.replaceAll(
                      match ->
                          "\"%s_s\": %s"
                              .formatted(
                                  match.group(1), Double.parseDouble(match.group(2)) * factor));
                })
            .toList();
    Files.write(file, lines);
    return file;
  }

  @Test
  void ratiosAreToldAndTheExitCodeStaysZero() throws IOException {
    Path file = scaled(1e-3);
    assertThat(mesh("--compare=" + file)).as(run.err()).isZero();
    assertThat(run.out()).contains("now / before").contains("2 rows: ");
    assertThat(run.out().lines().filter(line -> line.startsWith("| mesh "))).hasSize(2);
  }

  @Test
  void aThousandfoldTimeFailsWhereAsked() throws IOException {
    Path file = scaled(1e-3);
    assertThat(mesh("--compare=" + file, "--fail-slower=10000")).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("slower");
    assertThat(mesh("--compare=" + scaled(1e3), "--fail-slower=10")).isZero();
    assertThat(run.out()).contains("faster");
  }

  @Test
  void rowsForProgramsStayAlone() throws IOException {
    Path file = scaled(1);
    assertThat(mesh("--compare=" + file, "--format=csv")).isZero();
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.err()).contains("Compared with " + file);
  }

  @Test
  void missingFilesAndLonelyLimitsAreRefusedBeforeAnythingRuns() {
    assertThat(mesh("--compare=" + folder.resolve("none"))).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(run.err()).contains("none: the file cannot be read");
    assertThat(mesh("--fail-slower=5")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(run.err()).contains("needs --compare FILE");
  }
}
