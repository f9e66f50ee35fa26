package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way through the network: links in a row.
 *
 * @param links at least one, each beginning where the one before ends
 */
public record NetworkPath(List<FiberLink> links) {
  /**
   * Checks that the links follow each other.
   *
   * @throws IllegalArgumentException if there is none or they do not
   */
  public NetworkPath {
    links = List.copyOf(links);
    if (links.isEmpty()) {
      throw new IllegalArgumentException("path: expected at least one link, got none");
    }
    for (int i = 1; i < links.size(); i++) {
      if (!links.get(i - 1).to().equals(links.get(i).from())) {
        throw new IllegalArgumentException(
            "path: link '%s' ends at '%s', the next, '%s', begins at '%s'"
                .formatted(
                    links.get(i - 1).name(),
                    links.get(i - 1).to(),
                    links.get(i).name(),
                    links.get(i).from()));
      }
    }
  }

  /** Node where light begins. */
  public String source() {
    return links.getFirst().from();
  }

  /** Node where light ends. */
  public String destination() {
    return links.getLast().to();
  }

  /** Nodes in order, both ends included. */
  public List<String> nodes() {
    List<String> nodes = new ArrayList<>(List.of(source()));
    links.forEach(link -> nodes.add(link.to()));
    return List.copyOf(nodes);
  }

  /** Length of fibre [m]. */
  public double length() {
    return links.stream().mapToDouble(FiberLink::length).sum();
  }

  @Override
  public String toString() {
    return nodes().stream().collect(Collectors.joining(" " + Network.ARROW + " "));
  }
}
