package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import picocli.CommandLine;

class BenchMatmulCommandTest {
  private final BenchRun run = new BenchRun();

  private static Map<String, JsonNode> byEffect(List<JsonNode> rows, String contender) {
    return rows.stream()
        .filter(row -> row.get("contender").asText().equals(contender))
        .collect(Collectors.toMap(row -> row.get("effect").asText(), Function.identity()));
  }

  private static JsonNode row(List<JsonNode> rows, String contender, String effect) {
    return Objects.requireNonNull(byEffect(rows, contender).get(effect), effect);
  }

  @Test
  void everyEffectHasItsErrorAndItsRandomNumbers() throws IOException {
    List<JsonNode> rows =
        run.rows(
            new BenchMatmulCommand(),
            "--size=24x16x1100",
            "--batch=2",
            "--precision=single",
            "--effect=receiver,product,counted,full");
    Map<String, JsonNode> ours = byEffect(rows, "lightpath reference");
    assertThat(ours).containsOnlyKeys("noiseless", "receiver", "product", "counted", "full");
    double results = 2 * 24 * 16;
    Map<String, Double> samples =
        Map.of(
            "noiseless",
            0.0,
            "receiver",
            results,
            "product",
            results,
            "counted",
            3 * results,
            "full",
            2 * results + 2 * 1100.0 * (24 + 16));
    ours.forEach(
        (effect, row) -> {
          // Reference against itself from the same numbers: one rounding of the result to single.
          assertThat(row.get("relativeError").asDouble()).as(effect).isLessThan(0x1p-24);
          assertThat(row.get("errorRows").asInt()).isEqualTo(24);
          assertThat(row.get("noiseSamples").asDouble()).isEqualTo(samples.get(effect));
          assertThat(row.get("windows").asInt()).isEqualTo(effect.equals("full") ? 2 : 1);
          assertThat(row.get("flop_per_s").asDouble() * row.get("run_s").asDouble())
              .isCloseTo(2 * results * 1100, within(1.0));
          assertThat(row.get("costOfNoise").asDouble()).isPositive();
          assertThat(row.get("extrapolated").asBoolean()).isFalse();
        });
    JsonNode noiseless = row(rows, "lightpath reference", "noiseless");
    assertThat(noiseless.get("costOfNoise").asDouble()).isEqualTo(1);
    assertThat(noiseless.get("noiseSamplesPerSecond").isNull()).isTrue();
  }

  /** The distribution is that of the receiver, and the time is said to be extrapolated. */
  @Test
  void noiseOfEachProductIsExtrapolatedFromACorner() throws IOException {
    List<JsonNode> rows =
        run.rows(new BenchMatmulCommand(), "--size=128x80x50", "--precision=double");
    JsonNode row = row(rows, "per multiply", "per multiply");
    assertThat(row.get("extrapolated").asBoolean()).isTrue();
    assertThat(row.get("detail").asText()).contains("extrapolated");
    assertThat(row.get("noiseSamples").asDouble()).isEqualTo(128.0 * 80 * 50);
    // 64·64 outputs: the deviation of the deviation is 1/√(2·4096) = 1.1 %; four of them.
    assertThat(row.get("noiseDeviationRatio").asDouble()).isCloseTo(1, within(0.045));
    assertThat(row.get("relativeError").isNull()).isTrue();
  }

  /** First rows stand for all; where later windows draw by M, these rows are run alone. */
  @Test
  void firstRowsAreThoseOfTheWhole() {
    ProductCase c = new ProductCase(2, 40, 2500, 1100, Precision.SINGLE);
    EngineContender who =
        Contenders.engines(List.of("reference"), OptionalInt.empty(), List.of(1)).getFirst();
    for (ProductEffect effect :
        List.of(ProductEffect.NOISELESS, ProductEffect.COUNTED, ProductEffect.FULL)) {
      try (ProductContender.Operands operands = ProductContender.Operands.of(c);
          ProductReference reference = new ProductReference(c, operands)) {
        assertThat(reference.rows().rows()).isEqualTo(18);
        ProductCase comparable = reference.comparable(c, effect);
        assertThat(comparable.equals(c)).isEqualTo(effect != ProductEffect.FULL);
        try (ProductContender.Operands rows = reference.operands();
            ProductContender.Prepared prepared =
                who.prepare(comparable, effect, comparable.equals(c) ? operands : rows);
            RealMatrix result =
                RealMatrix.allocate(comparable.shape().result(), Precision.SINGLE)) {
          prepared.run();
          prepared.store(result);
          // From the same numbers in double precision: the result is rounded to single once.
          assertThat(reference.error(effect, result)).as(effect.name()).isLessThan(0x1p-24);
        }
      }
    }
  }

  @Test
  void sameValuesInBothPrecisionsOnTheWordsOfTheConverter() {
    ProductCase c = new ProductCase(1, 30, 1, 20, Precision.SINGLE);
    try (RealMatrix single = c.left();
        RealMatrix wide = new ProductCase(1, 30, 1, 20, Precision.DOUBLE).left()) {
      assertThat(single.largest()).isGreaterThan(0.9).isLessThanOrEqualTo(1);
      for (long i = 0; i < 600; i++) {
        assertThat(single.real(i)).isCloseTo(wide.real(i), within(0x1p-24));
        double word = (wide.real(i) + 1) * 255 / 2;
        assertThat(Math.abs(word - Math.rint(word))).isLessThan(1.0 / 3);
      }
    }
  }

  @Test
  void openBlasComputesTheProductAndIsTheMeasure() throws IOException {
    assumeTrue(OpenBlas.find(_ -> {}).isPresent(), "no OpenBLAS (LIGHTPATH_OPENBLAS names one)");
    List<JsonNode> rows =
        run.rows(new BenchMatmulCommand(), "--size=30x20x40,32", "--batch=2", "--effect=noiseless");
    List<JsonNode> blas =
        rows.stream().filter(row -> row.get("contender").asText().equals("OpenBLAS")).toList();
    assertThat(blas).hasSize(2 * 2);
    for (JsonNode row : blas) {
      double u = row.get("precision").asText().equals("single") ? 0x1p-24 : 0x1p-53;
      // Sums of K terms of any sign: √K roundings of the sum's own size at most.
      assertThat(row.get("relativeError").asDouble()).isBetween(u / 1000, 10 * u);
      assertThat(row.get("againstOpenBlas").asDouble()).isEqualTo(1);
      assertThat(row.get("detail").asText()).contains("OpenBLAS").contains("kernel");
      assertThat(row.get("rooflineShare").asDouble()).isPositive();
    }
    JsonNode ours = row(rows.subList(0, 2), "lightpath reference", "noiseless");
    assertThat(ours.get("againstOpenBlas").asDouble()).isPositive();
  }

  @Test
  void recordsAndOtherFormatsHaveTheSameColumns(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("record.jsonl");
    run.rows(
        new BenchMatmulCommand(),
        "--size=8",
        "--precision=double",
        "--no-peers",
        "--effect=receiver",
        "--record=" + file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    assertThat(BenchRun.JSON.readTree(lines.getFirst()).get("record").asText())
        .isEqualTo("bench matmul");
    List<String> names = new ProductTable().columns().names();
    assertThat(BenchRun.keys(BenchRun.JSON.readTree(lines.getLast()))).isEqualTo(names);
    for (String format : List.of("csv", "md")) {
      String[] arguments = {
        "--engine=reference",
        "--size=8",
        "--turn=0.01",
        "--turns=1",
        "--threads=1",
        "--precision=single",
        "--no-peers",
        "--format=" + format
      };
      assertThat(run.run(new BenchMatmulCommand(), arguments)).as(run.err()).isZero();
      assertThat(run.out().lines()).hasSize(format.equals("csv") ? 5 : 6);
      assertThat(run.out()).contains(format.equals("csv") ? "costOfNoise" : "cost of noise");
    }
  }

  @Test
  void sizesThatAreNoneAreRefused() {
    for (String size : List.of("0", "8x8", "8xax8", "1x2x3x4")) {
      assertThat(run.run(new BenchMatmulCommand(), "--size=" + size))
          .isEqualTo(CommandLine.ExitCode.USAGE);
      assertThat(run.err()).contains("expected n or MxNxK");
    }
  }
}
