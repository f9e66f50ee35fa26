package org.lightpath.cli.cloud;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cli.model.NamedModel;
import org.lightpath.cli.model.PlannedPart;
import org.lightpath.cli.model.RandomProduct;

/**
 * A published architecture with random weights, at its full size: its products run alone, with
 * random operands. It makes nothing, and nothing may be told of quality.
 */
final class ShapeWorkload implements Workload {
  /** Part of a product that runs: all terms K of so many rows and columns. */
  static final RandomProduct.Limit TILE = new RandomProduct.Limit(1, 512, 512);

  /** Plans of architectures: the same for all weights, and slow to make of large ones. */
  private static final Map<String, Architecture> KNOWN = new ConcurrentHashMap<>();

  private final Architecture architecture;
  private final int samples;
  private final int batch;
  private final long seed;

  /**
   * What a run of products makes.
   *
   * @param products that differ
   */
  record MadeProducts(int products) implements Made {}

  /**
   * An architecture without its weights.
   *
   * @param unit what one inference is
   * @param parts what it does
   */
  private record Architecture(String unit, List<PlannedPart> parts) {
    static Architecture of(String name) {
      try (NamedModel model = NamedModel.open(name, 1)) {
        String unit =
            model.unitsPerSample() == 1
                ? model.unit()
                : "pass of %d %ss".formatted(model.unitsPerSample(), model.unit());
        return new Architecture(
            unit, model.parts().stream().map(part -> PlannedPart.of(part, 1)).toList());
      }
    }
  }

  /**
   * A workload.
   *
   * @param name of the architecture
   * @param extent samples, batch and seed
   */
  ShapeWorkload(String name, ImageWorkload.Extent extent) {
    this.architecture = KNOWN.computeIfAbsent(name, Architecture::of);
    this.samples = extent.samples();
    this.batch = Math.min(extent.batch(), extent.samples());
    this.seed = extent.seed();
  }

  /** Products of one inference. */
  ModelProducts products() {
    return ModelProducts.of(architecture.parts());
  }

  @Override
  public ModelProducts simulated() {
    return new ModelProducts(
        products().distinct().stream()
            .map(alike -> new ModelProducts.Entry(TILE.of(alike.first()), 1))
            .toList());
  }

  /** Seed of the operands. */
  long seed() {
    return seed;
  }

  /** What must be said beside every figure. */
  String label() {
    return "random weights, seed %d: says nothing of quality".formatted(seed);
  }

  @Override
  public List<PlannedPart> parts() {
    return architecture.parts();
  }

  @Override
  public String unit() {
    return architecture.unit();
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public int batch() {
    return batch;
  }

  /** Each distinct product once. */
  @Override
  public int runs() {
    return 1;
  }

  @Override
  public void close() {}
}
