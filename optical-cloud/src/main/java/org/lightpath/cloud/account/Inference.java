package org.lightpath.cloud.account;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.Require;

/**
 * The work of one inference: an image, a token, a prompt.
 *
 * @param name of the model and its unit of work
 * @param layers in order of execution
 * @param resultValues numbers that go back to the edge node at the end
 */
public record Inference(String name, List<Layer> layers, long resultValues) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no layer
   */
  public Inference {
    Objects.requireNonNull(name);
    layers = List.copyOf(layers);
    Require.notNegative("result values of " + name, (double) resultValues, "");
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(
          "inference %s has no layers, expected at least 1".formatted(name));
    }
  }

  /** Multiply–accumulates of all layers. */
  public long macs() {
    return layers.stream().mapToLong(Layer::macs).sum();
  }

  /** Multiply–accumulates that light computes. */
  public long opticalMacs() {
    return layers.stream().filter(Inference::optical).mapToLong(Layer::macs).sum();
  }

  /** Whether light computes a layer. */
  static boolean optical(Layer layer) {
    return layer instanceof ProductLayer product
        && product.placement() == ProductLayer.Placement.OPTICAL;
  }
}
