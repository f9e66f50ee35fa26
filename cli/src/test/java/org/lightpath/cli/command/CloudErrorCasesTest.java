package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.cli.ExitCode;
import org.lightpath.datasets.onnx.OnnxGraph;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxNode;
import org.lightpath.datasets.onnx.OnnxType;
import org.lightpath.datasets.onnx.OnnxValue;
import org.lightpath.datasets.onnx.OnnxWriter;

/** Every mistake in a cloud is told at the section or key that a person would change. */
class CloudErrorCasesTest {
  private static final String BASE = SmallClouds.GENERATOR;
  private static final String OWN = SmallClouds.OWN_NETWORK;
  private static final String NAME = "name: mnist_cdcgan_generator";

  @TempDir Path folder;

  static Stream<Arguments> mistakes() {
    return Stream.concat(keys(), networks());
  }

  private static Stream<Arguments> keys() {
    return Stream.of(
        mistake(
            BASE.replace(NAME, "name: mnist_cdcgan_generater"),
            "mnist_cdcgan_generater",
            "did you mean 'mnist_cdcgan_generator'?"),
        mistake(
            BASE.replace(NAME, "file: no.onnx"),
            "no.onnx",
            "found nothing there",
            "check the path"),
        mistake(
            BASE.replace("rows: 16", "rows: 16\n  quantumEfficiency: 2"),
            "quantumEfficiency",
            "more than 0, at most 1"),
        mistake(
            BASE.replace("rows: 16", "rows: 16\n  coupling: 1.5"),
            "coupling",
            "more than 0, at most 1"),
        mistake(BASE.replace("batch: 8", "batch: 0"), "0", "at least one"),
        mistake(BASE.replace("samples: 8", "samples: 0"), "0", "at least one"),
        mistake(BASE.replace("launchPower: 3 dBm", "launchPower: 3"), "'3' has no unit", "power"),
        mistake(
            BASE.replace("launchPower: 3 dBm", "launchPower: [3 dBm, 0 dBm]")
                .replace("modulator:\n  bits: 8", "modulator:\n  bits: [8, 6, 4]"),
            "lists make cases in step",
            "modulator bits has 3 values, launch power has 2",
            "give all lists the same length"),
        mistake(
            BASE.replace("neighbours: 0", "neighbours: 9"),
            "error: light: ",
            "need 92 samples",
            "at most 64"),
        mistake(
            BASE.replace("neighbours: 0", "neighbours: 1\n  samplesPerSymbol: 8"),
            "need 12 samples",
            "got 8",
            "take fewer neighbours"),
        mistake(BASE.replace("scaling: channel", "scaling: row"), "'row'", "tensor, channel"),
        mistake(
            BASE.replace("scaling: channel", "fidelity: waveforms"), "did you mean 'waveform'?"),
        mistake(
            BASE.replace(NAME, NAME + "\n  task: language"),
            "needs an input 'ids'",
            "[z, y_onehot]"),
        mistake(
            BASE.replace(NAME, "name: mnist_classifier\n  task: gan"),
            "needs an input 'z'",
            "[image]",
            "give the task 'tensors'"),
        mistake(
            BASE.replace(NAME, NAME + "\n  inputs: [{name: z, file: z.npy}]"),
            "model.inputs would have no effect"));
  }

  private static Stream<Arguments> networks() {
    return Stream.of(
        mistake(
            BASE.replace("preset: point-to-point", "preset: point-to-pint"),
            "did you mean 'point-to-point'?"),
        mistake(
            OWN.replace("from: here, to: there", "from: here, to: nowhere"),
            "nowhere",
            "here, there"),
        mistake(
            OWN.replace("  gridSpacing", "  edges: [her]\n  gridSpacing"), "'her'", "here, there"),
        mistake(OWN.replace("  gridSpacing", "  centre: hub\n  gridSpacing"), "'hub'"),
        mistake(OWN.replace("kind: centre", "kind: edge"), "0 nodes of kind centre", "'centre'"),
        mistake(
            OWN.replace("from: here, to: there", "from: here, to: other")
                .replace("  links:", "    - {name: other, kind: roadm}\n  links:"),
            "node 'there' has no link",
            "connect it or leave it out"),
        mistake(
            OWN.replace(
                    "    - {from: here, to: there, length: 20 km}\n",
                    """
                        - {from: here, to: one, length: 20 km}
                        - {from: there, to: two, length: 20 km}
                    """)
                .replace(
                    "  links:",
                    "    - {name: one, kind: roadm}\n    - {name: two, kind: roadm}\n  links:"),
            "inputs of here",
            "'there'"),
        mistake(
            BASE.replace("  gridSpacing", "  channels: 1\n  gridSpacing"), "weights", "channels"),
        mistake(
            BASE.replace("  gridSpacing", "  requiredOsnr: 60 dB\n  gridSpacing"),
            "inputs of",
            "29.30 dB below the required 60.00 dB"),
        mistake(
            BASE.replace("  gridSpacing", "  requiredPower: 20 dBm\n  gridSpacing"),
            "received power is -7.00 dBm, 27.00 dB below the required 20.00 dBm",
            "Raise the launch power of 3.00 dBm"),
        mistake(OWN.replace("length: 20 km", "length: 20"), "'20' has no unit", "length"),
        mistake(
            BASE.replace(NAME, NAME + "\n  steps: 5"),
            "model.steps would have no effect",
            "the task is gan"),
        mistake(
            BASE.replace("symbolRate: 10 GBd", "symbolRate: 10 GBd\n  skew: 1 ns"),
            "error: stream: skew is 10.0 symbols"),
        mistake(BASE.replace("  gridSpacing", "  reach: 0\n  gridSpacing"), "0", "positive"));
  }

  private static Arguments mistake(String text, String... told) {
    return Arguments.of(text, told);
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
        .doesNotContain("Exception", "\tat ");
    assertThat(console.err().lines().filter(line -> line.contains("error: ")))
        .as("told once, or once for each of two streams")
        .hasSize(console.err().contains("weights of edge-1: link without margin") ? 2 : 1);
    assertThat(out).doesNotExist();
  }

  @Test
  void theBaseExperimentsAreSound() throws IOException {
    for (String text : List.of(BASE, OWN, SmallClouds.CLASSIFIER, SmallClouds.TRAFFIC)) {
      Console console = Console.run("validate", SmallExperiments.write(folder, text).toString());
      assertThat(console.err()).isEmpty();
      assertThat(console.code()).isZero();
    }
  }

  /** A model of one node y = f(x). */
  @SuppressWarnings("MustBeClosedChecker") // the model closes its arena
  private static byte[] model(String operator) {
    OnnxValue x =
        new OnnxValue(
            "x",
            OnnxType.FLOAT,
            List.of(new OnnxValue.Dim(-1, "batch"), new OnnxValue.Dim(32, "")));
    OnnxNode node = new OnnxNode("the-node", operator, "", List.of("x"), List.of("y"), Map.of());
    OnnxGraph graph =
        new OnnxGraph(
            "one",
            List.of(node),
            Map.of(),
            List.of(x),
            List.of(new OnnxValue("y", null, null)),
            List.of());
    try (OnnxModel model = new OnnxModel("one", 7, Map.of("", 13L), graph, Arena.ofConfined())) {
      return OnnxWriter.bytes(model);
    }
  }

  private String refused(byte[] bytes) throws IOException {
    Files.write(folder.resolve("user.onnx"), bytes);
    Path file = SmallExperiments.write(folder, BASE.replace(NAME, "file: user.onnx"));
    Console console = Console.run("validate", file.toString());
    assertThat(console.code()).as(console.err()).isEqualTo(ExitCode.INVALID);
    assertThat(console.err())
        .containsPattern("experiment\\.yaml:\\d+:\\d+: error: model: ")
        .doesNotContain("Exception", "\tat ");
    Console listed = Console.run("model", folder.resolve("user.onnx").toString());
    assertThat(listed.code()).as(listed.err()).isEqualTo(ExitCode.INVALID);
    assertThat(listed.err()).startsWith("lightpath: error: ").doesNotContain("internal", "\tat ");
    return console.err();
  }

  @Test
  void modelsThatCannotRunAreExplained() throws IOException {
    assertThat(refused(model("Unheard"))).contains("Unheard", "the-node");
    byte[] whole = model("Relu");
    assertThat(refused(Arrays.copyOf(whole, whole.length - 7))).contains("user.onnx");
    assertThat(refused(new byte[0])).contains("user.onnx");
    assertThat(refused("no model".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .contains("user.onnx");
  }

  /** Converters that no published part is rated for are accounted for as the finest that is. */
  @Test
  void finerConvertersThanRatedAreToldAsAWarning() throws IOException {
    Path file = SmallExperiments.write(folder, BASE.replace("  bits: 8\ncore", "  bits: 12\ncore"));
    Console console = Console.run("validate", file.toString());
    assertThat(console.code()).isZero();
    assertThat(console.err()).contains("warning: core: energy is that of converters of 8 bit");
  }
}
