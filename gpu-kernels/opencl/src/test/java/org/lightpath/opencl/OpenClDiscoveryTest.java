package org.lightpath.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.Engines;

/** Discovery never throws and says what is missing. */
class OpenClDiscoveryTest {
  @Test
  void engineIsKnown() {
    assertThat(Engines.providers()).extracting(EngineProvider::name).contains("opencl");
  }

  @Test
  void devicesAreDescribedInFull() {
    OpenClPresence.require();
    assertThat(new OpenClEngineProvider().devices())
        .allSatisfy(
            device -> {
              assertThat(device.name()).isNotBlank();
              assertThat(device.driver()).isNotBlank();
              assertThat(device.memoryBytes()).isPositive();
              assertThat(device.localMemoryBytes()).isPositive();
              assertThat(device.computeUnits()).isPositive();
              assertThat(device.notes()).anyMatch(note -> note.contains("platform"));
            });
  }

  @Test
  void hostProcessorDoesNotComeBeforeTheHostEngine() {
    OpenClPresence.require();
    boolean host =
        new OpenClEngineProvider()
            .devices().getFirst().notes().stream().anyMatch(note -> note.contains("'cpu'"));
    assertThat(Engines.choose(Engines.AUTO).name()).isEqualTo(host ? "cpu" : "opencl");
  }

  @Test
  void missingPlatformIsExplained() throws IOException, InterruptedException {
    OpenClPresence.require();
    String said = childProcess(Map.of("OCL_ICD_VENDORS", "/nonexistent"));
    assertThat(said).contains("devices=0").contains("no platform").contains("pocl-opencl-icd");
    assertThat(said).doesNotContain("Exception in thread");
  }

  /** Standard output and error of {@link Report} in another process. */
  private static String childProcess(Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Report.class.getName());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /** Prints what discovery finds. */
  static final class Report {
    private Report() {}

    public static void main(String[] arguments) {
      OpenClEngineProvider provider = new OpenClEngineProvider();
      System.out.println("devices=" + provider.devices().size());
      System.out.println("rank=" + provider.rank());
      provider.unavailable().ifPresent(System.out::println);
    }
  }
}
