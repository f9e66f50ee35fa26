package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.cli.kind.ExperimentFile;
import org.lightpath.cli.run.Json;

/** Schema and reader come from one description; every example passes both. */
class ExamplesTest {
  @TempDir Path folder;

  /** The folder of examples. */
  static Path shipped() {
    return Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."), "examples");
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(shipped())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static List<Error> schemaErrors(String text) {
    String schema = Json.text(SchemaCommand.schema(ExperimentFile.KINDS));
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
    return compiled.validate(text, InputFormat.YAML);
  }

  @Test
  void theExamplesAreFound() throws IOException {
    assertThat(examples().stream().map(file -> file.getFileName().toString()))
        .contains(
            "wdm-link.yaml",
            "soliton.yaml",
            "soliton-n2.yaml",
            "manakov-soliton.yaml",
            "modulation-instability.yaml",
            "spm.yaml",
            "supercontinuum.yaml",
            "homodyne-core.yaml",
            "weight-bank.yaml",
            "coherent-crossbar.yaml",
            "mesh-errors.yaml",
            "lightening-transformer.yaml",
            "albireo.yaml",
            "full-scale.yaml",
            "optical-cloud.yaml",
            "cloud-diffusion.yaml",
            "cloud-gpt.yaml",
            "cloud-waveform.yaml",
            "seamless-cloud.yaml");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleFitsTheSchemaAndTheReader(Path example) throws IOException {
    assertThat(schemaErrors(Files.readString(example))).isEmpty();
    assertThat(ExperimentFile.load(example, List.of()).problems().all()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theResolvedFormReadsBackToItself(Path example) throws IOException {
    JsonNode resolved = ExperimentFile.load(example, List.of()).resolved();
    Path file = folder.resolve("resolved.json");
    Files.writeString(file, Json.text(resolved));
    assertThat(schemaErrors(Json.text(resolved))).isEmpty();
    assertThat(ExperimentFile.load(file, List.of()).resolved()).isEqualTo(resolved);
  }

  /**
   * A first line of instructions names the file that it stands in; links of the readme are files.
   */
  @Test
  void instructionsAndLinksNameFilesThatAreThere() throws IOException {
    List<Path> examples = examples();
    for (Path example : examples) {
      String text = Files.readString(example);
      if (text.contains("lightpath run ")) {
        assertThat(text).contains("lightpath run examples/" + example.getFileName());
      }
    }
    String readme = Files.readString(shipped().resolveSibling("README.md"));
    Matcher named = Pattern.compile("examples/([\\w-]+\\.yaml)").matcher(readme);
    List<String> names = named.results().map(found -> found.group(1)).distinct().toList();
    assertThat(names).isNotEmpty();
    assertThat(examples.stream().map(example -> example.getFileName().toString()))
        .containsAll(names);
  }

  /** What the head of an example proposes to set is valid. */
  @ParameterizedTest
  @MethodSource("examples")
  void proposedReplacementsAreValid(Path example) throws IOException {
    Pattern set = Pattern.compile("--set ([\\w.]+=)(?:'([^']*)'|(\\S+))");
    for (String line : Files.readAllLines(example)) {
      if (!line.startsWith("#") || !line.contains("--set ")) {
        continue;
      }
      List<String> arguments = new ArrayList<>(List.of("validate", example.toString()));
      for (MatchResult found : set.matcher(line).results().toList()) {
        String value = found.group(2) == null ? found.group(3) : found.group(2);
        arguments.addAll(List.of("--set", found.group(1) + value));
      }
      Console console = Console.run(arguments.toArray(String[]::new));
      assertThat(console.code()).as("%s: %s", line, console.err()).isZero();
    }
  }

  /** Commands of the readme that run an experiment, up to the run itself. */
  @Test
  void snippetsOfTheReadmeAreValid() throws IOException {
    Path root = shipped().resolveSibling("README.md");
    List<String> snippets =
        Files.readAllLines(root).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("./lightpath run "))
            .toList();
    assertThat(snippets).isNotEmpty();
    for (String snippet : snippets) {
      String[] words = snippet.split(" ", -1);
      assertThat(words).as("a file and nothing else: %s", snippet).hasSize(3);
      Path file = root.resolveSibling(words[2]);
      assertThat(Console.run("validate", file.toString()).code()).as(snippet).isZero();
    }
  }

  static Stream<String> mistakes() {
    return Stream.of(
        SmallExperiments.PULSE.replace("length: 5 km", "length: 5"),
        SmallExperiments.PULSE.replace("length: 5 km\n", ""),
        SmallExperiments.PULSE.replace("window:", "windo:"),
        SmallExperiments.PULSE.replace("shape: sech", "shape: sesh"),
        SmallExperiments.PULSE.replace("t0: 10 ps", "t0: 10 ps\n  fwhm: 9 ps"),
        SmallExperiments.PULSE.replace("samples: 512", "samples: many"),
        SmallExperiments.PULSE.replace("gamma:", "slope: 0.06 ps/nm^2/km\n  gamma:"),
        SmallExperiments.PULSE.replace("shape: sech", "shape: sech\n  order: 3"),
        SmallExperiments.LINK.replace("fibre: smf", "fibre: smff"),
        SmallExperiments.LINK.replace("symbolRate: 32 GBd\n", "\n"),
        SmallExperiments.LINK.replace("count: 3", "count: 0"),
        SmallCores.HOMODYNE.replace("10 GBd", "10"),
        SmallCores.HOMODYNE.replace("type: homodyne", "type: homodin"),
        SmallCores.HOMODYNE.replace("type: homodyne", "type: homodyne\n  ringWidth: 1 nm"),
        SmallCores.INCOHERENT.replace("albireo", "albireo\n  variant: large"),
        SmallCores.MESH.replace("modes: 16", "modes: 1"),
        SmallCores.MESH.replace("0.05 rad", "0.05"),
        SmallCores.MESH.replace("clements", "clement"),
        SmallClouds.GENERATOR.replace("3 dBm", "3"),
        SmallClouds.GENERATOR.replace("batch: 8", "batch: 0"),
        SmallClouds.GENERATOR.replace("point-to-point", "point"),
        SmallClouds.GENERATOR.replace("scaling: channel", "scaling: row"),
        SmallClouds.GENERATOR.replace("mnist_cdcgan_generator", "mnist_cdcgan"),
        SmallClouds.OWN_NETWORK.replace("kind: centre", "kind: center"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whatTheReaderRefusesTheSchemaRefuses(String text) throws IOException {
    assertThat(schemaErrors(text)).isNotEmpty();
    Path file = SmallExperiments.write(folder, text);
    assertThat(Console.run("validate", file.toString()).code()).isEqualTo(2);
  }

  @Test
  void theSmallExperimentsAreSound() throws IOException {
    for (String text :
        List.of(
            SmallExperiments.PULSE,
            SmallExperiments.LINK,
            SmallCores.HOMODYNE,
            SmallCores.COHERENT,
            SmallCores.WEIGHT_BANK,
            SmallCores.INCOHERENT,
            SmallCores.MESH_CORE,
            SmallCores.MESH,
            SmallClouds.GENERATOR,
            SmallClouds.OWN_NETWORK,
            SmallClouds.CLASSIFIER,
            SmallClouds.TRAFFIC)) {
      assertThat(schemaErrors(text)).isEmpty();
      Path file = SmallExperiments.write(folder, text);
      assertThat(Console.run("validate", file.toString()).code()).isZero();
    }
  }
}
