package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.cli.ExitCode;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.Engines;

/** The same experiment on every engine: the metrics of the host engine, up to rounding. */
class EnginesAgreeTest {
  /** Rounding of at most 1e-12 in a field turns into at most this much of a metric. */
  private static final double ROUNDING = 1e-9;

  /** What a metric that is near zero is measured against, by the unit that ends its name. */
  private static final Map<String, Double> SCALES =
      Map.of(
          "rel", 1.0, "dB", 1.0, "dBm", 1.0, "bit", 1.0, "W", 1e-3, "J", 1e-15, "s", 1e-12, "Hz",
          1e9, "m", 1e-6);

  private static final String NONLINEAR_LINK =
      SmallExperiments.LINK.replace("power: [0 dBm, 3 dBm]", "power: [3 dBm, 9 dBm]");

  private static final Map<String, String> EXPERIMENTS =
      Map.of(
          "pulse", SmallExperiments.PULSE,
          "link", SmallExperiments.LINK,
          "nonlinear link", NONLINEAR_LINK,
          "homodyne core", SmallCores.HOMODYNE,
          "homodyne core, counted photons", SmallCores.HOMODYNE + "receiver: {shot: counted}\n",
          "coherent core", SmallCores.COHERENT,
          "weight bank", SmallCores.WEIGHT_BANK,
          "incoherent core", SmallCores.INCOHERENT,
          "mesh core", SmallCores.MESH_CORE,
          "mesh", SmallCores.MESH);

  /** How fast it went is not what came out. */
  private static final Set<String> SPEEDS = Set.of("simulationRate_MACPerS");

  @TempDir Path folder;

  static Stream<Arguments> pairs() {
    return EXPERIMENTS.keySet().stream()
        .sorted()
        .flatMap(
            name ->
                Stream.of("opencl", "aparapi", "reference")
                    .map(engine -> Arguments.of(name, engine)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("pairs")
  void metricsAreTheSame(String experiment, String engine) throws IOException {
    Optional<String> missing =
        Engines.providers().stream()
            .filter(provider -> provider.name().equals(engine))
            .findFirst()
            .map(EngineProvider::unavailable)
            .orElse(Optional.of("engine " + engine + " is not on the class path"));
    boolean required =
        List.of(System.getProperty("lightpath.require", "").split(",", -1)).contains(engine);
    assumeTrue(required || missing.isEmpty(), () -> missing.orElse(""));
    Path file = SmallExperiments.write(folder, Objects.requireNonNull(EXPERIMENTS.get(experiment)));
    JsonNode host = metrics(file, "cpu");
    JsonNode device = metrics(file, engine);
    assertThat(device.size()).isEqualTo(host.size()).isGreaterThan(3);
    for (Map.Entry<String, JsonNode> metric : host.properties()) {
      if (SPEEDS.contains(metric.getKey())) {
        continue;
      }
      double expected = metric.getValue().asDouble();
      assertThat(device.path(metric.getKey()).asDouble(Double.NaN))
          .as(metric.getKey())
          .isCloseTo(
              expected, within(ROUNDING * Math.max(scale(metric.getKey()), Math.abs(expected))));
    }
  }

  private static double scale(String metric) {
    return SCALES.getOrDefault(metric.substring(metric.lastIndexOf('_') + 1), 1.0);
  }

  private JsonNode metrics(Path file, String engine) throws IOException {
    Path out = folder.resolve(engine);
    Console console =
        Console.run("run", file.toString(), "--engine", engine, "--out", out.toString());
    assertThat(console.code()).as(console.err()).isEqualTo(ExitCode.DONE);
    JsonNode summary = new ObjectMapper().readTree(Files.readString(out.resolve("summary.json")));
    assertThat(summary.path("engine").path("name").asText()).isEqualTo(engine);
    return summary.path("metrics");
  }
}
