package org.lightpath.cli.model;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.graph.ModelPlan;

/**
 * A graph that is a model, or a part that a model has several times.
 *
 * @param graph one of them
 * @param shapes extents of the inputs of one run of so many samples
 * @param repeats how many of them one inference runs, at least 1
 */
public record ModelPart(ModelGraph graph, IntFunction<Map<String, int[]>> shapes, int repeats) {
  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public ModelPart {
    Objects.requireNonNull(graph);
    Objects.requireNonNull(shapes);
    if (repeats < 1) {
      throw new IllegalArgumentException(
          "model %s: %d repeats, expected at least 1".formatted(graph.name(), repeats));
    }
  }

  /** What one run of so many samples does. */
  public ModelPlan plan(int samples) {
    return graph.plan(shapes.apply(samples));
  }
}
