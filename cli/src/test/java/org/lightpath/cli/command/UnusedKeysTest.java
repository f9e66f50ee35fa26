package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.run.Json;

/** A key that would have no effect is refused: whoever wrote it believes that it has one. */
class UnusedKeysTest {
  private static final String BETA2 = "  beta2: -20 ps^2/km\n";
  private static final String SHAPE = "  shape: sech\n";
  private static final String WAVE =
      SmallExperiments.PULSE
          .replace("shape: sech", "shape: cw")
          .replace("  t0: 10 ps\n", "")
          .replace("solitonOrder: 1", "peakPower: 1 W")
          .replace("reference: soliton\n", "");

  @TempDir Path folder;

  private Console validate(String text) throws IOException {
    return Console.run("validate", SmallExperiments.write(folder, text).toString());
  }

  private static String pulse(String place, String more) {
    return SmallExperiments.PULSE.replace(place, place + more);
  }

  private static String fibre(String keys) {
    return SmallExperiments.PULSE.replace(BETA2, keys);
  }

  private static String wave(String more) {
    return WAVE.replace("  shape: cw\n", "  shape: cw\n" + more);
  }

  private static String samples(String more) {
    return WAVE.replace("  peakPower: 1 W\n", "")
        .replace("  shape: cw\n", "  shape: file\n" + more);
  }

  private static String link(String more) {
    return SmallExperiments.LINK + more;
  }

  static Stream<Arguments> unused() {
    String third = "  beta3: 0.1 ps^3/km\n";
    String slope = "  slope: 0.06 ps/nm^2/km\n";
    return Stream.of(
        Arguments.of("fibre.slope", pulse(BETA2, slope)),
        Arguments.of("fibre.slope", fibre("  betas: [-20 ps^2/km]\n" + slope)),
        Arguments.of("fibre.beta3", fibre("  betas: [-20 ps^2/km]\n" + third)),
        Arguments.of("fibre.beta3", fibre("  dispersion: 16 ps/nm/km\n" + third)),
        Arguments.of("fibre.beta3", fibre("  preset: smf\n" + third)),
        Arguments.of("fibre.effectiveArea", pulse(BETA2, "  effectiveArea: 80 µm^2\n")),
        Arguments.of("pulse.order", pulse(SHAPE, "  order: 3\n")),
        Arguments.of(
            "pulse.sideband", pulse(SHAPE, "  sideband: {detuning: 1 THz, power: 1 nW}\n")),
        Arguments.of("pulse.file", pulse(SHAPE, "  file: pulse.csv\n")),
        Arguments.of("pulse.chirp", wave("  chirp: 2\n")),
        Arguments.of("pulse.t0", wave("  t0: 10 ps\n")),
        Arguments.of("pulse.fwhm", wave("  fwhm: 10 ps\n")),
        Arguments.of("pulse.pair", wave("  pair: {separation: 40 ps}\n")),
        Arguments.of("pulse.peakPower", samples("  peakPower: 1 W\n")),
        Arguments.of("pulse.energy", samples("  energy: 1 pJ\n")),
        Arguments.of("pulse.detuning", samples("  detuning: 1 GHz\n")),
        Arguments.of("pulse.polarisation", samples("  polarisation: {angle: 45 deg}\n")),
        Arguments.of("receiver.testPhases", link("receiver: {testPhases: 64}\n")),
        Arguments.of(
            "filter.order", link("filter: {shape: rectangular, order: 4, bandwidth: 50 GHz}\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unused")
  void whatHasNoEffectIsRefused(String key, String text) throws IOException {
    Console console = validate(text);
    assertThat(console.code()).isEqualTo(ExitCode.INVALID);
    assertThat(console.err())
        .containsPattern("experiment\\.yaml:\\d+:\\d+: error: " + key + " would have no effect")
        .contains("remove it");
  }

  @Test
  void usedKeysAreTaken() throws IOException {
    assertThat(validate(wave("")).err()).isEmpty();
    assertThat(validate(fibre("  dispersion: 16 ps/nm/km\n  slope: 0.06 ps/nm^2/km\n")).err())
        .doesNotContain("no effect");
    assertThat(validate(pulse(BETA2, "  beta3: 0 ps^3/km\n")).err()).isEmpty();
    assertThat(validate(link("receiver: {carrierPhase: blind, testPhases: 64}\n")).err()).isEmpty();
  }

  /** The slope of a preset holds at the preset's own dispersion. */
  @Test
  void aPresetsSlopeDoesNotVanishSilently() throws IOException {
    String head = "  preset: smf\n  beta2: -20 ps^2/km\n";
    Console replaced = validate(fibre(head));
    assertThat(replaced.code()).isEqualTo(ExitCode.DONE);
    assertThat(replaced.err())
        .contains("experiment.yaml:5:3: warning: fibre.beta2 takes the place of the preset's")
        .contains("the preset's slope of 0.058 ps/nm^2/km goes with it")
        .contains("give 'beta3', which is 0 ps^3/km now");
    assertThat(validate(fibre(head + "  beta3: 0 ps^3/km\n")).err()).isEmpty();
    assertThat(validate(fibre("  preset: smf\n  betas: [-20 ps^2/km]\n")).err()).isEmpty();
  }

  @Test
  void onlyWhatWasUsedIsResolved() throws IOException {
    String file = SmallExperiments.write(folder, SmallExperiments.PULSE).toString();
    String resolved = Console.run("run", file, "--dry-run").out();
    assertThat(resolved).contains("\"beta2\"", "\"beta3\"", "\"chirp\"");
    assertThat(resolved).doesNotContain("\"slope\"", "\"order\"");
  }

  /** The pair's own frequency is the middle of both; with β₂ it moves, so the two can be told. */
  @Test
  void aPairSitsAroundTheDetuning() throws IOException {
    String text =
        pulse(SHAPE, "  detuning: 100 GHz\n  pair: {separation: 80 ps, detuning: 20 GHz}\n")
            .replace("reference: soliton\n", "");
    Path out = folder.resolve("run");
    String file = SmallExperiments.write(folder, text).toString();
    assertThat(Console.run("run", file, "--out", out.toString()).code()).isZero();
    double peak =
        Json.read(out.resolve("summary.json")).path("metrics").path("spectralPeak_Hz").asDouble();
    assertThat(peak).isBetween(85e9, 115e9);
  }

  /** Gain follows the distance of the sideband from the wave, not from the carrier. */
  @Test
  void theInstabilityOfADetunedWaveHasItsClosedForm() throws IOException {
    String text =
        wave("  detuning: 30 GHz\n  sideband: {detuning: 101 GHz, power: -60 dBm}\n")
            .replace("gamma: 1.3", "gamma: 2")
            .replace("length: 5 km", "length: 1 km")
            .replace("window: 400 ps", "window: 1 ns")
            .replace("count: 40", "count: 1000")
            .concat("reference: modulation-instability\n");
    Path out = folder.resolve("run");
    String file = SmallExperiments.write(folder, text).toString();
    Console console = Console.run("run", file, "--out", out.toString());
    assertThat(console.err()).isEmpty();
    double error =
        Json.read(out.resolve("summary.json"))
            .path("metrics")
            .path("referenceError_rel")
            .asDouble();
    assertThat(error).isLessThan(1e-4);
  }
}
