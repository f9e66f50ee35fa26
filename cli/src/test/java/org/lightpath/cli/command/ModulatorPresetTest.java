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

  private static final String CROSSBAR =
      CORE.replace("homodyne", "coherent-wdm, wavelengths: 4");

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
    assertThat(refused.err()).contains("poles 0.043");
    String bank = CROSSBAR.replace("coherent-wdm", "weight-bank, spacing: 0.8 nm");
    assertThat(validate(bank + "modulator: lt-mzm\n").err()).isEmpty();
    Console warned =
        validate(bank.replace("light: {photonsPerMac: 1e4}", fast) + "modulator: lt-mzm\n");
    assertThat(warned.code()).isZero();
    assertThat(warned.err()).contains("modulator.bandwidth has no effect").contains("0.043");
  }

  private JsonNode metrics(String text) throws IOException {
    Path out = folder.resolve("out-" + text.hashCode());
    Console console =
        Console.run(
            "run", SmallExperiments.write(folder, text).toString(), "--out", out.toString());
    assertThat(console.code()).as(console.err()).isZero();
    return Json.read(out.resolve("metrics.json"));
  }
}
