package org.lightpath.photonic.energy;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.device.Require;

/**
 * Time of a piece of work by stage, one after the other.
 *
 * @param name of the work
 * @param stages in order
 */
public record LatencyBreakdown(String name, List<Stage> stages) {
  /**
   * One stage: computing and loading data overlap, so the longer counts.
   *
   * @param name of the stage
   * @param computeSeconds [s]
   * @param memorySeconds [s]
   * @param provenance where the numbers come from
   */
  public record Stage(
      String name, double computeSeconds, double memorySeconds, Provenance provenance) {
    /** Checks the numbers. */
    public Stage {
      Objects.requireNonNull(name);
      Objects.requireNonNull(provenance);
      Require.notNegative("compute time of " + name, computeSeconds, "s");
      Require.notNegative("memory time of " + name, memorySeconds, "s");
    }

    /** The longer of the two [s]. */
    public double seconds() {
      return Math.max(computeSeconds, memorySeconds);
    }

    /** Whether loading takes longer than computing. */
    public boolean memoryBound() {
      return memorySeconds > computeSeconds;
    }
  }

  /** Copies the list. */
  public LatencyBreakdown {
    Objects.requireNonNull(name);
    stages = List.copyOf(stages);
  }

  /** Sum of the stages [s]. */
  public double totalSeconds() {
    return stages.stream().mapToDouble(Stage::seconds).sum();
  }
}
