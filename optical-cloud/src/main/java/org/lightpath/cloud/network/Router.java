package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shortest ways through a network by length of fibre (Yen, "Finding the k shortest loopless paths
 * in a network", Management Science 17:712, 1971).
 *
 * <p>Ways of equal length come in the order of their number of links, then of the order in which
 * their links were added to the network: the same network gives the same ways.
 */
public final class Router {
  private final Network network;
  private final RoutingGraph graph;

  /** A router of a network. */
  public Router(Network network) {
    this.network = network;
    this.graph = new RoutingGraph(network);
  }

  private record Route(long length, List<Integer> arcs) {}

  private static final Comparator<Route> ORDER =
      Comparator.comparingLong(Route::length)
          .thenComparingInt(route -> route.arcs.size())
          .thenComparing(Router::compareArcs);

  private static int compareArcs(Route a, Route b) {
    for (int i = 0; i < Math.min(a.arcs.size(), b.arcs.size()); i++) {
      int order = Integer.compare(a.arcs.get(i), b.arcs.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /**
   * The shortest way.
   *
   * @throws RoutingException if there is none
   */
  public NetworkPath shortest(String source, String destination) {
    return shortest(source, destination, 1).getFirst();
  }

  /**
   * The k shortest ways without loops, fewer if there are not so many.
   *
   * @param source node with an add port
   * @param destination node with a drop port
   * @param k at least 1
   * @throws RoutingException if there is none; says which nodes light reaches and where it ends
   * @throws IllegalArgumentException if k is below 1, the ends are the same node, or have no such
   *     ports
   */
  public List<NetworkPath> shortest(String source, String destination, int k) {
    requireEnds(source, destination, k);
    int from = graph.source(source);
    int to = graph.source(destination);
    List<Route> found = new ArrayList<>();
    PriorityQueue<Route> candidates = new PriorityQueue<>(ORDER);
    Set<List<Integer>> seen = new HashSet<>();
    offer(graph.shortest(from, to, new BitSet(), new BitSet()), candidates, seen);
    while (found.size() < k && !candidates.isEmpty()) {
      Route next = candidates.remove();
      found.add(next);
      if (found.size() < k) {
        deviate(next, found, to, candidates, seen);
      }
    }
    if (found.isEmpty()) {
      throw unroutable(source, destination);
    }
    return found.stream().map(route -> graph.path(route.arcs)).toList();
  }

  /** Offers the best ways that leave a found one at each of its vertices. */
  private void deviate(
      Route last,
      List<Route> found,
      int to,
      PriorityQueue<Route> candidates,
      Set<List<Integer>> seen) {
    BitSet bannedVertices = new BitSet();
    for (int i = 0; i < last.arcs.size(); i++) {
      List<Integer> root = last.arcs.subList(0, i);
      int spur = graph.tail(last.arcs.get(i));
      if (i > 0 && !graph.node(spur).passes()) {
        break;
      }
      BitSet bannedArcs = new BitSet();
      for (Route route : found) {
        if (route.arcs.size() > i && route.arcs.subList(0, i).equals(root)) {
          bannedArcs.set(route.arcs.get(i));
        }
      }
      List<Integer> rest = graph.shortest(spur, to, bannedVertices, bannedArcs);
      if (!rest.isEmpty()) {
        List<Integer> whole = new ArrayList<>(root);
        whole.addAll(rest);
        offer(whole, candidates, seen);
      }
      bannedVertices.set(spur);
    }
  }

  private void offer(List<Integer> arcs, PriorityQueue<Route> candidates, Set<List<Integer>> seen) {
    if (!arcs.isEmpty() && seen.add(arcs)) {
      candidates.add(new Route(arcs.stream().mapToLong(graph::length).sum(), arcs));
    }
  }

  private void requireEnds(String source, String destination, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("routes: %d asked for, expected at least 1".formatted(k));
    }
    if (source.equals(destination)) {
      throw new IllegalArgumentException(
          "route from '%s' to itself: expected two nodes".formatted(source));
    }
    if (network.node(source).equipment().ports().add().isEmpty()) {
      throw new IllegalArgumentException(
          "node '%s' has no add port, so no light begins there; take an edge node, a centre or a ROADM with one"
              .formatted(source));
    }
    if (network.node(destination).equipment().ports().drop().isEmpty()) {
      throw new IllegalArgumentException(
          "node '%s' has no drop port, so no light ends there; take an edge node, a centre or a ROADM with one"
              .formatted(destination));
    }
  }

  private RoutingException unroutable(String source, String destination) {
    BitSet reached = graph.reachable(graph.source(source));
    String inside = names(reached, false);
    BitSet beyond = BitSet.valueOf(reached.toLongArray());
    beyond.clear(graph.source(source));
    String ends = names(beyond, true);
    String blocked =
        ends.isEmpty() ? "" : " Light ends at %s, which have no through loss.".formatted(ends);
    BitSet outside = new BitSet();
    outside.set(0, graph.vertices());
    outside.andNot(reached);
    return new RoutingException(
        source + Network.ARROW + destination,
        "no route from '%s' to '%s' in network '%s': the cut lies between {%s} and {%s}.%s Add a fibre across the cut%s."
            .formatted(
                source,
                destination,
                network.name(),
                inside,
                names(outside, false),
                blocked,
                ends.isEmpty() ? "" : " or let one of those nodes pass light"));
  }

  private String names(BitSet vertices, boolean onlyEnds) {
    return vertices.stream()
        .mapToObj(graph::node)
        .filter(node -> !onlyEnds || !node.passes())
        .map(NetworkNode::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
