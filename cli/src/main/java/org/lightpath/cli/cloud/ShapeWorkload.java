package org.lightpath.cli.cloud;

import java.util.List;
import org.lightpath.cli.model.ModelPart;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cli.model.NamedModel;
import org.lightpath.cli.model.RandomProduct;

/**
 * A published architecture with random weights, at its full size: its products run alone, with random
 * operands. It makes nothing, and nothing may be told of quality.
 */
final class ShapeWorkload implements Workload {
  /** Part of a product that runs: all terms K of so many rows and columns. */
  static final RandomProduct.Limit TILE = new RandomProduct.Limit(1, 512, 512);

  private final NamedModel model;
  private final int samples;
  private final int batch;
  private final long seed;

  /**
   * What a run of products makes.
   *
   * @param products that differ
   */
  record MadeProducts(int products) implements Made {}

  ShapeWorkload(NamedModel model, ImageWorkload.Extent extent) {
    this.model = model;
    this.samples = extent.samples();
    this.batch = Math.min(extent.batch(), extent.samples());
    this.seed = extent.seed();
  }

  /** Products of one inference. */
  ModelProducts products() {
    return ModelProducts.of(model.parts(), 1);
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
  public List<ModelPart> parts() {
    return model.parts();
  }

  @Override
  public String unit() {
    return model.unitsPerSample() == 1
        ? model.unit()
        : "pass of %d %ss".formatted(model.unitsPerSample(), model.unit());
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
  public void close() {
    model.close();
  }
}
