package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.lightpath.cli.ExitCode;

/** What a model is made of, for people and for programs. */
class ModelCommandTest {
  private static final String GENERATOR = "mnist_cdcgan_generator";

  @Test
  void layersAndProductsAreListed() {
    Console console = Console.run("model", GENERATOR);
    assertThat(console.code()).isEqualTo(ExitCode.DONE);
    assertThat(console.out())
        .startsWith(GENERATOR + ": opset 13")
        .containsPattern("/fc/MatMul +MatMul .* 1 x 9408 x 110, weights right")
        .contains("100.0 % of them matrix products for light");
  }

  /** 110 · 9408 multiplications of the dense layer, and a batch of them is as many times it. */
  @Test
  void theSameStandsInJson() throws IOException {
    JsonNode one = new ObjectMapper().readTree(Console.run("model", GENERATOR, "--json").out());
    long macs = 0;
    for (JsonNode layer : one.path("layers")) {
      for (JsonNode product : layer.path("products")) {
        macs +=
            product.path("batch").asLong()
                * product.path("m").asLong()
                * product.path("n").asLong()
                * product.path("k").asLong();
      }
    }
    assertThat(one.path("macs").asLong()).isEqualTo(macs).isPositive();
    assertThat(one.path("layers").path(0).isMissingNode()).isFalse();
    assertThat(one.path("inputs").path("z").toString()).isEqualTo("[1,100]");
    JsonNode four =
        new ObjectMapper()
            .readTree(Console.run("model", GENERATOR, "--json", "--batch", "4").out());
    assertThat(four.path("macs").asLong()).isEqualTo(4 * macs);
  }

  @Test
  void mistakesAreExplained() {
    Console unknown = Console.run("model", "mnist_cdcgan");
    assertThat(unknown.code()).isEqualTo(ExitCode.INVALID);
    assertThat(unknown.err()).contains("mnist_cdcgan", GENERATOR);
    Console batch = Console.run("model", GENERATOR, "--batch", "0");
    assertThat(batch.code()).isEqualTo(ExitCode.INVALID);
    assertThat(batch.err()).contains("--batch is 0, expected at least 1");
    Console input = Console.run("model", GENERATOR, "--input", "w=1x3");
    assertThat(input.code()).isEqualTo(ExitCode.INVALID);
    assertThat(input.err()).contains("no such input", "z, y_onehot");
    Console shape = Console.run("model", GENERATOR, "--input", "z=1x99");
    assertThat(shape.code()).isEqualTo(ExitCode.INVALID);
    assertThat(shape.err()).startsWith("lightpath: error: ").doesNotContain("internal");
  }
}
