package org.lightpath.datasets.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A GNPy topology.
 *
 * @param name of the network
 * @param elements in the order of the file
 * @param connections from element to element, each in one direction
 * @param warnings what the file holds and these records do not
 */
public record GnpyTopology(
    String name, List<GnpyElement> elements, List<Connection> connections, List<String> warnings) {
  /** Copies the lists. */
  public GnpyTopology {
    Objects.requireNonNull(name);
    elements = List.copyOf(elements);
    connections = List.copyOf(connections);
    warnings = List.copyOf(warnings);
  }

  /**
   * Light goes from one element to another.
   *
   * @param from uid
   * @param to uid
   */
  public record Connection(String from, String to) {}

  /** Elements by uid. */
  public Map<String, GnpyElement> byUid() {
    return elements.stream().collect(Collectors.toMap(GnpyElement::uid, Function.identity()));
  }

  /** Uids of the elements behind one, in the order of the file. */
  public List<String> successors(String uid) {
    return connections.stream().filter(c -> c.from().equals(uid)).map(Connection::to).toList();
  }
}
