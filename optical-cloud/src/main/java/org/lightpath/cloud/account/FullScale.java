package org.lightpath.cloud.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.Require;
import org.lightpath.photonic.energy.EnergyFigure;
import org.lightpath.photonic.energy.OperationDefinition;
import org.lightpath.photonic.energy.published.Scenarios;

/**
 * Whole generative models in multiply–accumulates, and what 118.6 mW/TOPS would make of them. That
 * energy is arithmetic only: the paper defines neither its operation nor what it includes, so 1 MAC
 * = 2 op is taken, and it says nothing of a whole system.
 */
public final class FullScale {
  private static final Provenance COUNTED =
      Provenance.derived("counted from the published architecture, layer by layer");

  private FullScale() {}

  /**
   * Size of a published model.
   *
   * @param name of the model
   * @param unit of work
   * @param macs multiply–accumulates of one unit
   * @param parameters of the model
   * @param provenance where the numbers come from
   */
  public record ModelSize(
      String name, String unit, double macs, double parameters, Provenance provenance) {
    /** Checks the numbers. */
    public ModelSize {
      Objects.requireNonNull(name);
      Objects.requireNonNull(unit);
      Objects.requireNonNull(provenance);
      Require.positive("multiply-accumulates of " + name, macs, "");
      Require.notNegative("parameters of " + name, parameters, "");
    }

    private ModelSize(String name, String unit, double macs, double parameters) {
      this(name, unit, macs, parameters, COUNTED);
    }
  }

  /**
   * One row of the table.
   *
   * @param name of the model and its unit of work
   * @param macs multiply–accumulates
   * @param atPaperFigure energy at 118.6 mW/TOPS and 1 MAC = 2 op, arithmetic only [J]
   * @param account energy and time by our formulas; empty if no products are known
   */
  public record Row(
      String name, double macs, double atPaperFigure, Optional<InferenceAccount> account) {
    /** Checks that nothing is missing. */
    public Row {
      Objects.requireNonNull(name);
      Objects.requireNonNull(account);
    }
  }

  /** Published models, in units of one image, step, call, prompt or token. */
  public static List<ModelSize> models() {
    return List.of(
        new ModelSize("DCGAN 64x64 generator", "image", 0.411e9, 12.66e6),
        new ModelSize("StyleGAN2 config-F 1024x1024", "image", 75.3e9, 30.37e6),
        new ModelSize("DDPM CIFAR-10 U-Net", "step", 6.22e9, 35.75e6),
        new ModelSize("Stable Diffusion 1.5 U-Net", "call", 401.6e9, 859.52e6),
        new ModelSize("Stable Diffusion VAE decoder 512x512", "image", 1257e9, 49.49e6),
        new ModelSize("CLIP ViT-L/14 text, 77 tokens", "prompt", 6.65e9, 123.06e6),
        new ModelSize("GPT-2 124M, T=1024", "token", 0.142e9, 124.44e6),
        new ModelSize("Llama-3-8B, T=1024", "token", 7.77e9, 8030e6));
  }

  /**
   * One image of Stable Diffusion 1.5 with guidance: the text twice (prompt and empty prompt), the
   * U-Net twice a step, the decoder once.
   *
   * @param steps of the diffusion
   */
  public static ModelSize stableDiffusionImage(int steps) {
    Require.count("steps", steps);
    double text = 2 * size("CLIP ViT-L/14 text, 77 tokens").macs;
    double image = size("Stable Diffusion VAE decoder 512x512").macs;
    ModelSize network = size("Stable Diffusion 1.5 U-Net");
    return new ModelSize(
        "Stable Diffusion 1.5, %d steps with guidance".formatted(steps),
        "image",
        text + 2.0 * steps * network.macs + image,
        network.parameters
            + size("Stable Diffusion VAE decoder 512x512").parameters
            + size("CLIP ViT-L/14 text, 77 tokens").parameters);
  }

  /**
   * A published model by name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ModelSize size(String name) {
    return models().stream()
        .filter(one -> one.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no model %s, expected one of %s"
                        .formatted(name, models().stream().map(ModelSize::name).toList())));
  }

  /**
   * Energy of so many multiply–accumulates [J] by a figure per operation: macs·opsPerMac·E_op.
   *
   * @param macs multiply–accumulates
   * @param figure energy per operation
   * @param taken what one operation is taken to be where the source does not say
   */
  public static double joules(double macs, EnergyFigure figure, OperationDefinition taken) {
    Require.notNegative("multiply-accumulates", macs, "");
    OperationDefinition used =
        figure.operation() == OperationDefinition.UNSTATED ? taken : figure.operation();
    return macs * used.opsPerMac() * figure.joulesPerOp();
  }

  /** Energy at 118.6 mW/TOPS [J], 1 MAC = 2 op; arithmetic only. */
  public static double joulesAtPaperFigure(double macs) {
    return joules(macs, Scenarios.opticalComputingCentre(), OperationDefinition.MAC_IS_TWO_OPS);
  }

  /** Row of a model of which only the size is known. */
  public static Row row(ModelSize model) {
    return new Row(
        "%s, %s".formatted(model.name, model.unit),
        model.macs,
        joulesAtPaperFigure(model.macs),
        Optional.empty());
  }

  /** Row of a list of products, with our account of it in a setting. */
  public static Row row(Inference inference, CloudSetting setting) {
    return new Row(
        inference.name(),
        (double) inference.macs(),
        joulesAtPaperFigure((double) inference.macs()),
        Optional.of(CloudAccount.of(inference, setting)));
  }
}
