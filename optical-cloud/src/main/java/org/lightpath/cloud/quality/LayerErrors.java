package org.lightpath.cloud.quality;

import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Errors of named values within a model, layer by layer: {@link ErrorStatistics} against the clean
 * run tell the accumulated error, those against the digital product of the same noisy inputs the
 * local one; the caller decides by what it compares.
 */
public final class LayerErrors {
  private final Map<String, ErrorAccumulator> layers = new LinkedHashMap<>();

  /** Nothing yet. */
  public LayerErrors() {}

  /**
   * Adds values of a layer.
   *
   * @param layer its name
   * @param reference what it should be
   * @param observed what it is
   * @throws IllegalArgumentException if the lengths differ or a number is not finite
   */
  public void add(String layer, float[] reference, float[] observed) {
    try {
      layers.computeIfAbsent(layer, _ -> new ErrorAccumulator()).add(reference, observed);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("layer %s: %s".formatted(layer, e.getMessage()), e);
    }
  }

  /** Adds what another gathered; that one stays as it is. */
  public void merge(LayerErrors other) {
    other.layers.forEach(
        (layer, errors) ->
            layers.computeIfAbsent(layer, _ -> new ErrorAccumulator()).merge(errors));
  }

  /**
   * Statistics by layer, in the order in which layers first came; layers without values are out.
   */
  public Map<String, ErrorStatistics> statistics() {
    Map<String, ErrorStatistics> statistics = new LinkedHashMap<>();
    layers.forEach(
        (layer, errors) -> {
          if (errors.count() > 0) {
            statistics.put(layer, errors.statistics());
          }
        });
    return Collections.unmodifiableMap(statistics);
  }

  /**
   * Adds {@code meanLayerSnr_dB}, the mean of the layers' SNR in dB, and {@code minLayerSnr_dB}.
   * Layers without any error, digital ones, are out; if all are, so are both numbers.
   */
  public void report(QualityReport.Builder report) {
    DoubleSummaryStatistics decibels =
        statistics().values().stream()
            .filter(errors -> errors.errorSquares() > 0)
            .mapToDouble(ErrorStatistics::snrDecibels)
            .summaryStatistics();
    if (decibels.getCount() > 0) {
      report.put("meanLayerSnr_dB", decibels.getAverage());
      report.put("minLayerSnr_dB", decibels.getMin());
    } else {
      report.note("no layer has an error, so there is no layer SNR");
    }
  }
}
