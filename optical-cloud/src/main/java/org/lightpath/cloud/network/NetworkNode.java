package org.lightpath.cloud.network;

import java.util.Objects;
import java.util.Optional;

/**
 * A node.
 *
 * @param name unique in the network
 * @param kind what stands there
 * @param equipment what it does to light
 * @param coordinates where it is drawn, if anywhere
 */
public record NetworkNode(
    String name, NodeKind kind, NodeEquipment equipment, Optional<Coordinates> coordinates) {
  /**
   * Checks that kind and ports fit.
   *
   * @throws IllegalArgumentException if the name is blank or holds {@value Network#ARROW}, a hut or
   *     tap has transceivers, or an edge node or centre has none
   */
  public NetworkNode {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(equipment);
    Objects.requireNonNull(coordinates);
    if (name.isBlank() || name.contains(Network.ARROW)) {
      throw new IllegalArgumentException(
          "node: name is '%s', expected a name without '%s', which names of links are made with"
              .formatted(name, Network.ARROW));
    }
    Ports ports = equipment.ports();
    boolean ends = ports.add().isPresent() && ports.drop().isPresent();
    boolean passes = ports.through().isPresent();
    String fault =
        switch (kind) {
          case EDGE, CENTRE -> ends ? "" : "needs add and drop losses (0 dB if there are none)";
          case ROADM -> passes ? "" : "needs a through loss";
          case AMPLIFIER_HUT, TAP ->
              passes && ports.add().isEmpty() && ports.drop().isEmpty()
                  ? ""
                  : "needs a through loss and has no add and drop ports";
        };
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException(
          "node '%s' of kind %s %s; its ports are %s".formatted(name, kind, fault, ports));
    }
    if (ports.trunk().isPresent() != (kind == NodeKind.TAP)) {
      throw new IllegalArgumentException(
          "node '%s' of kind %s: a tap, and only a tap, names the neighbour on its common side; got %s"
              .formatted(name, kind, ports.trunk().map(t -> "'" + t + "'").orElse("none")));
    }
  }

  /** A node without coordinates. */
  public NetworkNode(String name, NodeKind kind, NodeEquipment equipment) {
    this(name, kind, equipment, Optional.empty());
  }

  /** A node with losses only. */
  public NetworkNode(String name, NodeKind kind, Ports ports) {
    this(name, kind, NodeEquipment.passive(ports));
  }

  /** The same node, drawn there. */
  public NetworkNode at(double x, double y) {
    return new NetworkNode(name, kind, equipment, Optional.of(new Coordinates(x, y)));
  }

  /** Whether light passes from fibre to fibre. */
  public boolean passes() {
    return equipment.ports().through().isPresent();
  }
}
