package org.lightpath.cloud.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lightpath.core.random.Philox;

class RouterTest {
  private static int draw(int graph, int element, int bound) {
    int[] words = new int[4];
    Philox.words(7, graph, 0, element, words);
    return (int) (Philox.uniform(words[0]) * bound);
  }

  /** Up to 7 nodes, some of which end light; lengths of 1 to 5 km, so that many ways are equal. */
  private static Network random(int graph) {
    NetworkBuilder builder = new NetworkBuilder("random-" + graph);
    int nodes = 4 + draw(graph, 0, 4);
    for (int i = 0; i < nodes; i++) {
      builder.node(draw(graph, 100 + i, 4) == 0 ? Networks.edge("n" + i) : Networks.open("n" + i));
    }
    for (int i = 0; i < nodes; i++) {
      builder.directedLink(
          "n" + i, "n" + (i + 1) % nodes, Networks.bare(1 + draw(graph, 200 + i, 5)));
      for (int j = 0; j < nodes; j++) {
        if (i != j && draw(graph, 1000 + 10 * i + j, 3) == 0) {
          builder.directedLink(
              "n" + i, "n" + j, Networks.bare(1 + draw(graph, 2000 + 10 * i + j, 5)));
        }
      }
    }
    return builder.build();
  }

  private static void enumerate(
      Network network, String at, String to, List<FiberLink> way, List<NetworkPath> all) {
    for (FiberLink link : network.links()) {
      boolean visited = way.stream().anyMatch(l -> l.from().equals(link.to()));
      boolean passes = way.isEmpty() || network.node(at).passes();
      if (!link.from().equals(at) || visited || !passes) {
        continue;
      }
      List<FiberLink> longer = new ArrayList<>(way);
      longer.add(link);
      if (link.to().equals(to)) {
        all.add(new NetworkPath(longer));
      } else {
        enumerate(network, link.to(), to, longer, all);
      }
    }
  }

  @Test
  void theKShortestWaysAreThoseOfAnEnumeration() {
    int compared = 0;
    for (int graph = 0; graph < 60; graph++) {
      Network network = random(graph);
      List<NetworkPath> all = new ArrayList<>();
      enumerate(network, "n0", "n2", List.of(), all);
      if (all.isEmpty()) {
        assertThatThrownBy(() -> new Router(network).shortest("n0", "n2", 5))
            .isInstanceOf(RoutingException.class);
        continue;
      }
      List<Long> expected =
          all.stream().map(way -> Math.round(way.length() * 1e3)).sorted().limit(12).toList();
      List<NetworkPath> found = new Router(network).shortest("n0", "n2", 12);
      assertThat(found.stream().map(way -> Math.round(way.length() * 1e3)).toList())
          .as("graph %d", graph)
          .isEqualTo(expected);
      Set<NetworkPath> distinct = new HashSet<>(found);
      assertThat(distinct).hasSameSizeAs(found).isSubsetOf(all);
      compared += found.size();
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void equalWaysComeInAFixedOrder() {
    NetworkBuilder builder = new NetworkBuilder("diamond");
    for (String name : List.of("s", "x", "y", "z", "t")) {
      builder.node(Networks.open(name));
    }
    Network network =
        builder
            .link("s", "y", Networks.bare(0.1))
            .link("y", "t", Networks.bare(0.2))
            .link("s", "x", Networks.bare(0.2))
            .link("x", "t", Networks.bare(0.1))
            .link("s", "z", Networks.bare(0.3))
            .directedLink("s", "t", Networks.bare(0.3))
            .build();
    // 0.1 + 0.2 and 0.2 + 0.1 differ from 0.3 by rounding; the fibres do not.
    List<NetworkPath> ways = new Router(network).shortest("s", "t", 5);
    assertThat(ways)
        .extracting(NetworkPath::toString)
        .containsExactly("s > t", "s > y > t", "s > x > t");
  }

  @Test
  void splittersLetNoLightFromBranchToBranch() {
    Network tree = MetroNetworks.tree().network();
    Router router = new Router(tree);
    assertThat(router.shortest("edge-1", "centre", 5)).hasSize(1);
    assertThat(router.shortest("centre", "edge-3", 5)).hasSize(1);
    assertThatThrownBy(() -> router.shortest("edge-1", "edge-2"))
        .isInstanceOf(RoutingException.class)
        .hasMessageContaining("'edge-1'")
        .hasMessageContaining("'edge-2'")
        .hasMessageContaining("Light ends at centre");
    // A centre that passes light would let it come back down: the obstacle is not the tap alone.
    assertThat(router.shortest("centre", "edge-1").nodes())
        .containsExactly("centre", "splitter", "edge-1");
  }

  @Test
  void aMissingRouteNamesTheCut() {
    NetworkBuilder builder = new NetworkBuilder("cut");
    for (String name : List.of("a", "b", "c", "d")) {
      builder.node(Networks.open(name));
    }
    Network network =
        builder
            .link("a", "b", Networks.bare(1))
            .link("c", "d", Networks.bare(1))
            .directedLink("c", "b", Networks.bare(1))
            .build();
    assertThatThrownBy(() -> new Router(network).shortest("a", "d"))
        .isInstanceOf(RoutingException.class)
        .hasMessageContaining("{a, b} and {c, d}")
        .hasMessageContaining("Add a fibre");
    assertThat(new Router(network).shortest("d", "a").nodes()).containsExactly("d", "c", "b", "a");
  }

  @Test
  void endsNeedPorts() {
    Router router = new Router(MetroNetworks.tree().network());
    assertThatThrownBy(() -> router.shortest("splitter", "centre"))
        .hasMessageContaining("'splitter' has no add port");
    assertThatThrownBy(() -> router.shortest("centre", "splitter"))
        .hasMessageContaining("'splitter' has no drop port");
    assertThatThrownBy(() -> router.shortest("centre", "centre")).hasMessageContaining("itself");
    assertThatThrownBy(() -> router.shortest("centre", "edge-9"))
        .hasMessageContaining("edge-9")
        .hasMessageContaining("edge-4");
    assertThatThrownBy(() -> router.shortest("centre", "edge-1", 0)).hasMessageContaining("0");
  }
}
