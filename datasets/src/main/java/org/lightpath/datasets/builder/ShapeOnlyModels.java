package org.lightpath.datasets.builder;

import java.util.List;
import org.lightpath.datasets.builder.ShapeOnlyModel.Part;

/**
 * The published architectures that can be built at full size with random weights.
 *
 * <table>
 * <caption>Sizes, computed from the architectures</caption>
 * <tr><th>name</th><th>parameters</th><th>multiply-accumulate operations</th></tr>
 * <tr><td>dcgan64</td><td>12.66 M</td><td>0.411 G for an image</td></tr>
 * <tr><td>ddpm_cifar10</td><td>35.75 M</td><td>6.22 G for a step</td></tr>
 * <tr><td>stable_diffusion_unet</td><td>859.52 M</td><td>401.6 G for a call</td></tr>
 * <tr><td>stylegan2_1024</td><td>30.37 M</td><td>75.3 G for an image, of which 1.07 G depthwise</td></tr>
 * <tr><td>gpt2</td><td>124.44 M</td><td>0.142 G for a token of 1024</td></tr>
 * <tr><td>llama3_8b</td><td>8,030 M</td><td>7.77 G for a token of 1024</td></tr>
 * </table>
 *
 * <p>Random weights are views of one buffer for each graph, as long as its largest tensor (Stable
 * Diffusion: 118 MB, a layer of Llama 3: 235 MB), which repeats a block of 1,048,573 seeded normal
 * numbers.
 */
public final class ShapeOnlyModels {
  /** Positions of a pass of the language models, unless told otherwise: the context of GPT-2. */
  public static final int TOKENS = 1024;

  private static final List<String> NAMES =
      List.of(
          "dcgan64",
          "ddpm_cifar10",
          "stable_diffusion_unet",
          "stylegan2_1024",
          "gpt2",
          "llama3_8b");

  private ShapeOnlyModels() {}

  /** Names of the models. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * A model, language models with passes of {@value #TOKENS} tokens.
   *
   * @param name one of {@link #names}
   * @param seed of the weights
   * @throws IllegalArgumentException if there is no model of that name
   */
  public static ShapeOnlyModel open(String name, long seed) {
    return switch (name) {
      case "dcgan64" -> single(name, seed, Dcgan64.graph(), "image");
      case "ddpm_cifar10" -> single(name, seed, DdpmCifar10.graph(), "step");
      case "stable_diffusion_unet" -> single(name, seed, StableDiffusionUnet.graph(), "call");
      case "stylegan2_1024" -> single(name, seed, StyleGan2.graph(seed), "image");
      case "gpt2" -> gpt2(seed, TOKENS);
      case "llama3_8b" -> llama3(seed, TOKENS);
      default ->
          throw new IllegalArgumentException(
              "there is no shape-only model '%s': choose one of %s"
                  .formatted(name, String.join(", ", NAMES)));
    };
  }

  private static ShapeOnlyModel single(String name, long seed, GraphBuilder graph, String unit) {
    return new ShapeOnlyModel(
        name, seed, List.of(new Part(graph.build(name, seed), 1)), unit, 1, 0);
  }

  /**
   * GPT-2 of 124 million parameters.
   *
   * @param seed of the weights
   * @param tokens positions of a pass, 1 to 1024
   * @throws IllegalArgumentException if the number of tokens is out of range
   */
  public static ShapeOnlyModel gpt2(long seed, int tokens) {
    checkTokens("gpt2", tokens, (int) Gpt2.CONTEXT);
    Part part = new Part(Gpt2.graph(tokens).build("gpt2", seed), 1);
    return new ShapeOnlyModel("gpt2", seed, List.of(part), "token", tokens, 0);
  }

  /**
   * Llama 3 of 8 billion parameters: a layer that stands for 32, and a slice of the output that
   * stands for 32. The table of embeddings and the last norm are only counted.
   *
   * @param seed of the weights
   * @param tokens positions of a pass, 1 to 8192
   * @throws IllegalArgumentException if the number of tokens is out of range
   */
  public static ShapeOnlyModel llama3(long seed, int tokens) {
    checkTokens("llama3_8b", tokens, 8192);
    Part layer = new Part(Llama3.layer(tokens).build("llama3_8b layer", seed), Llama3.LAYERS);
    try {
      Part slice = new Part(Llama3.slice(tokens).build("llama3_8b head", seed), Llama3.SLICES);
      long other = Llama3.VOCABULARY * Llama3.WIDTH + Llama3.WIDTH;
      return new ShapeOnlyModel("llama3_8b", seed, List.of(layer, slice), "token", tokens, other);
    } catch (RuntimeException | Error e) {
      layer.model().close();
      throw e;
    }
  }

  private static void checkTokens(String name, int tokens, int most) {
    if (tokens < 1 || tokens > most) {
      throw new IllegalArgumentException(
          "%s: a pass of %d tokens, expected 1 to %d".formatted(name, tokens, most));
    }
  }
}
