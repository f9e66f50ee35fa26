package org.lightpath.datasets.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.npy.NpyArray;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxTensor;
import org.lightpath.datasets.onnx.OnnxType;
import org.lightpath.datasets.onnx.OnnxValue;

class ShippedModelsTest {
  static List<String> names() {
    return ShippedModels.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void modelsMatchTheirCards(String name) {
    ModelCard card = ShippedModels.card(name);
    try (OnnxModel model = ShippedModels.open(name)) {
      assertThat(model.name()).isEqualTo(name);
      assertThat(names(model.graph().inputs())).isEqualTo(card.inputs().keySet());
      assertThat(names(model.graph().outputs())).isEqualTo(card.outputs().keySet());
      model
          .graph()
          .inputs()
          .forEach(
              input ->
                  assertThat(Objects.requireNonNull(card.inputs().get(input.name())).type())
                      .isEqualTo(String.valueOf(input.type())));
      long stored =
          model.graph().initializers().values().stream()
              .filter(tensor -> tensor.type() == OnnxType.FLOAT)
              .mapToLong(OnnxTensor::elements)
              .sum();
      // Three digits in the card; tables and a second copy of shared weights are stored as well.
      assertThat((double) stored).isBetween(0.99 * card.parameters(), 1.02 * card.parameters());
    }
    assertThat(card.licence()).isEqualTo("Apache-2.0");
    assertThat(card.quality()).isNotEmpty();
  }

  private static Set<String> names(List<OnnxValue> values) {
    return values.stream().map(OnnxValue::name).collect(Collectors.toSet());
  }

  @Test
  void notesOnTheTrainingDataAreTheOnesTheirLicencesAskFor() {
    for (String name : names()) {
      assertThat(ShippedModels.card(name).attribution())
          .isEqualTo(
              name.startsWith("mnist")
                  ? "trained on MNIST (Y. LeCun, C. Cortes; CC BY-SA 3.0)"
                  : "trained on tinyshakespeare (public domain text)");
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyFileOfACardIsThereAndUnchanged(String name) {
    for (String file : ShippedModels.card(name).files().keySet()) {
      if (file.endsWith(".npy")) {
        assertThat(ShippedModels.array(name, file).values()).isNotEmpty();
      } else if (!file.endsWith(".onnx")) {
        assertThat(ShippedModels.text(name, file)).isNotEmpty();
      }
    }
  }

  @Test
  void theScheduleFallsAndTheSamplerStartsAtItsEnd() {
    double[] alphaBar = ShippedModels.array("mnist_ddpm_unet", "alpha_bar_1000.npy").values();
    assertThat(alphaBar).hasSize(1000);
    assertThat(IntStream.range(1, 1000)).allMatch(i -> alphaBar[i] < alphaBar[i - 1]);
    double[] steps = ShippedModels.array("mnist_ddpm_unet", "ddim25_timesteps.npy").values();
    assertThat(steps).hasSize(25).contains(0, 999);
  }

  @Test
  void theVocabularyCoversTheValidationText() {
    NpyArray ids = ShippedModels.array("shakespeare_gpt", "val_ids_in_32x128.npy");
    NpyArray next = ShippedModels.array("shakespeare_gpt", "val_ids_target_32x128.npy");
    assertThat(ids.shape()).containsExactly(32, 128);
    assertThat(Arrays.stream(ids.values()))
        .allMatch(id -> id == Math.rint(id) && id >= 0 && id < 65);
    // The targets are the same text, one character on.
    assertThat(Arrays.copyOf(next.values(), 127))
        .isEqualTo(Arrays.copyOfRange(ids.values(), 1, 128));
    assertThat(ShippedModels.text("shakespeare_gpt", "vocabulary.json")).contains("\"A\"");
    assertThat(ShippedModels.text("shakespeare_gpt", "reference.txt"))
        .startsWith("ROMEO:\n")
        .hasSize(ShippedModels.array("shakespeare_gpt", "greedy_ids.npy").values().length);
  }

  @Test
  void theCovarianceIsSymmetricAndPositive() {
    NpyArray covariance =
        ShippedModels.array("mnist_classifier", "test3000_features_covariance.npy");
    assertThat(covariance.shape()).containsExactly(128, 128);
    double[] c = covariance.values();
    for (int i = 0; i < 128; i++) {
      assertThat(c[129 * i]).isNotNegative();
      for (int j = 0; j < i; j++) {
        assertThat(c[128 * i + j]).isEqualTo(c[128 * j + i]);
        assertThat(c[128 * i + j] * c[128 * i + j]).isLessThanOrEqualTo(c[129 * i] * c[129 * j]);
      }
    }
  }

  @Test
  void whatIsNotThereIsToldWithTheChoice() {
    assertThatThrownBy(() -> ShippedModels.card("mnist"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'mnist' is not shipped")
        .hasMessageContaining("shakespeare_gpt");
    assertThatThrownBy(() -> ShippedModels.array("mnist_classifier", "../z.npy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("logits.npy");
    assertThatThrownBy(() -> ShippedModels.verify("a", new byte[1], "00"))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageContaining("SHA-256: found 6e340b9c");
  }
}
