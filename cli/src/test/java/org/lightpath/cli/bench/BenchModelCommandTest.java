package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cli.model.NamedModel;
import org.lightpath.core.field.Precision;
import picocli.CommandLine;

class BenchModelCommandTest {
  private static final String SMALL = "mnist_classifier";

  private final BenchRun run = new BenchRun();

  @Test
  void everyLevelHasItsErrorAndItsShareOfTheTime() throws IOException {
    List<JsonNode> rows =
        run.rows(
            new BenchModelCommand(),
            "--model=" + SMALL,
            "--batch=2",
            "--level=ideal,behavioural",
            "--precision=single");
    assertThat(rows)
        .extracting(row -> row.get("level").asText())
        .containsExactly("digital", "ideal", "behavioural");
    for (JsonNode row : rows) {
      assertThat(row.get("model").asText()).isEqualTo(SMALL);
      assertThat(row.get("unit").asText()).isEqualTo("image");
      assertThat(row.get("weights").asText()).isEqualTo("trained");
      assertThat(row.get("estimate").asText()).isEqualTo("no");
      assertThat(row.get("productShare").asDouble()).isGreaterThan(0).isLessThanOrEqualTo(1);
      assertThat(row.get("costOfLight").asDouble()).isPositive();
      double macs = row.get("macsPerUnit").asDouble();
      assertThat(macs).isCloseTo(4_241_000, within(1000.0));
      // Rates and times are of the same median.
      assertThat(row.get("unitsPerSecond").asDouble() * row.get("unit_s").asDouble())
          .isCloseTo(1, within(1e-12));
      assertThat(row.get("mac_per_s").asDouble() * row.get("unit_s").asDouble())
          .isCloseTo(macs, within(macs * 1e-12));
    }
    // Six layers of sums of at most 1152 terms, each rounded to single: far below 2^-16. Noise of
    // 8-bit converters is far above, and what is not drawn at all would show as the ideal level.
    assertThat(rows.get(0).get("relativeError").asDouble()).isLessThan(0x1p-16);
    assertThat(rows.get(1).get("relativeError").asDouble()).isLessThan(0x1p-16);
    double noise = rows.get(2).get("relativeError").asDouble();
    assertThat(noise).isBetween(1e-3, 1.0);
    assertThat(rows.get(2).get("snr_dB").asDouble())
        .isCloseTo(-20 * Math.log10(noise), within(1e-9));
    assertThat(rows.getFirst().get("costOfLight").asDouble()).isEqualTo(1);
  }

  /** The products of a small model alone: counted as the whole counts them, and as exact. */
  @Test
  void anEstimateIsTheSumOfAllProducts() {
    try (NamedModel model = NamedModel.open(SMALL, 1)) {
      ModelProducts products = ModelProducts.of(model.parts(), 1);
      List<ModelProducts.Alike> distinct = products.distinct();
      assertThat(distinct.stream().mapToLong(ModelProducts.Alike::macs).sum())
          .isEqualTo(products.macs());
      EngineContender who =
          Contenders.engines(List.of("reference"), OptionalInt.empty(), List.of(1)).getFirst();
      ModelBench.Entry digital = new ModelBench.Entry(who, FidelityLevel.DIGITAL);
      ModelBench.Entry behavioural = new ModelBench.Entry(who, FidelityLevel.BEHAVIOURAL);
      ModelProductsBench bench =
          new ModelProductsBench(new ModelBench.Pace(new Turns(1e-6, 2), 1e-3), _ -> {});
      ModelCase c = new ModelCase(model, 1, Precision.SINGLE);
      Map<ModelBench.Entry, ModelBench.Found> once =
          bench.measure(c, distinct, List.of(digital, behavioural));
      assertThat(once).containsOnlyKeys(digital, behavioural);
      ModelBench.Found exact = found(once, digital);
      assertThat(exact.measuredShare()).isEqualTo(1);
      assertThat(exact.productShare()).isEmpty();
      assertThat(exact.times().seconds()).hasSize(2);
      assertThat(exact.relativeError()).isLessThan(0x1p-20);
      assertThat(found(once, behavioural).relativeError()).isBetween(1e-3, 0.5);
    }
  }

  private static ModelBench.Found found(
      Map<ModelBench.Entry, ModelBench.Found> all, ModelBench.Entry entry) {
    ModelBench.Found one = all.get(entry);
    assertThat(one).isNotNull();
    return java.util.Objects.requireNonNull(one);
  }

  @Test
  void recordsAndOtherFormatsHaveTheSameColumns(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("record.jsonl");
    run.rows(
        new BenchModelCommand(),
        "--model=" + SMALL,
        "--batch=1",
        "--level=digital",
        "--precision=double",
        "--record=" + file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    assertThat(BenchRun.JSON.readTree(lines.getFirst()).get("record").asText())
        .isEqualTo("bench model");
    List<String> names = new ModelTable().columns().names();
    assertThat(BenchRun.keys(BenchRun.JSON.readTree(lines.getLast()))).isEqualTo(names);
    for (String format : List.of("csv", "md")) {
      String[] arguments = {
        "--engine=reference",
        "--model=" + SMALL,
        "--batch=1",
        "--level=digital",
        "--turn=0.01",
        "--turns=1",
        "--threads=1",
        "--precision=single",
        "--format=" + format
      };
      assertThat(run.run(new BenchModelCommand(), arguments)).as(run.err()).isZero();
      List<String> table = run.out().lines().toList();
      assertThat(table).hasSize(format.equals("csv") ? 2 : 3);
      if (format.equals("csv")) {
        assertThat(table.getFirst().split(",", -1)).containsExactlyElementsOf(names);
      } else {
        assertThat(columns(table.get(2))).isEqualTo(columns(table.getFirst()));
        assertThat(columns(table.get(1))).isEqualTo(columns(table.getFirst()));
      }
    }
  }

  private static long columns(String line) {
    return line.chars().filter(c -> c == '|').count();
  }

  @Test
  void modelsThatAreNoneAreRefused() {
    assertThat(run.run(new BenchModelCommand(), "--model=mnist_clasifier"))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(run.err()).contains("mnist_clasifier").contains(SMALL).contains("gpt2");
  }
}
