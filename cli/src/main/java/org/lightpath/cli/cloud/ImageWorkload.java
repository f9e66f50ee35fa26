package org.lightpath.cli.cloud;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.lightpath.cloud.generate.Batching;
import org.lightpath.cloud.generate.Generation;
import org.lightpath.cloud.generate.ImageComparison;
import org.lightpath.cloud.generate.ImageGenerator;
import org.lightpath.cloud.generate.ImageRequest;
import org.lightpath.cloud.generate.ModelRunner;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.quality.QualityReport;
import org.lightpath.datasets.onnx.OnnxModel;

/** Images, judged by their pixels and, where a classifier knows them, by what it sees. */
final class ImageWorkload implements WholeWorkload {
  private final OnnxModel model;
  private final ModelGraph graph;
  private final Recipe recipe;
  private final Extent extent;
  private final ImageComparison comparison;

  /**
   * How images are made.
   *
   * @param generator latents to images
   * @param shapes extents of the inputs of one run of so many images
   * @param repetitions runs of the graph for one image
   */
  record Recipe(
      ImageGenerator generator, IntFunction<Map<String, int[]>> shapes, int repetitions) {}

  /**
   * How many.
   *
   * @param samples images
   * @param batch images of one run
   * @param seed of the latents
   */
  record Extent(int samples, int batch, long seed) {}

  /** Images of a run. */
  record MadeImages(Generation.Images images) implements Made {}

  ImageWorkload(
      OnnxModel model, Recipe recipe, Extent extent, Optional<ImageComparison.Judge> judge) {
    this.model = model;
    this.graph = ModelGraph.of(model);
    this.recipe = recipe;
    this.extent = extent;
    this.comparison = new ImageComparison(judge);
  }

  @Override
  public ModelGraph graph() {
    return graph;
  }

  @Override
  public Map<String, int[]> shapes(int samples) {
    return recipe.shapes().apply(samples);
  }

  @Override
  public String unit() {
    return "image";
  }

  @Override
  public int repetitions() {
    return recipe.repetitions();
  }

  @Override
  public int samples() {
    return extent.samples();
  }

  @Override
  public int batch() {
    return Math.min(extent.batch(), extent.samples());
  }

  @Override
  public int runs() {
    return Math.ceilDiv(samples(), batch()) * recipe.repetitions();
  }

  @Override
  public Made make(ModelRunner runner, int samples) {
    ImageRequest request = new ImageRequest(samples, extent.seed(), Batching.of(batch()));
    return new MadeImages(recipe.generator().generate(runner, request));
  }

  @Override
  public QualityReport compare(Made digital, Made optical) {
    return comparison.compare(images(digital), images(optical));
  }

  private static Generation.Images images(Made made) {
    if (made instanceof MadeImages images) {
      return images.images();
    }
    throw new IllegalArgumentException("expected images, got " + made);
  }

  @Override
  public void close() {
    comparison.judge().ifPresent(judge -> judge.model().close());
    model.close();
  }
}
