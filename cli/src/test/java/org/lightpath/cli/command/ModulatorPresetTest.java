package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.kind.ExperimentFile;
import org.lightpath.cli.run.Json;

/** Modulators by name, and what they change in a core. */
class ModulatorPresetTest {
  private static final String CORE =
      """
      kind: core
      core: {type: homodyne}
      product: {rows: 4, columns: 4, inner: 8}
      light: {photonsPerMac: 1e4}
      draws: 1
      """;

  private static final String CROSSBAR = CORE.replace("homodyne", "coherent-wdm, wavelengths: 4");

  @TempDir Path folder;

  private JsonNode modulator(String text) throws IOException {
    Path file = SmallExperiments.write(folder, text);
    return ExperimentFile.load(file, List.of()).resolved().get("modulator");
  }

  private Console validate(String text) throws IOException {
    return Console.run("validate", SmallExperiments.write(folder, text).toString());
  }

  private static double number(JsonNode section, String key) {
    return Double.parseDouble(section.get(key).asText().split(" ", -1)[0]);
  }

  @Test
  void aNameBringsTheValues() throws IOException {
    JsonNode found = modulator(CORE + "modulator: lt-mzm\n");
    assertThat(found.get("curve").asText()).isEqualTo("mach-zehnder");
    assertThat(number(found, "extinctionRatio")).isCloseTo(10, within(1e-12));
    assertThat(number(found, "bandwidth")).isCloseTo(12.5e9, within(1e-3));
    // 1.2 dB and 450 fJ.
    assertThat(number(found, "insertionLoss")).isCloseTo(1.318_256_7, within(1e-7));
    assertThat(number(found, "energyPerSymbol")).isCloseTo(450e-15, within(1e-27));
    JsonNode none = modulator(CORE);
    assertThat(none.get("curve").asText()).isEqualTo("linear");
    assertThat(none.has("extinctionRatio")).isFalse();
  }

  @Test
  void keysBesideItReplaceItsValues() throws IOException {
    JsonNode found =
        modulator(CORE + "modulator: {preset: sl-mzm, extinctionRatio: 20 dB, bits: 6}\n");
    assertThat(number(found, "extinctionRatio")).isCloseTo(100, within(1e-12));
    assertThat(found.get("curve").asText()).isEqualTo("mach-zehnder");
    assertThat(number(found, "energyPerSymbol")).isCloseTo(50e-15, within(1e-27));
    assertThat(found.get("bits").toString()).contains("6");
  }

  @Test
  void theResolvedFormReadsBackToItself() throws IOException {
    Path file =
        SmallExperiments.write(
            folder, CORE + "modulator: lt-mzm\nreceiver: {darkCurrent: 25 nA}\n");
    JsonNode resolved = ExperimentFile.load(file, List.of()).resolved();
    Path again = folder.resolve("resolved.json");
    Files.writeString(again, Json.text(resolved));
    assertThat(ExperimentFile.load(again, List.of()).resolved()).isEqualTo(resolved);
  }

  @Test
  void unknownModulatorsAreRefused() throws IOException {
    Console console = validate(CORE + "modulator: lt-mzn\n");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("did you mean 'lt-mzm'?");
    // A fibre is no modulator.
    assertThat(validate(CORE + "modulator: smf\n").code()).isEqualTo(2);
  }

  /** ρ = exp(−2π 12.5/5) = 1.5e-7 is nothing; exp(−2π 12.5/25) = 0.043 is. */
  @Test
  void memoryIsForHomodyneCores() throws IOException {
    String fast = "light: {photonsPerMac: 1e4, symbolRate: 25 GBd}";
    assertThat(validate(CROSSBAR + "modulator: lt-mzm\n").code()).isZero();
    Console refused =
        validate(CROSSBAR.replace("light: {photonsPerMac: 1e4}", fast) + "modulator: lt-mzm\n");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("modulator.bandwidth", "keep 0.043 of the one before");
    String bank = CROSSBAR.replace("coherent-wdm", "weight-bank, spacing: 0.8 nm");
    assertThat(validate(bank + "modulator: lt-mzm\n").err()).isEmpty();
    Console warned =
        validate(bank.replace("light: {photonsPerMac: 1e4}", fast) + "modulator: lt-mzm\n");
    assertThat(warned.code()).isZero();
    assertThat(warned.err()).contains("modulator.bandwidth has no effect").contains("0.043");
  }

  private JsonNode metrics(String text) throws IOException {
    Path out = folder.resolve("run" + folder.toFile().list().length);
    Path file = SmallExperiments.write(folder, text);
    Console console = Console.run("run", file.toString(), "--out", out.toString());
    assertThat(console.code()).as(console.err()).isZero();
    return Json.read(out.resolve("summary.json")).path("metrics");
  }

  private double power(String modulator) throws IOException {
    return metrics(CORE + "hardware: {}\nmodulator: " + modulator + "\n")
        .path("power_W")
        .asDouble();
  }

  /**
   * 24 modulators at 5 GBd: 450 fJ are 54 mW. Laser: 10⁴ photons of 1550 nm at 5 GHz over 0.8 on
   * 144 outputs, 4.22 dB, wall plug 0.2, make 15.24 mW for open modulators. Operands that fill
   * their scale evenly let a third of it through, and (1 − 1/3)/ER more with an extinction ratio.
   */
  @Test
  void hardwareTakesLossAndEnergyOfTheModulator() throws IOException {
    double open = 1e4 * 1.281_578e-19 * 5e9 / 0.8 * 144 * Math.pow(10, 0.422) / 0.2;
    double laser = 3 * open;
    double perfect = power("{}");
    assertThat(perfect - power("{energyPerSymbol: 0 fJ}")).isCloseTo(54e-3, within(1e-9));
    assertThat(power("{insertionLoss: 4.2 dB}") - perfect)
        .isCloseTo(laser * (Math.pow(10, 0.3) - 1), within(1e-6 * laser));
    assertThat(power("lt-mzm") - perfect).isCloseTo(open * (2.5 - 3), within(1e-6 * laser));
    double slow = open * Math.pow(10, 0.33) / (1.0 / 3 + 2.0 / 3 * Math.pow(10, -0.6));
    assertThat(power("sl-mzm") - perfect)
        .isCloseTo(slow - laser - 24 * 400e-15 * 5e9, within(1e-6 * laser));
  }

  /**
   * Two diodes of 1 mA over 1.6 ns: 2·10⁷ electrons, against (2αβ)² = (3·10⁴)² for y² = 1 and an
   * output of K/9: √(0.0222/0.889) = 0.158. Operands of 1000 values and 4096 errors: within 10 %.
   */
  @Test
  void darkCurrentAddsShotNoise() throws IOException {
    String core = CORE.replace("rows: 4, columns: 4", "rows: 64, columns: 64");
    double dark =
        metrics(core + "receiver: {darkCurrent: 1 mA}\n").path("relativeError").asDouble();
    assertThat(dark).isCloseTo(0.158, within(0.016));
    assertThat(metrics(core).path("relativeError").asDouble()).isLessThan(0.012);
  }
}
