package org.lightpath.cloud.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.lightpath.cloud.quality.QualityReport;

/** Which layers cost how much quality: each layer alone by light, all others digital. */
public final class Sensitivity {
  private Sensitivity() {}

  /** Makes runners of one model for different policies. */
  @FunctionalInterface
  public interface RunnerFactory {
    /**
     * A runner.
     *
     * @param optical layers that run by light; all others are digital
     * @return a runner, closed by who asked for it
     */
    ModelRunner open(Set<String> optical);
  }

  /**
   * What one layer costs.
   *
   * @param layer its name
   * @param quality with only this layer by light
   */
  public record LayerCost(String layer, QualityReport quality) {}

  /**
   * Measures each layer alone.
   *
   * @param layers names, in the order wanted
   * @param factory opens the model with some layers by light
   * @param measure runs the model and judges what it makes, for instance images of one request
   *     against a {@link ImageComparison.Reference}
   */
  public static List<LayerCost> layerByLayer(
      List<String> layers, RunnerFactory factory, Function<ModelRunner, QualityReport> measure) {
    List<LayerCost> costs = new ArrayList<>();
    for (String layer : layers) {
      try (ModelRunner runner = factory.open(Set.of(layer))) {
        costs.add(new LayerCost(layer, measure.apply(runner)));
      }
    }
    return costs;
  }
}
