package org.lightpath.datasets.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.datasets.onnx.OnnxGraph;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxNode;
import org.lightpath.datasets.onnx.OnnxReader;
import org.lightpath.datasets.onnx.OnnxTensor;
import org.lightpath.datasets.onnx.OnnxWriter;

class ShapeOnlyModelsTest {
  private static final long SEED = 7;
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  static List<String> names() {
    return ShapeOnlyModels.names();
  }

  private static Map<String, Long> count(ShapeOnlyModel model) {
    Map<String, Long> counts = new TreeMap<>();
    for (ShapeOnlyModel.Part part : model.parts()) {
      Operations.count(part.model().graph())
          .forEach((kind, n) -> counts.merge(kind, part.repeats() * n, Long::sum));
    }
    return counts;
  }

  /**
   * Parameters are those of the published weights. Operations were computed elsewhere from the
   * published layers and have three or four digits: half a unit of the last is 0.36 % at most.
   */
  @ParameterizedTest
  @CsvSource({
    "dcgan64, 12_658_432, 0.411e9",
    "ddpm_cifar10, 35_746_307, 6.22e9",
    "stable_diffusion_unet, 859_520_964, 401.6e9",
    "stylegan2_1024, 30_370_060, 75.3e9",
    "gpt2, 124_439_808, 0.142e9",
    "llama3_8b, 8_030_261_248, 7.77e9"
  })
  void sizesAreThePublishedOnes(String name, String parameters, double operations) {
    try (ShapeOnlyModel model = ShapeOnlyModels.open(name, SEED)) {
      assertThat(model.parameters()).isEqualTo(Long.parseLong(parameters.replace("_", "")));
      long sum = count(model).values().stream().mapToLong(Long::longValue).sum();
      assertThat((double) sum / model.unitsPerRun())
          .isCloseTo(operations, within(0.0036 * operations));
      assertThat(model.label()).contains("shape-only, random weights, seed 7");
      model.parts().forEach(part -> assertThat(part.model().name()).contains("shape-only"));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyValueIsMadeOnceAndBeforeItIsUsed(String name) {
    try (ShapeOnlyModel model = ShapeOnlyModels.open(name, SEED)) {
      for (ShapeOnlyModel.Part part : model.parts()) {
        OnnxGraph graph = part.model().graph();
        Set<String> made = new HashSet<>(graph.initializers().keySet());
        graph.inputs().forEach(input -> assertThat(made.add(input.name())).isTrue());
        Set<String> used = new HashSet<>();
        for (OnnxNode node : graph.nodes()) {
          for (String input : node.inputs()) {
            assertThat(input.isEmpty() || made.contains(input)).as(node.name()).isTrue();
            used.add(input);
          }
          node.outputs().forEach(output -> assertThat(made.add(output)).as(output).isTrue());
        }
        assertThat(used).containsAll(graph.initializers().keySet());
        graph.outputs().forEach(output -> assertThat(made).contains(output.name()));
      }
    }
  }

  @Test
  void attentionGrowsWithThePass() {
    try (ShapeOnlyModel one = ShapeOnlyModels.gpt2(SEED, 1);
        ShapeOnlyModel many = ShapeOnlyModels.gpt2(SEED, 65)) {
      long perToken =
          count(many).getOrDefault("MatMul", 0L) / 65 - count(one).getOrDefault("MatMul", 0L);
      // Each further position costs QK and AV, a width of 768 each, in each of 12 layers.
      assertThat(perToken).isEqualTo(64L * 2 * 768 * 12);
    }
  }

  @Test
  void weightsAreNormalOfDeviation002AndSeeded() {
    try (ShapeOnlyModel model = ShapeOnlyModels.open("dcgan64", SEED);
        ShapeOnlyModel same = ShapeOnlyModels.open("dcgan64", SEED);
        ShapeOnlyModel other = ShapeOnlyModels.open("dcgan64", SEED + 1)) {
      MemorySegment weight = tensor(model, "up8.weight").data();
      int count = 1 << 20;
      double[] sums = new double[2];
      LongStream.range(0, count)
          .mapToDouble(i -> weight.getAtIndex(FLOAT, i))
          .forEach(
              x -> {
                sums[0] += x;
                sums[1] += x * x;
              });
      // Five standard deviations of the mean, and of the variance, of 2^20 normal numbers.
      assertThat(sums[0] / count).isCloseTo(0, within(5 * 0.02 / 1024));
      assertThat(sums[1] / count).isCloseTo(4e-4, within(5 * 4e-4 * Math.sqrt(2) / 1024));
      assertThat(weight.mismatch(tensor(same, "up8.weight").data())).isEqualTo(-1);
      assertThat(weight.mismatch(tensor(other, "up8.weight").data())).isBetween(0L, 4L);
      assertThat(weight.mismatch(tensor(model, "up16.weight").data())).isBetween(0L, 4L);
      assertThat(weight.isReadOnly()).isTrue();
      // The block repeats after its length, and not before.
      assertThat(weight.getAtIndex(FLOAT, SeededWeights.BLOCK))
          .isEqualTo(weight.getAtIndex(FLOAT, 0));
      assertThat(weight.getAtIndex(FLOAT, 512 * 16)).isNotEqualTo(weight.getAtIndex(FLOAT, 0));
    }
  }

  private static OnnxTensor tensor(ShapeOnlyModel model, String name) {
    OnnxGraph graph = model.parts().getFirst().model().graph();
    return Objects.requireNonNull(graph.initializers().get(name), name);
  }

  @Test
  void aBuiltModelCanBeWrittenAndRead() {
    try (ShapeOnlyModel built = ShapeOnlyModels.open("dcgan64", SEED)) {
      OnnxModel model = built.parts().getFirst().model();
      try (OnnxModel read = OnnxReader.read("dcgan64", OnnxWriter.bytes(model))) {
        assertThat(read.graph().nodes()).hasSameSizeAs(model.graph().nodes());
        assertThat(read.graph().values()).isEqualTo(model.graph().values());
        assertThat(read.graph().initializers().keySet())
            .isEqualTo(model.graph().initializers().keySet());
      }
    }
  }

  @Test
  void whatIsNotThereIsTold() {
    assertThatThrownBy(() -> ShapeOnlyModels.open("gpt3", SEED).close())
        .hasMessageContaining("'gpt3'")
        .hasMessageContaining("llama3_8b");
    assertThatThrownBy(() -> ShapeOnlyModels.gpt2(SEED, 1025).close())
        .hasMessageContaining("expected 1 to 1024");
    assertThatThrownBy(() -> ShapeOnlyModels.llama3(SEED, 0).close())
        .hasMessageContaining("expected 1 to 8192");
  }
}
