package org.lightpath.cloud.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WavelengthPlannerTest {
  private static final AssignmentPolicy FIRST = new AssignmentPolicy.FirstFit();

  private static Network ring() {
    return MetroNetworks.ring().network();
  }

  private static DwdmGrid grid(int channels) {
    return DwdmGrid.around(100e9, channels);
  }

  private static Network line() {
    NetworkBuilder builder = new NetworkBuilder("line");
    for (String name : List.of("a", "b", "c", "d")) {
      builder.node(Networks.open(name));
    }
    return builder
        .link("a", "b", Networks.bare(1))
        .link("b", "c", Networks.bare(1))
        .link("c", "d", Networks.bare(1))
        .build();
  }

  @Test
  void wavelengthsStayTheSameAlongTheWayAndNoFibreCarriesOneTwice() {
    List<Demand> demands = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      demands.addAll(Demand.bothWays("edge-" + i, "centre", 2));
    }
    WavelengthPlan plan = new WavelengthPlanner(ring(), grid(8), 2, FIRST).plan(demands);
    assertThat(plan.lightpaths()).hasSize(10);
    Set<String> used = new HashSet<>();
    for (Lightpath lightpath : plan.lightpaths()) {
      assertThat(lightpath.channels()).hasSize(2);
      for (FiberLink link : lightpath.path().links()) {
        for (int channel : lightpath.channels()) {
          assertThat(used.add(link.name() + channel)).isTrue();
        }
      }
    }
    assertThat(plan.of("edge-1>centre").channels()).containsExactly(0, 1);
    assertThat(plan.of("edge-2>centre").channels()).containsExactly(2, 3);
    assertThat(plan.occupancy().get("edge-1>centre")).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void aFullFibreSendsTheNextDemandTheOtherWayRound() {
    List<Demand> demands =
        List.of(
            new Demand("first", "edge-1", "centre", 2),
            new Demand("second", "edge-1", "centre", 1));
    WavelengthPlan plan = new WavelengthPlanner(ring(), grid(2), 2, FIRST).plan(demands);
    assertThat(plan.of("first").path().nodes()).hasSize(2);
    assertThat(plan.of("second").path().nodes()).hasSize(6);
    assertThatThrownBy(() -> new WavelengthPlanner(ring(), grid(2), 1, FIRST).plan(demands))
        .isInstanceOfSatisfying(
            RoutingException.class, e -> assertThat(e.demand()).isEqualTo("second"))
        .hasMessageContaining("demand 'second'")
        .hasMessageContaining("fibre 'edge-1>centre' has 0 of 2 free (in use by first)")
        .hasMessageContaining("more channels (now 2)")
        .hasMessageContaining("more ways than 1");
  }

  @Test
  void firstFitSkipsWhatIsTakenAnywhereOnTheWay() {
    List<Demand> staggered =
        List.of(
            new Demand("x", "b", "d", 1), // channel 0 on b-c and c-d
            new Demand("y", "a", "c", 1), // 0 is taken on b-c: channel 1 on a-b and b-c
            new Demand("z", "a", "b", 1), // 0 is free on a-b
            new Demand("w", "c", "d", 1)); // 0 is taken on c-d, 1 is free
    WavelengthPlan plan = new WavelengthPlanner(line(), grid(2), 1, FIRST).plan(staggered);
    assertThat(plan.of("y").channels()).containsExactly(1);
    assertThat(plan.of("z").channels()).containsExactly(0);
    assertThat(plan.of("w").channels()).containsExactly(1);
    List<Demand> more = new ArrayList<>(staggered);
    more.add(new Demand("v", "a", "c", 1));
    assertThatThrownBy(() -> new WavelengthPlanner(line(), grid(2), 3, FIRST).plan(more))
        .hasMessageContaining("fibre 'b>c' has 0 of 2 free (in use by x, y)");
  }

  @Test
  void theMessageSaysWhenOnlyContinuityFails() {
    // Random fit leaves the two fibres with different free channels for some seed.
    List<Demand> demands =
        List.of(
            new Demand("ab", "a", "b", 1),
            new Demand("bc", "b", "c", 1),
            new Demand("ac", "a", "c", 1));
    boolean met = false;
    for (long seed = 0; seed < 20 && !met; seed++) {
      WavelengthPlanner planner =
          new WavelengthPlanner(line(), grid(2), 1, new AssignmentPolicy.RandomFit(seed));
      try {
        planner.plan(demands);
      } catch (RoutingException e) {
        met = true;
        assertThat(e)
            .hasMessageContaining("free on all of them at once are only channels []")
            .hasMessageContaining("a>b in use")
            .hasMessageContaining("b>c in use");
      }
    }
    assertThat(met).isTrue();
    assertThat(new WavelengthPlanner(line(), grid(2), 1, FIRST).plan(demands).lightpaths())
        .hasSize(3);
  }

  @Test
  void mostUsedReusesWhatIsLitElsewhere() {
    List<Demand> demands =
        List.of(
            new Demand("p", "a", "b", 1),
            new Demand("q", "a", "b", 1),
            new Demand("r", "c", "d", 1),
            new Demand("s", "d", "c", 1),
            new Demand("t", "b", "a", 1));
    WavelengthPlan plan =
        new WavelengthPlanner(line(), grid(4), 1, new AssignmentPolicy.MostUsed()).plan(demands);
    assertThat(plan.of("q").channels()).containsExactly(1);
    assertThat(plan.of("t").channels()).containsExactly(0);
    // Channel 0 is blocked on a-b; of 1, 2 and 3 only channel 1 is lit anywhere.
    List<Demand> more = new ArrayList<>(demands);
    more.addFirst(new Demand("o", "b", "c", 3));
    more.add(new Demand("u", "b", "c", 1));
    WavelengthPlan packed =
        new WavelengthPlanner(line(), grid(4), 1, new AssignmentPolicy.MostUsed()).plan(more);
    assertThat(packed.of("u").channels()).containsExactly(3);
    assertThat(packed.of("p").channels()).containsExactly(0);
  }

  @Test
  void randomFitFollowsItsSeed() {
    List<Demand> demands = List.of(new Demand("a", "c", 3), new Demand("b", "d", 2));
    Set<List<Integer>> seen = new HashSet<>();
    for (long seed = 0; seed < 12; seed++) {
      AssignmentPolicy policy = new AssignmentPolicy.RandomFit(seed);
      WavelengthPlan one = new WavelengthPlanner(line(), grid(16), 1, policy).plan(demands);
      assertThat(new WavelengthPlanner(line(), grid(16), 1, policy).plan(demands)).isEqualTo(one);
      seen.add(one.of("a>c").channels());
    }
    assertThat(seen).hasSizeGreaterThan(6);
  }

  @Test
  void demandsThatCannotBeMetAreNamed() {
    assertThatThrownBy(
            () ->
                new WavelengthPlanner(line(), grid(2), 1, FIRST)
                    .plan(List.of(new Demand("big", "a", "b", 3))))
        .hasMessageContaining("'big' asks for 3 wavelengths, the grid has 2");
    assertThatThrownBy(
            () ->
                new WavelengthPlanner(MetroNetworks.tree().network(), grid(2), 1, FIRST)
                    .plan(List.of(new Demand("peer", "edge-1", "edge-2", 1))))
        .isInstanceOf(RoutingException.class)
        .hasMessageContaining("demand 'peer': no route");
    assertThatThrownBy(
            () ->
                new WavelengthPlanner(line(), grid(2), 1, FIRST)
                    .plan(List.of(new Demand("a", "b", 1), new Demand("a", "b", 1))))
        .hasMessageContaining("'a>b' occurs twice");
    assertThatThrownBy(() -> new Demand("a", "a", 1)).hasMessageContaining("'a'");
    assertThatThrownBy(() -> new Demand("a", "b", 0)).hasMessageContaining("0 wavelengths");
  }

  @Test
  void aPlanWithACollisionIsRefused() {
    Network network = line();
    NetworkPath way = new Router(network).shortest("a", "c");
    Lightpath one = new Lightpath(new Demand("one", "a", "c", 1), way, List.of(1));
    Lightpath two = new Lightpath(new Demand("two", "a", "c", 1), way, List.of(1));
    assertThatThrownBy(() -> new WavelengthPlan(grid(2), List.of(one, two)))
        .hasMessageContaining("'one' and 'two'")
        .hasMessageContaining("channel 1")
        .hasMessageContaining("'a>b'");
  }
}
