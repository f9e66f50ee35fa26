package org.lightpath.cloud.network;

import java.util.List;
import java.util.Objects;

/**
 * What one channel loses and gains on a path.
 *
 * @param path the way
 * @param channel number on the grid
 * @param quality what arrives at the receiver
 * @param stages nodes and links in order: source node, link, node, …, destination node (a node
 *     without effect too)
 * @param warnings what a person should know: a path without margin, a node that cannot equalise,
 *     why nonlinear interference is left out
 */
public record PathBudget(
    NetworkPath path,
    int channel,
    PathQuality quality,
    List<StageBudget> stages,
    List<String> warnings) {
  /** Copies the lists. */
  public PathBudget {
    Objects.requireNonNull(path);
    Objects.requireNonNull(quality);
    stages = List.copyOf(stages);
    warnings = List.copyOf(warnings);
  }

  /** Stages that are fibre links. */
  public List<StageBudget> linkStages() {
    return stages.stream().filter(stage -> !stage.node()).toList();
  }

  /** Time [s] that light takes: n_g L/c over all fibre. */
  public double delay() {
    return quality.propagation().delay();
  }

  /**
   * Refuses a path without margin.
   *
   * @return this
   * @throws IllegalStateException if less arrives than the receiver needs
   */
  public PathBudget requireMargin() {
    if (!quality.margins().sufficient()) {
      throw new IllegalStateException(String.join(System.lineSeparator(), warnings));
    }
    return this;
  }
}
