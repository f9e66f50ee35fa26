package org.lightpath.cli.bench;

import java.util.List;
import org.lightpath.datasets.model.ShippedModels;

/** Models by the size of what they take to run. */
enum ModelTier {
  /** Those that are shipped, with their weights, end to end. */
  S(ShippedModels.names()),
  /** Published architectures of up to some GMAC a run, with random weights. */
  M(List.of("dcgan64", "ddpm_cifar10", "gpt2")),
  /** Published architectures of tens to hundreds of GMAC a run, with random weights. */
  L(List.of("stylegan2_1024", "stable_diffusion_unet", "llama3_8b"));

  @SuppressWarnings("ImmutableEnumChecker") // filled in the constructor, never after
  private final List<String> models;

  ModelTier(List<String> models) {
    this.models = List.copyOf(models);
  }

  /** Names, as {@code --model} takes them. */
  List<String> models() {
    return models;
  }
}
