package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lightpath.fiber.link.LinkElement;

/**
 * Puts a network together. What is wrong with one node or link is refused when it is added, what is
 * wrong with the whole when it is built; all messages name the node or link.
 */
public final class NetworkBuilder {
  private final String name;
  private final Map<String, NetworkNode> nodes = new LinkedHashMap<>();
  private final Map<String, PlannedLink> links = new LinkedHashMap<>();

  private record PlannedLink(
      String name, String from, String to, Function<NetworkNode, List<LinkElement>> elements) {}

  /**
   * Starts an empty network.
   *
   * @param name for reports
   */
  public NetworkBuilder(String name) {
    this.name = name;
  }

  /**
   * Adds a node.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  public NetworkBuilder node(NetworkNode node) {
    if (nodes.putIfAbsent(node.name(), node) != null) {
      throw new IllegalArgumentException(
          "node '%s' occurs twice; give every node its own name".formatted(node.name()));
    }
    return this;
  }

  /** Adds two fibres between two nodes, one for each direction, built alike. */
  public NetworkBuilder link(String a, String b, LineDesign design) {
    return directedLink(a, b, design).directedLink(b, a, design);
  }

  /** Adds a fibre for one direction. */
  public NetworkBuilder directedLink(String from, String to, LineDesign design) {
    String link = freeName(from, to);
    return add(new PlannedLink(link, from, to, node -> design.elements(link, boosterLoss(node))));
  }

  /**
   * Adds a line for one direction, element by element.
   *
   * @param elements in the order in which light meets them
   */
  public NetworkBuilder directedLink(String from, String to, List<LinkElement> elements) {
    List<LinkElement> copy = List.copyOf(elements);
    return add(new PlannedLink(freeName(from, to), from, to, _ -> copy));
  }

  private NetworkBuilder add(PlannedLink link) {
    if (link.from.equals(link.to)) {
      throw new IllegalArgumentException(
          "link '%s': begins and ends at node '%s', expected two nodes"
              .formatted(link.name, link.from));
    }
    links.put(link.name, link);
    return this;
  }

  private String freeName(String from, String to) {
    String plain = from + Network.ARROW + to;
    String free = plain;
    for (int number = 2; links.containsKey(free); number++) {
      free = plain + "#" + number;
    }
    return free;
  }

  private static double boosterLoss(NetworkNode node) {
    Ports ports = node.equipment().ports();
    return ports.through().orElse(ports.add().orElse(1));
  }

  /**
   * The network.
   *
   * @throws IllegalArgumentException if a link names a node that is not there, a node has no link,
   *     or a tap's trunk is not its neighbour
   */
  public Network build() {
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException(
          "network '%s' has no nodes; add some with their links".formatted(name));
    }
    links.values().forEach(this::requireNodes);
    nodes.values().forEach(this::requireNeighbours);
    List<FiberLink> built = new ArrayList<>();
    for (PlannedLink link : links.values()) {
      List<LinkElement> elements =
          link.elements.apply(Objects.requireNonNull(nodes.get(link.from)));
      built.add(new FiberLink(link.name, link.from, link.to, elements));
    }
    return new Network(name, List.copyOf(nodes.values()), built);
  }

  private void requireNodes(PlannedLink link) {
    for (String end : List.of(link.from, link.to)) {
      if (!nodes.containsKey(end)) {
        throw new IllegalArgumentException(
            "link '%s': there is no node '%s'; the nodes are %s"
                .formatted(link.name, end, nodes.keySet()));
      }
    }
  }

  private void requireNeighbours(NetworkNode node) {
    Set<String> neighbours =
        links.values().stream()
            .filter(link -> link.from.equals(node.name()) || link.to.equals(node.name()))
            .map(link -> link.from.equals(node.name()) ? link.to : link.from)
            .collect(Collectors.toSet());
    if (neighbours.isEmpty()) {
      throw new IllegalArgumentException(
          "node '%s' has no link; connect it or leave it out".formatted(node.name()));
    }
    node.equipment()
        .ports()
        .trunk()
        .filter(trunk -> !neighbours.contains(trunk))
        .ifPresent(
            trunk -> {
              throw new IllegalArgumentException(
                  "tap '%s': its common side leads to '%s', which is not a neighbour; its neighbours are %s"
                      .formatted(node.name(), trunk, neighbours.stream().sorted().toList()));
            });
  }
}
