package org.lightpath.cloud.generate;

import java.util.Map;
import org.lightpath.cloud.graph.Tensor;

/** A model that can be run: digitally, or as light does it. For one thread at a time. */
@FunctionalInterface
public interface ModelRunner extends AutoCloseable {
  /**
   * Runs the model once.
   *
   * @param inputs by name
   * @param sample number of the run: every number has fresh noise, the same number the same noise
   * @return outputs by name, which stay valid
   */
  Map<String, Tensor> run(Map<String, Tensor> inputs, int sample);

  /** Gives back what the runner holds; nothing, unless said otherwise. */
  @Override
  default void close() {}

  /**
   * Runs the model for one real output.
   *
   * @param output its name
   * @throws IllegalArgumentException if the model has no such output
   */
  default Tensor run(Map<String, Tensor> inputs, int sample, String output) {
    Map<String, Tensor> outputs = run(inputs, sample);
    Tensor tensor = outputs.get(output);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "the model has no output '%s', only %s: name one of these"
              .formatted(output, outputs.keySet()));
    }
    return tensor;
  }
}
