package org.lightpath.cloud.traffic;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is simulated.
 *
 * @param nodes edge nodes
 * @param centre the computing centre they share
 * @param run how long
 */
public record TrafficSpec(List<EdgeTraffic> nodes, ComputingCentre centre, Run run) {
  /** Most requests of a run; what is kept of each takes about 50 bytes. */
  private static final double MOST_REQUESTS = 2e7;

  /**
   * Extent of a run. Requests arise from 0 to the duration; then the run goes on until all are
   * back.
   *
   * @param duration [s]
   * @param warmUp time [s] at the beginning whose requests do not count in statistics
   * @param seed of arrivals and service times
   * @param samples points of the queue's course over time
   */
  public record Run(double duration, double warmUp, long seed, int samples) {
    /** Checks the numbers. */
    public Run {
      Checks.positive("run: duration [s]", duration);
      Checks.notNegative("run: warm-up [s]", warmUp);
      if (warmUp >= duration) {
        throw new IllegalArgumentException(
            "run: warm-up of %s s leaves nothing of the duration of %s s; shorten it"
                .formatted(warmUp, duration));
      }
      if (samples < 0) {
        throw new IllegalArgumentException(
            "run: %d samples, expected 0 or more".formatted(samples));
      }
    }

    /** No warm-up, 500 samples. */
    public Run(double duration, long seed) {
      this(duration, 0, seed, 500);
    }
  }

  /**
   * Checks the whole.
   *
   * @throws IllegalArgumentException if there is no node, two have the same name, or there would be
   *     more requests than memory should hold
   */
  public TrafficSpec {
    nodes = List.copyOf(nodes);
    Objects.requireNonNull(centre);
    Objects.requireNonNull(run);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("traffic: no edge nodes, expected at least one");
    }
    Set<String> names = new HashSet<>();
    double rate = 0;
    for (EdgeTraffic node : nodes) {
      rate += node.arrivals().meanRate();
      if (!names.add(node.name())) {
        throw new IllegalArgumentException(
            "traffic: edge node '%s' occurs twice; give every node its own name"
                .formatted(node.name()));
      }
    }
    if (rate * run.duration() > MOST_REQUESTS) {
      throw new IllegalArgumentException(
          "traffic: %.3g requests per second over %.3g s are %.3g requests, more than %.3g; shorten the duration"
              .formatted(rate, run.duration(), rate * run.duration(), MOST_REQUESTS));
    }
  }
}
