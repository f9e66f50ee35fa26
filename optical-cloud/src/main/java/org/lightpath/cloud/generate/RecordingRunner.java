package org.lightpath.cloud.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.quality.LayerErrors;

/**
 * Keeps everything that a runner returns, taps included, so that two runs can be compared layer by
 * layer. Memory: all real outputs of all runs, so record one small batch.
 */
public final class RecordingRunner implements ModelRunner {
  private final ModelRunner inner;
  private final List<Map<String, Tensor>> runs = new ArrayList<>();

  /** Records a runner, which is closed with this one. */
  public RecordingRunner(ModelRunner inner) {
    this.inner = inner;
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> inputs, int sample) {
    Map<String, Tensor> outputs = inner.run(inputs, sample);
    runs.add(outputs);
    return outputs;
  }

  @Override
  public void close() {
    inner.close();
  }

  /** What each run returned, in order. */
  public List<Map<String, Tensor>> runs() {
    return List.copyOf(runs);
  }

  /**
   * Accumulated errors: what this runner returned against what the same runs returned digitally.
   *
   * @param digital recording of the same pipeline with the same latents
   * @throws IllegalArgumentException if the numbers of runs differ, or a layer is missing or has
   *     another shape
   */
  public LayerErrors against(RecordingRunner digital) {
    if (digital.runs.size() != runs.size()) {
      throw new IllegalArgumentException(
          "%d recorded runs against %d digital ones: record the same pipeline twice"
              .formatted(runs.size(), digital.runs.size()));
    }
    LayerErrors errors = new LayerErrors();
    for (int r = 0; r < runs.size(); r++) {
      Map<String, Tensor> reference = digital.runs.get(r);
      runs.get(r).forEach((layer, observed) -> add(errors, layer, reference, observed));
    }
    return errors;
  }

  private static void add(
      LayerErrors errors, String layer, Map<String, Tensor> reference, Tensor observed) {
    Tensor wanted = reference.get(layer);
    if (wanted == null) {
      throw new IllegalArgumentException(
          "layer %s is missing in the digital run: give both runs the same taps".formatted(layer));
    }
    if (observed.real()) {
      errors.add(layer, wanted.floats(), observed.floats());
    }
  }
}
