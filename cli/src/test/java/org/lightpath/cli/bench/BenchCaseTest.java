package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.cli.bench.system.FiberSystem;
import org.lightpath.cli.bench.system.FiberSystems;
import org.lightpath.cli.bench.system.SystemRun;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import picocli.CommandLine;

/** {@code bench fiber --case}. */
class BenchCaseTest {
  private final BenchRun run = new BenchRun();

  @Test
  void aSystemIsReducedToItsBudgetAndSaysSo() throws IOException {
    List<JsonNode> rows =
        run.rows(new BenchFiberCommand(), "--case=B2", "--precision=double", "--budget=0.3");
    JsonNode ours = rows.getFirst();
    assertThat(ours.get("contender").asText()).isEqualTo("lightpath reference");
    assertThat(ours.get("case").asText()).isEqualTo("B2");
    assertThat(ours.get("wholeSteps").asInt()).isEqualTo(480);
    int steps = ours.get("runSteps").asInt();
    assertThat(steps).isLessThan(480);
    assertThat(ours.get("reduction").asText()).isEqualTo("first %d of 480 steps".formatted(steps));
    assertThat(ours.get("whole_s").asDouble()).isEqualTo(ours.get("step_s").asDouble() * 480);
    assertThat(run.err()).contains("reduced: lightpath reference, threads 1: first " + steps);
    for (JsonNode row : rows) {
      // Transforms of 10 000 samples: at most 14 levels, two a step, and a few products.
      assertThat(row.get("relativeError").asDouble())
          .as(row.toString())
          .isLessThan(0x1p-53 * 2 * (2 * 14 + 8) * (row.get("errorSteps").asInt() + 1));
    }
  }

  @Test
  void peersTakeTheFirstStretchOfLossyLinksWithTheSameResult() {
    FiberSystem link = FiberSystems.named("B3s").orElseThrow();
    FieldShape shape = new FieldShape(1, 2, 32_000);
    SystemRun whole = SystemRun.whole(link, shape, Precision.SINGLE);
    FieldContender peer =
        new JTransformsContender(
            new EngineContender(Engines.choose("reference"), new EngineOptions(0, 1)));
    assertThatThrownBy(() -> peer.prepare(whole.plans()))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("JTransforms has no loss, amplifiers or noise");
    try (SystemErrors errors =
        new SystemErrors(link, shape.samples(), Precision.SINGLE, 0.01, _ -> {})) {
      FiberRow.Check check = errors.of(peer, false);
      assertThat(check.steps()).isPositive();
      assertThat(check.relativeError())
          .isPositive()
          .isLessThan(0x1p-24 * 2 * (2 * 15 + 8) * (check.steps() + 1));
    }
  }

  @Test
  void casesAreListedAndUnknownOnesRefused() {
    assertThat(run.run(new BenchFiberCommand(), "--case=list")).isZero();
    assertThat(run.out()).contains("B11").contains("4096 x 16384");
    for (String wrong : List.of("--case=B99", "--case=B1,--steps=3", "--case=B1,--samples=8")) {
      assertThat(run.run(new BenchFiberCommand(), wrong.split(",", -1)))
          .as(wrong)
          .isEqualTo(CommandLine.ExitCode.USAGE);
    }
    assertThat(run.err()).contains("none of the sizes");
  }

  @Test
  void tiersStandForModelsAndExcludeThem() {
    assertThat(ModelTier.S.models()).contains("mnist_ddpm_unet");
    assertThat(ModelTier.M.models()).containsExactly("dcgan64", "ddpm_cifar10", "gpt2");
    assertThat(run.run(new BenchModelCommand(), "--tier=M", "--model=gpt2"))
        .isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(run.err()).contains("--tier and --model exclude each other");
  }
}
