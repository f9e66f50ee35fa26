package org.lightpath.cloud.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * The network as a directed graph in which every walk is a way of light.
 *
 * <p>A tap is two vertices, one for light from the branches to the trunk and one for the other
 * direction, so that no walk leads from branch to branch. Lengths are whole micrometres: sums do
 * not depend on the order of their terms, so ways of equal length are equal.
 */
final class RoutingGraph {
  private static final double UNITS_PER_METRE = 1e6;

  private final List<FiberLink> arcs;
  private final int[] tail;
  private final int[] head;
  private final long[] length;
  private final List<List<Integer>> outgoing = new ArrayList<>();
  private final List<NetworkNode> nodeOfVertex = new ArrayList<>();
  private final Map<String, Integer> firstVertex = new HashMap<>();

  RoutingGraph(Network network) {
    for (NetworkNode node : network.nodes()) {
      firstVertex.put(node.name(), nodeOfVertex.size());
      addVertex(node);
      if (node.kind() == NodeKind.TAP) {
        addVertex(node);
      }
    }
    arcs = network.links();
    tail = new int[arcs.size()];
    head = new int[arcs.size()];
    length = new long[arcs.size()];
    for (int a = 0; a < arcs.size(); a++) {
      FiberLink link = arcs.get(a);
      tail[a] = vertex(link.from(), isTrunk(network, link.from(), link.to()));
      head[a] = vertex(link.to(), !isTrunk(network, link.to(), link.from()));
      length[a] = Math.round(link.length() * UNITS_PER_METRE);
      outgoing.get(tail[a]).add(a);
    }
  }

  private void addVertex(NetworkNode node) {
    nodeOfVertex.add(node);
    outgoing.add(new ArrayList<>());
  }

  private static boolean isTrunk(Network network, String tap, String neighbour) {
    return network.node(tap).equipment().ports().trunk().filter(neighbour::equals).isPresent();
  }

  /** The vertex of a node; of a tap the one towards the trunk or the one away from it. */
  private int vertex(String node, boolean towardsTrunk) {
    int first = Objects.requireNonNull(firstVertex.get(node), node);
    boolean tap = nodeOfVertex.get(first).kind() == NodeKind.TAP;
    return tap && !towardsTrunk ? first + 1 : first;
  }

  int source(String node) {
    return vertex(node, true);
  }

  int vertices() {
    return nodeOfVertex.size();
  }

  int arcCount() {
    return arcs.size();
  }

  int head(int arc) {
    return head[arc];
  }

  int tail(int arc) {
    return tail[arc];
  }

  long length(int arc) {
    return length[arc];
  }

  NetworkNode node(int vertex) {
    return nodeOfVertex.get(vertex);
  }

  List<Integer> outgoing(int vertex) {
    return outgoing.get(vertex);
  }

  NetworkPath path(List<Integer> route) {
    return new NetworkPath(route.stream().map(arcs::get).toList());
  }

  private record Label(long length, int hops, int vertex) {}

  /**
   * Dijkstra's shortest way; of equal lengths the one of fewer links, then the one whose last link
   * was added first.
   *
   * @param bannedVertices not to be entered
   * @param bannedArcs not to be used
   * @return arcs in order; empty if there is no way
   */
  List<Integer> shortest(int from, int to, BitSet bannedVertices, BitSet bannedArcs) {
    long[] best = new long[vertices()];
    int[] hops = new int[vertices()];
    int[] arrival = new int[vertices()];
    Arrays.fill(best, Long.MAX_VALUE);
    Arrays.fill(arrival, -1);
    BitSet settled = new BitSet();
    PriorityQueue<Label> queue = new PriorityQueue<>(RoutingGraph::compare);
    best[from] = 0;
    queue.add(new Label(0, 0, from));
    while (!queue.isEmpty()) {
      Label label = queue.remove();
      int vertex = label.vertex;
      if (settled.get(vertex)) {
        continue;
      }
      settled.set(vertex);
      if (vertex == to) {
        return trace(from, to, arrival);
      }
      if (vertex != from && !node(vertex).passes()) {
        continue;
      }
      for (int arc : outgoing.get(vertex)) {
        int next = head[arc];
        if (bannedArcs.get(arc) || bannedVertices.get(next) || settled.get(next)) {
          continue;
        }
        Label reached = new Label(label.length + length[arc], label.hops + 1, next);
        if (better(reached, arc, best[next], hops[next], arrival[next])) {
          best[next] = reached.length;
          hops[next] = reached.hops;
          arrival[next] = arc;
          queue.add(reached);
        }
      }
    }
    return List.of();
  }

  private static int compare(Label a, Label b) {
    int byLength = Long.compare(a.length, b.length);
    int byHops = byLength != 0 ? byLength : Integer.compare(a.hops, b.hops);
    return byHops != 0 ? byHops : Integer.compare(a.vertex, b.vertex);
  }

  private static boolean better(Label reached, int arc, long best, int hops, int arrival) {
    if (reached.length != best) {
      return reached.length < best;
    }
    return reached.hops != hops ? reached.hops < hops : arc < arrival;
  }

  private List<Integer> trace(int from, int to, int[] arrival) {
    List<Integer> route = new ArrayList<>();
    for (int vertex = to; vertex != from; vertex = tail[arrival[vertex]]) {
      route.add(arrival[vertex]);
    }
    return route.reversed();
  }

  /** Vertices that light from one of them reaches. */
  BitSet reachable(int from) {
    BitSet reached = new BitSet();
    List<Integer> open = new ArrayList<>(List.of(from));
    reached.set(from);
    while (!open.isEmpty()) {
      int vertex = open.removeLast();
      if (vertex != from && !node(vertex).passes()) {
        continue;
      }
      for (int arc : outgoing.get(vertex)) {
        if (!reached.get(head[arc])) {
          reached.set(head[arc]);
          open.add(head[arc]);
        }
      }
    }
    return reached;
  }
}
