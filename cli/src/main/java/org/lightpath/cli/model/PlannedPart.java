package org.lightpath.cli.model;

import java.util.Arrays;
import java.util.List;
import org.lightpath.cloud.graph.Layer;
import org.lightpath.cloud.graph.ModelPlan;

/**
 * What a part of a model does in one run, without its weights.
 *
 * @param layers nodes in the order of execution
 * @param results numbers that it gives
 * @param repeats how many of these parts one inference runs
 */
public record PlannedPart(List<Layer> layers, long results, int repeats) {
  /** Copies the list. */
  public PlannedPart {
    layers = List.copyOf(layers);
  }

  /** Plans a run of so many samples. */
  public static PlannedPart of(ModelPart part, int samples) {
    ModelPlan plan = part.plan(samples);
    long results =
        plan.outputShapes().values().stream()
            .mapToLong(shape -> Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b))
            .sum();
    return new PlannedPart(plan.layers(), results, part.repeats());
  }
}
