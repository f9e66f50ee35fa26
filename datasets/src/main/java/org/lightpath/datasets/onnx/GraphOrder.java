package org.lightpath.datasets.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lightpath.datasets.InvalidModelException;

/**
 * Puts the nodes of a graph and of its subgraphs into an order in which every value is made before
 * it is used (Kahn's algorithm; among nodes that are ready the first of the file comes first, so a
 * sorted file keeps its order), and refuses values that are made twice, never, or in a circle.
 */
final class GraphOrder {
  private static final int SHOWN_NODES = 12;

  private final Source source;
  private final GraphReader reader;

  GraphOrder(Source source, GraphReader reader) {
    this.source = source;
    this.reader = reader;
  }

  /** Names that a graph can use: its own and those of the graphs around it. */
  private record Scope(Set<String> names, @Nullable Scope around) {
    boolean has(String name) {
      for (Scope scope = this; scope != null; scope = scope.around) {
        if (scope.names.contains(name)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The graph with its nodes sorted. */
  OnnxGraph sorted(OnnxGraph graph) {
    return sorted(graph, null);
  }

  private OnnxGraph sorted(OnnxGraph graph, @Nullable Scope around) {
    Map<String, Integer> makers = makers(graph);
    Set<String> names = new HashSet<>(makers.keySet());
    names.addAll(graph.initializers().keySet());
    graph.inputs().forEach(input -> names.add(input.name()));
    Scope scope = new Scope(names, around);
    for (OnnxValue output : graph.outputs()) {
      if (!scope.has(output.name())) {
        throw undefined(
            graph, "graph '%s'".formatted(shown(graph.name())), "output", output.name());
      }
    }
    List<OnnxNode> nodes = new ArrayList<>();
    for (int place : order(graph, makers, scope)) {
      nodes.add(inner(graph.nodes().get(place), scope));
    }
    return new OnnxGraph(
        graph.name(), nodes, graph.initializers(), graph.inputs(), graph.outputs(), graph.values());
  }

  /** The node with its subgraphs sorted. */
  private OnnxNode inner(OnnxNode node, Scope scope) {
    if (subgraphs(node).isEmpty()) {
      return node;
    }
    Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
    node.attributes()
        .forEach(
            (name, value) ->
                attributes.put(
                    name,
                    value instanceof OnnxAttribute.Subgraph(OnnxGraph graph)
                        ? new OnnxAttribute.Subgraph(sorted(graph, scope))
                        : value));
    return new OnnxNode(
        node.name(), node.operator(), node.domain(), node.inputs(), node.outputs(), attributes);
  }

  /** Node that makes a value, by the value's name. */
  private Map<String, Integer> makers(OnnxGraph graph) {
    Set<String> given = new HashSet<>(graph.initializers().keySet());
    for (OnnxValue input : graph.inputs()) {
      if (!given.add(input.name())) {
        throw twice(graph, "an input twice", input.name());
      }
    }
    Map<String, Integer> makers = new HashMap<>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      OnnxNode node = graph.nodes().get(i);
      for (String output : node.outputs()) {
        if (output.isEmpty()) {
          continue;
        }
        if (given.contains(output)) {
          throw twice(node, "made by node '%s' and given".formatted(shown(node.name())), output);
        }
        Integer before = makers.put(output, i);
        if (before != null) {
          String other = shown(graph.nodes().get(before).name());
          throw twice(
              node, "made by nodes '%s' and '%s'".formatted(other, shown(node.name())), output);
        }
      }
    }
    return makers;
  }

  private List<Integer> order(OnnxGraph graph, Map<String, Integer> makers, Scope scope) {
    int count = graph.nodes().size();
    List<Set<Integer>> before = new ArrayList<>(count);
    List<List<Integer>> after = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      after.add(new ArrayList<>(2));
    }
    for (int i = 0; i < count; i++) {
      before.add(makersOfInputs(graph.nodes().get(i), makers, scope));
      for (int maker : before.get(i)) {
        after.get(maker).add(i);
      }
    }
    int[] waiting = before.stream().mapToInt(Set::size).toArray();
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < count; i++) {
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    List<Integer> order = new ArrayList<>(count);
    while (!ready.isEmpty()) {
      int next = ready.remove();
      order.add(next);
      for (int user : after.get(next)) {
        if (--waiting[user] == 0) {
          ready.add(user);
        }
      }
    }
    if (order.size() < count) {
      throw cycle(graph, before, waiting);
    }
    return order;
  }

  private Set<Integer> makersOfInputs(OnnxNode node, Map<String, Integer> makers, Scope scope) {
    Set<Integer> found = new LinkedHashSet<>();
    Set<String> inner = new LinkedHashSet<>();
    subgraphs(node).forEach(graph -> addFree(graph, new Scope(Set.of(), null), inner));
    for (String input : node.inputs()) {
      if (!input.isEmpty() && !scope.has(input)) {
        throw undefined(node, "node '%s'".formatted(shown(node.name())), "input", input);
      }
      Integer maker = makers.get(input);
      if (maker != null) {
        found.add(maker);
      }
    }
    for (String name : inner) {
      Integer maker = makers.get(name);
      if (maker != null) {
        found.add(maker);
      }
    }
    return found;
  }

  /** Names that a subgraph takes from around it. */
  private static void addFree(OnnxGraph graph, Scope around, Set<String> free) {
    Set<String> own = new HashSet<>(graph.initializers().keySet());
    graph.inputs().forEach(input -> own.add(input.name()));
    graph.nodes().forEach(node -> own.addAll(node.outputs()));
    Scope scope = new Scope(own, around);
    for (OnnxNode node : graph.nodes()) {
      node.inputs().stream().filter(name -> !scope.has(name)).forEach(free::add);
      subgraphs(node).forEach(inner -> addFree(inner, scope, free));
    }
    graph.outputs().stream()
        .map(OnnxValue::name)
        .filter(name -> !scope.has(name))
        .forEach(free::add);
  }

  private static List<OnnxGraph> subgraphs(OnnxNode node) {
    List<OnnxGraph> graphs = new ArrayList<>();
    for (OnnxAttribute attribute : node.attributes().values()) {
      if (attribute instanceof OnnxAttribute.Subgraph(OnnxGraph graph)) {
        graphs.add(graph);
      }
    }
    return graphs;
  }

  /** Every node that still waits has one before it that waits: going back runs into a circle. */
  private InvalidModelException cycle(OnnxGraph graph, List<Set<Integer>> before, int[] waiting) {
    int node = 0;
    while (waiting[node] == 0) {
      node++;
    }
    LinkedHashSet<Integer> path = new LinkedHashSet<>();
    while (path.add(node)) {
      node = before.get(node).stream().filter(i -> waiting[i] > 0).findFirst().orElseThrow();
    }
    List<Integer> circle = new ArrayList<>(path);
    circle = circle.subList(circle.indexOf(node), circle.size()).reversed();
    List<String> names =
        circle.stream().limit(SHOWN_NODES).map(i -> shown(graph.nodes().get(i).name())).toList();
    return source.invalid(
        reader.offset(graph.nodes().get(node)),
        "order of nodes",
        "a circle of %d nodes: %s".formatted(circle.size(), String.join(" -> ", names)),
        "no node that needs its own result",
        Source.DAMAGED);
  }

  private InvalidModelException twice(Object owner, String observed, String name) {
    return source.invalid(
        reader.offset(owner),
        "value '%s'".formatted(shown(name)),
        observed,
        "one origin",
        "rename one of them: a name stands for one value");
  }

  private InvalidModelException undefined(Object owner, String what, String kind, String name) {
    return source.invalid(
        reader.offset(owner),
        "%s of %s".formatted(kind, what),
        "'%s', which nothing makes".formatted(shown(name)),
        "an input, an initializer or an output of a node",
        Source.DAMAGED);
  }

  private static String shown(String text) {
    return InvalidModelException.shown(text);
  }
}
