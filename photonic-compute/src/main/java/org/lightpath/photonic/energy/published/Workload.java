package org.lightpath.photonic.energy.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.LatencyBreakdown;

/**
 * Energy and time of a transformer on a published accelerator.
 *
 * @param name of model and accelerator
 * @param layers in order, the operations that are no matrix products last
 */
public record Workload(String name, List<Layer> layers) {
  /** Name of the operations that are no matrix products. */
  public static final String OTHERS = "others";

  /**
   * A layer, all its occurrences together.
   *
   * @param name of the layer
   * @param repeats how often it occurs
   * @param costs of its products, one occurrence
   */
  public record Layer(String name, int repeats, List<ProductCost> costs) {
    /** Copies the list. */
    public Layer {
      costs = List.copyOf(costs);
    }

    /** Energy of all occurrences [J]. */
    public double joules() {
      return repeats * costs.stream().mapToDouble(ProductCost::joules).sum();
    }

    /** Time of all occurrences [s]. */
    public double seconds() {
      return repeats * costs.stream().mapToDouble(ProductCost::seconds).sum();
    }
  }

  /** Copies the list. */
  public Workload {
    Objects.requireNonNull(name);
    layers = List.copyOf(layers);
  }

  /**
   * Runs a model.
   *
   * @param model the network
   * @param tokens length of the sequence
   * @param accelerator what a product costs
   */
  public static Workload of(TransformerModel model, int tokens, ProductModel accelerator) {
    List<Layer> layers = new ArrayList<>();
    for (TransformerModel.Layer layer : model.layers(tokens)) {
      layers.add(
          new Layer(
              layer.name(),
              layer.repeats(),
              layer.products().stream().map(accelerator::cost).toList()));
    }
    ProductCost others = DigitalOperations.cost(model, tokens, accelerator);
    layers.add(new Layer(OTHERS, 1, List.of(others)));
    return new Workload(model.name() + " on " + accelerator.name(), layers);
  }

  /** Energy of one inference [J]. */
  public double joules() {
    return layers.stream().mapToDouble(Layer::joules).sum();
  }

  /** Time of one inference [s]. */
  public double seconds() {
    return layers.stream().mapToDouble(Layer::seconds).sum();
  }

  /** A layer by name. */
  public Layer layer(String wanted) {
    return layers.stream()
        .filter(l -> l.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no layer %s, expected one of %s"
                        .formatted(name, wanted, layers.stream().map(Layer::name).toList())));
  }

  /** Time by layer. */
  public LatencyBreakdown latency() {
    Provenance how = Provenance.derived("cycles of " + name);
    return new LatencyBreakdown(
        name,
        layers.stream()
            .flatMap(
                layer ->
                    layer.costs().stream()
                        .map(
                            cost ->
                                new LatencyBreakdown.Stage(
                                    layer.name() + " " + cost.name(),
                                    layer.repeats() * cost.computeSeconds(),
                                    layer.repeats() * cost.memorySeconds(),
                                    how)))
            .toList());
  }
}
