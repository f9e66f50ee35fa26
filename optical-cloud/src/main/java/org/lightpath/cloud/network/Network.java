package org.lightpath.cloud.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A network of nodes and fibre links, each link in one direction; made by a {@link NetworkBuilder},
 * which checks how they fit.
 */
public final class Network {
  /** Between the names of the two nodes in the name of a link. */
  public static final String ARROW = ">";

  private final String name;
  private final Map<String, NetworkNode> nodes;
  private final Map<String, FiberLink> links;

  Network(String name, List<NetworkNode> nodes, List<FiberLink> links) {
    this.name = name;
    this.nodes = new LinkedHashMap<>();
    nodes.forEach(node -> this.nodes.put(node.name(), node));
    this.links = new LinkedHashMap<>();
    links.forEach(link -> this.links.put(link.name(), link));
  }

  /** Name, for reports. */
  public String name() {
    return name;
  }

  /** Nodes in the order in which they were added. */
  public List<NetworkNode> nodes() {
    return List.copyOf(nodes.values());
  }

  /** Links in the order in which they were added. */
  public List<FiberLink> links() {
    return List.copyOf(links.values());
  }

  /** Nodes of a kind. */
  public List<NetworkNode> nodes(NodeKind kind) {
    return nodes.values().stream().filter(node -> node.kind() == kind).toList();
  }

  /**
   * The node of a name.
   *
   * @throws NoSuchElementException if there is none
   */
  public NetworkNode node(String nodeName) {
    NetworkNode node = nodes.get(nodeName);
    if (node == null) {
      throw new NoSuchElementException(
          "network '%s' has no node '%s'; its nodes are %s"
              .formatted(name, nodeName, nodes.keySet()));
    }
    return node;
  }

  /**
   * The link of a name.
   *
   * @throws NoSuchElementException if there is none
   */
  public FiberLink link(String linkName) {
    FiberLink link = links.get(linkName);
    if (link == null) {
      throw new NoSuchElementException(
          "network '%s' has no link '%s'; its links are %s"
              .formatted(name, linkName, links.keySet()));
    }
    return link;
  }
}
