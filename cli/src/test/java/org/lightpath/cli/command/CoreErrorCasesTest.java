package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.cli.ExitCode;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.npy.NpyFile;

/** Every mistake in a core or a mesh is told at the key that a person would change. */
class CoreErrorCasesTest {
  private static final String HOMODYNE = core("homodyne");
  private static final String COHERENT = core("coherent-wdm, wavelengths: 4");
  private static final String BANK = core("weight-bank, wavelengths: 4");
  private static final String INCOHERENT = core("incoherent-wdm, wavelengths: 4");
  private static final String MESH_CORE = core("mesh, inputs: 8");
  private static final String MESH =
      """
      kind: mesh
      mesh: {modes: 8}
      chips: 2
      """;

  @TempDir Path folder;

  private static String core(String type) {
    return """
    kind: core
    core: {type: %s}
    product: {rows: 8, columns: 4, inner: 16}
    draws: 1
    """
        .formatted(type);
  }

  static Stream<Arguments> mistakes() {
    return Stream.concat(coreMistakes(), Stream.concat(partMistakes(), meshMistakes()));
  }

  private static Stream<Arguments> coreMistakes() {
    return Stream.of(
        mistake(HOMODYNE, "modulator: {extinctionRatio: -3 dB}", "-3 dB", "above 0 dB"),
        mistake(
            HOMODYNE.replace("inner: 16}", "inner: 16, tiling: false}"),
            "receiver: {integrationLength: 8}",
            "product.tiling is false",
            "K = 16",
            "at most 8",
            "set receiver.integrationLength to 16"),
        mistake(HOMODYNE, "light: {photonsPerMac: -1}", "-1", "more than 0"),
        mistake(HOMODYNE, "light: {symbolRate: 5}", "'5' has no unit", "symbol rate"),
        mistake(
            HOMODYNE,
            "light: {photonsPerMac: [1, 2, 3]}\nmodulator: {bits: [4, 5]}",
            "2 values of bits of the operands, but 3 of photons per MAC"),
        mistake(HOMODYNE, "hardware: {rows: 4}", "hardware needs light.photonsPerMac", "set light"),
        mistake(
            HOMODYNE,
            "hardware: {}\narchitecture: {name: albireo}\nlight: {photonsPerMac: 1}",
            "both hardware and architecture",
            "leave one out"),
        mistake(
            HOMODYNE,
            "light: {photonsPerMac: 1}\nhardware: {quantumEfficiency: 1.5}",
            "quantumEfficiency is 1.500",
            "at most 1"),
        mistake(
            HOMODYNE.replace("homodyne}", "homodyne, ringWidth: 0.1 nm}"),
            "",
            "core.ringWidth would have no effect",
            "weight-bank"),
        mistake(HOMODYNE.replace("homodyne}", "homodyne, coupling: 1.4}"), "", "coupling is 1.4"),
        mistake(
            HOMODYNE.replace("homodyne}", "homodyne, skew: 3 ns}"),
            "",
            "core.skew is 15.00 symbols",
            "2.000e-10 s"),
        mistake(
            HOMODYNE.replace("rows: 8", "rows: 1048576").replace("inner: 16", "inner: 1048576"),
            "",
            "product: a matrix of M = 1048576",
            "1099511627776 elements"),
        mistake(
            HOMODYNE,
            "architecture: {name: lightening-transformer}\nmodulator: {bits: 16}",
            "16 bit at",
            "at most 8 bit"),
        mistake(HOMODYNE, "architecture: {name: lightning}", "lightening-transformer, albireo"));
  }

  private static Stream<Arguments> partMistakes() {
    return Stream.of(
        mistake(HOMODYNE, "receiver: {shot: counted}", "light.photonsPerMac is missing"),
        mistake(
            HOMODYNE.replace("homodyne}", "homodyne, phaseNoise: 1 rad, phaseCorrelation: use}"),
            "light: {photonsPerMac: 9}\nreceiver: {shot: counted}",
            "core.phaseCorrelation is use"),
        mistake(HOMODYNE, "receiver: {noiseCurrent: 1 pA/rtHz}", "no effect without light"),
        mistake(
            HOMODYNE.replace("homodyne}", "homodyne, linewidth: 1 MHz}"),
            "",
            "core.loopTime is missing"),
        mistake(
            core("weight-bank"),
            "light: {photonsPerMac: 9}\nhardware: {}",
            "hardware is modelled for homodyne and coherent-wdm cores"),
        mistake(HOMODYNE, "light: {photonsPerMac: 9, snr: 20 dB}", "photonsPerMac", "snr"),
        mistake(
            HOMODYNE.replace(
                "homodyne}", "homodyne, phaseNoise: 1 rad, phaseCorrelation: readout}"),
            "light: {snr: 40 dB}",
            "40.0 dB is wanted",
            "with any light"),
        mistake(HOMODYNE, "receiver: {range: 3}", "no effect without receiver.bits"),
        mistake(
            COHERENT,
            "receiver: {integrationLength: 6}",
            "receiver.integrationLength is 6, not a multiple of the 4 wavelengths",
            "take 8"),
        mistake(
            COHERENT,
            "modulator: {bandwidth: 3 GHz}",
            "keep 0.023 of the one before",
            "raise the bandwidth"),
        mistake(BANK.replace("4}", "4, spacing: 20 nm}"), "", "free spectral range is 3.203e-08 m"),
        mistake(BANK.replace("4}", "4, spacing: 0.02 nm}"), "", "widen the spacing"),
        mistake(BANK, "light: {leftShare: 0.3}", "leftShare would have no effect"),
        mistake(INCOHERENT.replace("4}", "4, cellCrosstalk: 3 dB}"), "", "cellCrosstalk is 1.995"),
        mistake(MESH_CORE, "receiver: {integrationLength: 16}", "core.inputs is 8"),
        mistake(MESH_CORE, "modulator: {extinctionRatio: 20 dB}", "is not modelled for a mesh"),
        mistake(
            MESH_CORE,
            "light: {photonsPerMac: 9}\nreceiver: {shot: counted}",
            "core.type is mesh",
            "take gaussian"));
  }

  private static Stream<Arguments> meshMistakes() {
    String pitch = "errors: {crosstalk: {columnPitch: %s, modePitch: 20 um, armSpacing: %s}}";
    return Stream.of(
        mistake(MESH.replace("8}", "8, target: file}"), "", "mesh.file is missing"),
        mistake(MESH.replace("8}", "8, file: x.npy}"), "", "mesh.file would have no effect"),
        mistake(MESH.replace("8}", "8, layout: clement}"), "", "did you mean 'clements'?"),
        mistake(MESH, "errors: {splitter: 0.1}", "'0.1' has no unit", "0.02 rad"),
        mistake(MESH, "errors: {splitter: -0.1 rad}", "-0.1 rad", "at least 0 rad"),
        mistake(MESH, "errors: {loss: -1 dB}", "-1 dB", "loss is 0 dB or more"),
        mistake(
            MESH,
            "errors: {splitter: [0 rad, 0.1 rad], phase: [0 rad, 0.1 rad, 0.2 rad]}",
            "3 values of errors.phase, but 2 of errors.splitter",
            "errors.combine to grid"),
        mistake(MESH, pitch.formatted("100 um", "30 um"), "3.000e-05 m, more than modePitch"),
        mistake(MESH, pitch.formatted("100 m", "3 um"), "column pitch: 100.0 m", "less than 1 m"),
        mistake(
            MESH,
            "errors: {crosstalk: {columnPitch: 9 um, modePitch: 9 um}}",
            "armSpacing' is missing"));
  }

  private static Arguments mistake(String base, String more, String... told) {
    return Arguments.of(base + more + "\n", told);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void anInvalidExperimentIsExplained(String text, String[] told) throws IOException {
    Path file = SmallExperiments.write(folder, text);
    Path out = folder.resolve("run");
    Console console = Console.run("run", file.toString(), "--out", out.toString());
    assertThat(console.code()).as(console.err()).isEqualTo(ExitCode.INVALID);
    assertThat(console.err())
        .contains(told)
        .containsPattern("experiment\\.yaml:\\d+:\\d+: error: ")
        .doesNotContain("Exception", "\tat ", "experiment.yaml:2:7: error: core:");
    assertThat(console.err().split("error: ", -1)).as("one problem, told once").hasSize(2);
    assertThat(out).doesNotExist();
  }

  /** The place is that of the value, not of the section around it. */
  @Test
  void theCaretStandsUnderTheValue() throws IOException {
    String text = COHERENT + "receiver: {integrationLength: 6}\n";
    assertThat(validated(text)).contains("experiment.yaml:5:31: error: receiver.integrationLength");
    String bank = BANK.replace("4}", "4, spacing: 20 nm}");
    assertThat(validated(bank)).contains("experiment.yaml:2:52: error: core: weight bank core");
  }

  @Test
  void theBaseExperimentsAreSound() throws IOException {
    for (String text : new String[] {HOMODYNE, COHERENT, BANK, INCOHERENT, MESH_CORE, MESH}) {
      Path file = SmallExperiments.write(folder, text);
      Console console = Console.run("validate", file.toString());
      assertThat(console.err()).isEmpty();
      assertThat(console.code()).isZero();
    }
  }

  @Test
  void anUnusableOperandIsExplained() throws IOException {
    String text = HOMODYNE + "operands: {distribution: file, left: a.npy, right: b.npy}\n";
    write("b.npy", numbers(64), false, 16, 4);
    assertThat(validated(text)).contains(":5:38: error: operands.left", "does not exist");
    write("a.npy", numbers(64), false, 16, 4);
    assertThat(validated(text)).contains("of shape [16, 4], expected real ones of shape [8, 16]");
    write("a.npy", numbers(256), true, 8, 16);
    assertThat(validated(text)).contains("holds complex numbers");
    double[] values = numbers(128);
    values[18] = Double.NaN;
    write("a.npy", values, false, 8, 16);
    assertThat(validated(text)).contains("number 18 is NaN, expected finite numbers");
    write("a.npy", new double[128], false, 8, 16);
    assertThat(validated(text)).contains("holds zeros only");
    Files.writeString(folder.resolve("a.npy"), "no array");
    assertThat(validated(text)).contains("is not an NPY file");
    assertThat(validated(text.replace("left: a.npy, ", ""))).contains("operands.left is missing");
  }

  @Test
  void anUnusableTargetIsExplained() throws IOException {
    String text = MESH.replace("8}", "8, target: file, file: u.npy}");
    assertThat(validated(text)).contains(":2:38: error: mesh.file", "does not exist");
    double[] values = new double[64];
    for (int i = 0; i < 8; i++) {
      values[9 * i] = 1.1;
    }
    write("u.npy", values, false, 8, 8);
    assertThat(validated(text)).contains("unitarity error 1.00e-01 of the 8 × 8 matrix");
    values[0] = Double.NaN;
    write("u.npy", values, false, 8, 8);
    assertThat(validated(text)).contains("not finite numbers");
    write("u.npy", values, false, 4, 16);
    assertThat(validated(text)).contains("shape [4, 16], expected [8, 8] as mesh.modes says");
  }

  private static double[] numbers(int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> Math.sin(i));
    return values;
  }

  private void write(String name, double[] values, boolean complex, int... shape)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      NpyFile.write(new NpyArray(shape, complex, values), out);
    }
  }

  private String validated(String text) throws IOException {
    Console console = Console.run("validate", SmallExperiments.write(folder, text).toString());
    assertThat(console.code()).as(console.err()).isEqualTo(ExitCode.INVALID);
    return console.err();
  }
}
