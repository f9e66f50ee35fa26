package org.lightpath.photonic.energy.published;

import java.util.List;
import java.util.Objects;

/**
 * What one piece of work costs.
 *
 * @param name of the work
 * @param energies by component and memory level
 * @param computeSeconds [s]
 * @param memorySeconds time to load data, overlapped with computing [s]
 */
public record ProductCost(
    String name, List<Energy> energies, double computeSeconds, double memorySeconds) {
  /**
   * Energy of one part.
   *
   * @param part component or memory level
   * @param joules [J]
   */
  public record Energy(String part, double joules) {}

  /** Copies the list. */
  public ProductCost {
    Objects.requireNonNull(name);
    energies = List.copyOf(energies);
  }

  /** Sum of the parts [J]. */
  public double joules() {
    return energies.stream().mapToDouble(Energy::joules).sum();
  }

  /** The longer of computing and loading [s]. */
  public double seconds() {
    return Math.max(computeSeconds, memorySeconds);
  }
}
