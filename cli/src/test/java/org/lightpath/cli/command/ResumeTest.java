package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.run.Json;

/** An interrupted link goes on to the same bytes; a full disk leaves nothing half-written. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(300)
class ResumeTest {
  @TempDir Path folder;

  private static final String LINK =
      SmallExperiments.LINK.replace("count: 3", "count: 400") + "checkpointInterval: 0 s\n";

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("--add-modules=jdk.incubator.vector");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.lightpath.cli.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("console.txt").toFile())
        .start();
  }

  private List<Path> checkpoints(Path out) throws IOException {
    Path path = out.resolve("checkpoint");
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".checkpoint")).sorted().toList();
    }
  }

  /** Starts a run, sends SIGTERM once it has checkpoints, and returns its exit code. */
  private int interrupted(Path file, Path out) throws IOException, InterruptedException {
    Process process = start(command("run", file.toString(), "--out", out.toString()));
    while (process.isAlive() && checkpoints(out).size() < 2) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    process.destroy();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void anInterruptedLinkGoesOnToTheSameBytes() throws IOException, InterruptedException {
    Path file = SmallExperiments.write(folder, LINK);
    Path whole = folder.resolve("whole");
    assertThat(Console.run("run", file.toString(), "--out", whole.toString()).code()).isZero();

    Path out = folder.resolve("cut");
    assertThat(interrupted(file, out)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(Json.read(out.resolve("summary.json")).path("status").asText())
        .isEqualTo("interrupted");
    assertThat(out.resolve("results.arrow")).doesNotExist();
    assertThat(checkpoints(out)).hasSize(2);
    damage(checkpoints(out).getLast());

    Console resumed = Console.run("run", file.toString(), "--out", out.toString(), "--resume");
    assertThat(resumed.code()).isZero();
    assertThat(Files.readString(out.resolve("run.log")))
        .contains("cannot be used: its checksum does not match")
        .contains("continuing from");
    assertThat(out.resolve("results.arrow")).hasSameBinaryContentAs(whole.resolve("results.arrow"));
    assertThat(out.resolve("checkpoint")).doesNotExist();
  }

  /** A model of minutes ends before its next product, and the same run can be started again. */
  @Test
  void aModelIsInterruptedBetweenProducts() throws IOException, InterruptedException {
    String model =
        SmallClouds.GENERATOR
            .replace("mnist_cdcgan_generator", "mnist_ddpm_unet")
            .replace("samples: 8", "samples: 400");
    Path out = folder.resolve("model");
    Path file = SmallExperiments.write(folder, model);
    Process process = start(command("run", file.toString(), "--out", out.toString()));
    while (process.isAlive() && !Files.exists(out.resolve("run.log"))) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    process.waitFor(2, TimeUnit.SECONDS);
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(Json.read(out.resolve("summary.json")).path("status").asText())
        .isEqualTo("interrupted");
    assertThat(out.resolve("results.arrow")).doesNotExist();
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  /** A limit on the size of files stands in for a full disk: the write fails half way. */
  @Test
  void aFullDiskLeavesNoHalfWrittenFile() throws IOException, InterruptedException {
    Path file = SmallExperiments.write(folder, SmallExperiments.PULSE + "fields: all\n");
    Path out = folder.resolve("full");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 24; exec \"$@\"", "sh"));
    command.addAll(command("run", file.toString(), "--out", out.toString()));
    // The class-data and performance files of the JVM itself must not meet the limit.
    command.add(command.indexOf("-Xmx512m"), "-XX:-UsePerfData");
    Process process = start(command);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

    String console = Files.readString(folder.resolve("console.txt"));
    assertThat(process.exitValue()).as(console).isEqualTo(ExitCode.FAILED);
    assertThat(console).contains("cannot write").contains(".arrow: ").doesNotContain("\tat ");
    assertThat(out.resolve("fields.arrow")).doesNotExist();
    assertThat(out.resolve("report.html")).doesNotExist();
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }
}
