package org.lightpath.cloud.network;

import java.util.List;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.LinkElement;
import org.lightpath.fiber.link.LumpedLoss;
import org.lightpath.fiber.link.OpticalFilter;

/**
 * Everything that light meets between two neighbouring nodes in one direction: fibre, connectors,
 * amplifiers. May be empty: a patch cord within a building.
 *
 * @param name unique in the network
 * @param from node where light enters
 * @param to node where light leaves
 * @param elements in the order in which light meets them, gains resolved
 */
public record FiberLink(String name, String from, String to, List<LinkElement> elements) {
  /**
   * Checks the elements.
   *
   * @throws IllegalArgumentException if both ends are the same node, or a filter stands on the
   *     line, where it would act on all channels: filters belong to nodes
   */
  public FiberLink {
    elements = List.copyOf(elements);
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "link '%s': begins and ends at node '%s', expected two nodes".formatted(name, from));
    }
    if (elements.stream().anyMatch(OpticalFilter.class::isInstance)) {
      throw new IllegalArgumentException(
          "link '%s': holds a filter; give the passband to a node, which filters each channel by itself"
              .formatted(name));
    }
  }

  /** Length of fibre [m]. */
  public double length() {
    return elements.stream().mapToDouble(FiberLink::length).sum();
  }

  /** Power out over power in of everything that attenuates. */
  public double transmission() {
    return elements.stream().mapToDouble(FiberLink::transmission).reduce(1, (a, b) -> a * b);
  }

  /** Product of the gains of its amplifiers; 1 if there is none. */
  public double gain() {
    return elements.stream()
        .mapToDouble(e -> e instanceof Amplifier amplifier ? amplifier.gain() : 1)
        .reduce(1, (a, b) -> a * b);
  }

  /** Number of amplifiers. */
  public long amplifiers() {
    return elements.stream().filter(Amplifier.class::isInstance).count();
  }

  static double length(LinkElement element) {
    return element instanceof FiberSection section ? section.length() : 0;
  }

  static double transmission(LinkElement element) {
    return switch (element) {
      case FiberSection section -> section.transmission();
      case LumpedLoss loss -> loss.transmission();
      case Amplifier _, OpticalFilter _ -> 1;
    };
  }
}
