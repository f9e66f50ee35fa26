package org.lightpath.cli.bench;

import java.util.Map;
import org.lightpath.cloud.graph.Tensor;

/** L2 distance of numbers from those expected, over the L2 norm of these. */
final class RelativeError {
  private double distance;
  private double norm;

  RelativeError() {}

  /** Adds a number. */
  void add(double observed, double expected) {
    distance += (observed - expected) * (observed - expected);
    norm += expected * expected;
  }

  /** √(Σ (y − y₀)² / Σ y₀²); 0 where both are zero. */
  double value() {
    return distance == 0 ? 0 : Math.sqrt(distance / norm);
  }

  /** Of all real outputs of a model. */
  static double of(Map<String, Tensor> observed, Map<String, Tensor> expected) {
    RelativeError error = new RelativeError();
    expected.forEach(
        (name, tensor) -> {
          Tensor own = observed.get(name);
          if (own != null && tensor.real()) {
            float[] values = own.floats();
            float[] wanted = tensor.floats();
            for (int i = 0; i < wanted.length; i++) {
              error.add(values[i], wanted[i]);
            }
          }
        });
    return error.value();
  }
}
