package org.lightpath.datasets.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.datasets.TestData;

class OnnxFilesTest {
  /** Parameters as counted by PyTorch before the export, in ten thousands (README of the data). */
  @ParameterizedTest
  @CsvSource({
    "mnist_classifier, 42",
    "mnist_cdcgan_generator, 140",
    "mnist_ddpm_unet, 118",
    "shakespeare_gpt, 183",
    "csinva_mnist_vae_encoder, 33",
    "csinva_mnist_vae_decoder, 32",
    "magenta_stylize_separable, 57"
  })
  void exportedModelsAreReadWholly(String name, long tenThousands) {
    try (OnnxModel model = OnnxReader.read(TestData.path(name + "/" + name + ".onnx"))) {
      assertThat(model.operatorSets()).containsEntry("", 13L);
      assertThat(model.irVersion()).isEqualTo(7);
      assertThat(model.name()).isEqualTo(name + ".onnx");
      long parameters =
          model.graph().initializers().values().stream()
              .filter(tensor -> tensor.type() == OnnxType.FLOAT)
              .mapToLong(OnnxTensor::elements)
              .sum();
      // Buffers (masks, tables) and folded constants are initializers too.
      assertThat(parameters).isBetween(tenThousands * 9_850, tenThousands * 10_400);
      assertSorted(model.graph());
    }
  }

  private static void assertSorted(OnnxGraph graph) {
    Set<String> made = new HashSet<>(graph.initializers().keySet());
    graph.inputs().forEach(input -> made.add(input.name()));
    for (OnnxNode node : graph.nodes()) {
      assertThat(made).containsAll(node.inputs().stream().filter(n -> !n.isEmpty()).toList());
      made.addAll(node.outputs());
    }
    assertThat(graph.nodes()).isNotEmpty();
  }
}
