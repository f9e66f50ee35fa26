package org.lightpath.cloud.generate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.cloud.graph.Tensor;

/**
 * One run of the model makes an image of a latent: the generator of a generative adversarial
 * network, with or without classes, and the decoder of a variational autoencoder. Latents are
 * standard normal, classes take turns.
 *
 * @param latent name of the input (count, latentSize)
 * @param latentSize numbers in a latent
 * @param label name of the input (count, classes) that has 1 at the class; unused without classes
 * @param classes number of classes, 0 if the model has none
 * @param output name of the output (count, channels, height, width), and its values
 */
public record LatentDecoder(
    String latent, int latentSize, String label, int classes, ImageOutput output)
    implements ImageGenerator {
  /**
   * Images that a model gives.
   *
   * @param name of the output
   * @param range of its values
   */
  public record ImageOutput(String name, ValueRange range) {}

  /**
   * Checks the extents.
   *
   * @throws IllegalArgumentException if the latent is empty or the classes negative
   */
  public LatentDecoder {
    if (latentSize < 1 || classes < 0) {
      throw new IllegalArgumentException(
          "latents of %d numbers, %d classes: expected at least 1 and 0"
              .formatted(latentSize, classes));
    }
  }

  /** Inputs z and y_onehot, output image in [−1, 1]. */
  public static LatentDecoder conditionalGan(int latentSize, int classes) {
    return new LatentDecoder(
        "z", latentSize, "y_onehot", classes, new ImageOutput("image", ValueRange.SYMMETRIC));
  }

  /** Input z, output image01 in [0, 1]. */
  public static LatentDecoder variationalDecoder(int latentSize) {
    return new LatentDecoder("z", latentSize, "", 0, new ImageOutput("image01", ValueRange.UNIT));
  }

  @Override
  public Generation.Images generate(ModelRunner model, ImageRequest request) {
    float[] latents = Latents.normals(request.seed(), 0, request.count(), latentSize);
    int[] labels = classes == 0 ? new int[0] : Latents.roundRobin(0, request.count(), classes);
    return decode(model, latents, labels, request.batching());
  }

  /**
   * Makes images of given latents.
   *
   * @param model that makes them
   * @param latents (count, latentSize)
   * @param labels class of each, empty without classes
   * @param batching runs of the model
   * @throws IllegalArgumentException if these do not fit the model
   */
  public Generation.Images decode(
      ModelRunner model, float[] latents, int[] labels, Batching batching) {
    int count = latents.length / latentSize;
    if (count == 0 || latents.length != count * latentSize) {
      throw new IllegalArgumentException(
          "%d numbers are no whole latents of %d".formatted(latents.length, latentSize));
    }
    if (labels.length != (classes == 0 ? 0 : count)) {
      throw new IllegalArgumentException(
          "%d classes for %d latents of a model of %d classes"
              .formatted(labels.length, count, classes));
    }
    ImageCollector collector = new ImageCollector(count, output.range());
    batching.forEach(
        count,
        (start, images, number) -> {
          Map<String, Tensor> inputs = inputs(latents, labels, start, images);
          collector.add(start, model.run(inputs, batching.firstSample() + number, output.name()));
        });
    return new Generation.Images(collector.images(), asList(labels));
  }

  private Map<String, Tensor> inputs(float[] latents, int[] labels, int start, int images) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    float[] part = Arrays.copyOfRange(latents, start * latentSize, (start + images) * latentSize);
    inputs.put(latent, Tensor.floats(new int[] {images, latentSize}, part));
    if (classes > 0) {
      float[] oneHot = new float[images * classes];
      for (int i = 0; i < images; i++) {
        oneHot[i * classes + labels[start + i]] = 1;
      }
      inputs.put(label, Tensor.floats(new int[] {images, classes}, oneHot));
    }
    return inputs;
  }

  static List<Integer> asList(int[] labels) {
    return Arrays.stream(labels).boxed().toList();
  }
}
