package org.lightpath.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.energy.ElectronicBaselines;
import org.lightpath.photonic.energy.OperationDefinition;
import org.lightpath.photonic.energy.published.Scenarios;

/** Full-scale models, beside energies that were computed apart and printed with few digits. */
class FullScaleTest {
  /** Half of the last digit that the table prints. */
  @ParameterizedTest
  @CsvSource({
    "DCGAN 64x64 generator, 1, 0.10e-3, 0.005e-3",
    "StyleGAN2 config-F 1024x1024, 1, 17.9e-3, 0.05e-3",
    "DDPM CIFAR-10 U-Net, 1000, 1.48, 0.005",
    "DDPM CIFAR-10 U-Net, 50, 74e-3, 0.5e-3",
    "Stable Diffusion 1.5 U-Net, 1, 95e-3, 0.5e-3",
    "Stable Diffusion VAE decoder 512x512, 1, 0.30, 0.005",
    "'CLIP ViT-L/14 text, 77 tokens', 1, 1.6e-3, 0.05e-3",
    "'GPT-2 124M, T=1024', 1, 34e-6, 0.5e-6",
    "'Llama-3-8B, T=1024', 1, 1.84e-3, 0.005e-3",
  })
  void energyAtThePaperFigure(String model, int times, double joules, double half) {
    double macs = FullScale.size(model).macs() * times;

    assertThat(FullScale.joulesAtPaperFigure(macs)).isCloseTo(joules, within(half));
  }

  @ParameterizedTest
  @CsvSource({"50, 41.4e12, 0.05e12, 9.8, 0.05", "20, 17.3e12, 0.05e12, 4.1, 0.05"})
  void imagesOfStableDiffusion(
      int steps, double macs, double halfMacs, double joules, double halfJoules) {
    FullScale.ModelSize image = FullScale.stableDiffusionImage(steps);

    assertThat(image.macs()).isCloseTo(macs, within(halfMacs));
    assertThat(FullScale.joulesAtPaperFigure(image.macs())).isCloseTo(joules, within(halfJoules));
  }

  /** Definition matters twofold where the source has none, and not at all where it has one. */
  @Test
  void definitionIsTakenOnlyWhereTheSourceHasNone() {
    double two = FullScale.joulesAtPaperFigure(1e9);
    double one =
        FullScale.joules(
            1e9, Scenarios.opticalComputingCentre(), OperationDefinition.MAC_IS_ONE_OP);
    double electronic =
        FullScale.joules(
            1e9, ElectronicBaselines.a100CudaCores(), OperationDefinition.MAC_IS_ONE_OP);

    assertThat(two).isEqualTo(2 * one);
    assertThat(two).isCloseTo(237.2e-6, withinPercentage(1e-12));
    assertThat(electronic).isCloseTo(25.65e-3, within(0.005e-3));
  }

  /**
   * Transposed convolution of 4 × 4 on a square of n × n as a product [Cout·16, Cin] × [Cin, n²].
   */
  private static ProductLayer transposed(int index, int out, int in, int side) {
    return new ProductLayer(
        new Product.Site(index, "up" + index, "ConvTranspose"),
        MatmulShape.of(1, out * 16, side * side, in),
        ProductLayer.Weights.LEFT,
        ProductLayer.Placement.OPTICAL,
        1);
  }

  static Inference generator() {
    return new Inference(
        "DCGAN 64x64 generator, image",
        List.of(
            transposed(0, 1024, 100, 1),
            transposed(1, 512, 1024, 4),
            transposed(2, 256, 512, 8),
            transposed(3, 128, 256, 16),
            transposed(4, 3, 128, 32)),
        3 * 64 * 64);
  }

  /** GPT-2 124M, one token behind 1024: 12 blocks of width 768, and the head. */
  static Inference token() {
    int width = 768;
    int heads = 12;
    List<Layer> layers = new ArrayList<>();
    layers.add(vector("qkv", width, 3 * width, 12));
    layers.add(attention("qk", heads, 64, 1024, 12));
    layers.add(attention("av", heads, 1024, 64, 12));
    layers.add(vector("projection", width, width, 12));
    layers.add(vector("up", width, 4 * width, 12));
    layers.add(vector("down", 4 * width, width, 12));
    layers.add(vector("head", width, 50257, 1));
    return new Inference("GPT-2 124M, token", layers, 1);
  }

  private static ProductLayer vector(String node, int in, int out, int repetitions) {
    return new ProductLayer(
        new Product.Site(0, node, "MatMul"),
        MatmulShape.of(1, 1, out, in),
        ProductLayer.Weights.RIGHT,
        ProductLayer.Placement.OPTICAL,
        repetitions);
  }

  private static ProductLayer attention(
      String node, int heads, int inner, int columns, int repetitions) {
    return new ProductLayer(
        new Product.Site(0, node, "MatMul"),
        MatmulShape.of(heads, 1, columns, inner),
        ProductLayer.Weights.NONE,
        ProductLayer.Placement.OPTICAL,
        repetitions);
  }

  @Test
  void productListsOfPublishedModelsHaveTheirMacsAndWeights() {
    double printed = 0.5e-3;
    assertThat(generator().macs() * 1e-9).isCloseTo(0.411, within(printed));
    assertThat(token().macs() * 1e-9).isCloseTo(0.142, within(printed));
    // Scale and shift of every normalised channel are the parameters that no product has.
    long weights =
        generator().layers().stream().mapToLong(l -> ((ProductLayer) l).weightValues()).sum();
    long normalisation = 2 * (1024 + 512 + 256 + 128);
    assertThat((weights + normalisation) * 1e-6).isCloseTo(12.66, within(0.005));
  }

  /** Products that fill the array cost near its peak; single vectors leave 11 of 12 rows dark. */
  @Test
  void rowsHaveOurAccountBeside() {
    CloudSetting setting = AccountPresets.setting(4);
    FullScale.Row image = FullScale.row(generator(), setting);
    FullScale.Row one = FullScale.row(token(), setting);
    FullScale.Row many = FullScale.row(token(), setting.with(setting.rules().withBatch(12)));

    assertThat(image.atPaperFigure()).isEqualTo(FullScale.joulesAtPaperFigure(image.macs()));
    double imageCore = core(image);
    double tokenCore = core(one);
    double batchCore = core(many);
    assertThat(imageCore).isBetween(60.0, 200.0);
    assertThat(tokenCore).isGreaterThan(5 * imageCore);
    // Attention, 13 % of a token, shares nothing.
    assertThat(batchCore).isBetween(imageCore, tokenCore / 2);
    assertThat(FullScale.row(FullScale.models().getFirst()).account()).isEmpty();
  }

  private static double core(FullScale.Row row) {
    return row.account().orElseThrow().figure(EnergyScope.OPTICAL_CORE).milliwattsPerTops();
  }

  @Test
  void unknownModelIsRefusedWithTheList() {
    assertThatThrownBy(() -> FullScale.size("GPT-5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GPT-2 124M");
  }
}
