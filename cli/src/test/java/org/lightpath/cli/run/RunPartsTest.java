package org.lightpath.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.fiber.Progress;

/** Files that appear whole, progress, and the check of the Java runtime. */
class RunPartsTest {
  @TempDir Path folder;

  @Test
  void aFileThatFailsHalfWayLeavesTheOldOne() throws IOException {
    Path file = folder.resolve("file");
    AtomicFile.write(file, out -> out.write(1));
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[3 << 20]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(Files.readAllBytes(file)).containsExactly(1);
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void aFullDiskIsToldWithWhatToDo() {
    RunFolder run = RunFolder.create(folder.resolve("run"));
    assertThatThrownBy(
            () ->
                run.write(
                    "results.arrow",
                    out -> {
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("results.arrow: No space left on device; free some space");
    assertThat(folder.resolve("run").toFile().list()).isEmpty();
  }

  private static String printed(boolean terminal, int stretches, long nanosEach) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AtomicLong clock = new AtomicLong();
    ProgressPrinter printer =
        new ProgressPrinter(
            new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, clock::get);
    for (int done = 1; done <= stretches; done++) {
      clock.addAndGet(nanosEach);
      printer.print(new Progress(0, done, stretches, 10.0 * done, 10.0 * stretches, done));
    }
    printer.finish();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aPipeGetsPlainLinesEveryFivePercent() {
    String text = printed(false, 1000, 1_000_000);
    assertThat(text.lines()).hasSize(20).last().asString().startsWith("100 %");
    assertThat(text).doesNotContain("\r").doesNotContain("\u001b");
  }

  @Test
  void timeLeftFollowsTheLatestPace() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ProgressPrinter printer =
        new ProgressPrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, () -> 0L);
    // The first stretch takes 91 s, being compiled, the other 99 one second each.
    for (int done = 1; done <= 50; done++) {
      printer.print(new Progress(0, done, 100, done, 100, 90.0 + done));
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .last()
        .asString()
        .contains("50 %")
        .endsWith("50.0 s left");
  }

  @Test
  void aPipeIsNeverSilentForLongerThanAMinute() {
    assertThat(printed(false, 10_000, 61_000_000_000L).lines()).hasSize(10_000);
  }

  @Test
  void aTerminalGetsOneLineThatIsOverwritten() {
    String text = printed(true, 100, 150_000_000);
    assertThat(text).startsWith("\r\u001b[K").endsWith("\r\u001b[K").doesNotContain("\n");
    assertThat(text).contains("left");
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "25.0.1", "25.0.2", "25.0.2+10-LTS", "24.0.5", "21.0.8"})
  void javaThatCorruptsArraysOrIsTooOldIsRefused(String version) {
    assertThat(JdkCheck.refusal(Runtime.Version.parse(version))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"25.0.3", "25.0.3+9-LTS", "25.1", "26"})
  void soundJavaIsTaken(String version) {
    assertThat(JdkCheck.refusal(Runtime.Version.parse(version))).isEmpty();
  }

  @Test
  void theRefusalNamesTheDefect() {
    assertThat(JdkCheck.refusal(Runtime.Version.parse("25.0.1")).orElseThrow())
        .contains("JDK-8377811")
        .contains("25.0.3");
  }
}
