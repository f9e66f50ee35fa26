package org.lightpath.aparapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.EngineUnavailableException;
import org.lightpath.core.engine.Engines;

/** Discovery never throws, says what is missing, and takes no Java threads for a device. */
class AparapiDiscoveryTest {
  @Test
  void engineIsKnownAndNeverAutomatic() {
    assertThat(Engines.providers()).extracting(EngineProvider::name).contains("aparapi");
    assertThat(Engines.choose(Engines.AUTO).name()).isNotEqualTo("aparapi");
  }

  @Test
  void devicesAreDescribedInFull() {
    AparapiPresence.require();
    assertThat(new AparapiEngineProvider().devices())
        .isNotEmpty()
        .allSatisfy(
            device -> {
              assertThat(device.name()).isNotBlank();
              assertThat(device.driver()).contains("Aparapi").contains("OpenCL");
              assertThat(device.memoryBytes()).isPositive();
              assertThat(device.localMemoryBytes()).isPositive();
              assertThat(device.computeUnits()).isPositive();
              assertThat(device.notes()).anyMatch(note -> note.contains("platform"));
            });
  }

  @Test
  void severalDevicesAreRefused() {
    AparapiPresence.require();
    assertThatThrownBy(() -> new AparapiEngineProvider().open(new EngineOptions(List.of(0, 1), 0)))
        .isInstanceOf(EngineUnavailableException.class)
        .hasMessageContaining("one device");
  }

  @Test
  void missingPlatformIsExplained() throws IOException, InterruptedException {
    AparapiPresence.require();
    String said = report(Map.of("OCL_ICD_VENDORS", "/nonexistent"));
    assertThat(said).contains("devices=0").contains("no platform").contains("pocl-opencl-icd");
    assertThat(said).contains("open=EngineUnavailableException");
    assertThat(said).doesNotContain("Exception in thread");
  }

  /** The counter-check: the same process without the property finds the device. */
  @Test
  void forcedJavaThreadsAreRefused() throws IOException, InterruptedException {
    AparapiPresence.require();
    for (String mode : List.of("JTP", "SEQ", "CPU")) {
      String said = report(Map.of(), "-Dcom.aparapi.executionMode=" + mode);
      assertThat(said).contains("devices=0").contains("executionMode=" + mode);
      assertThat(said).contains("open=EngineUnavailableException");
    }
    assertThat(report(Map.of())).contains("open=AparapiEngine").doesNotContain("devices=0");
  }

  /** Standard output and error of {@link Report} in another process. */
  private static String report(Map<String, String> environment, String... flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Report.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /** Prints what discovery finds, and what opening gives. */
  static final class Report {
    private Report() {}

    public static void main(String[] arguments) {
      AparapiEngineProvider provider = new AparapiEngineProvider();
      System.out.println("devices=" + provider.devices().size());
      provider.unavailable().ifPresent(System.out::println);
      try (var engine = provider.open(EngineOptions.DEFAULT)) {
        System.out.println("open=" + engine.getClass().getSimpleName());
      } catch (EngineUnavailableException e) {
        System.out.println("open=" + e.getClass().getSimpleName());
      }
    }
  }
}
