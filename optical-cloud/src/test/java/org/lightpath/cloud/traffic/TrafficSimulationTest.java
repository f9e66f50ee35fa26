package org.lightpath.cloud.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficSimulationTest {
  private static EdgeTraffic every(double interval, double first, Carriage up, Carriage down) {
    return new EdgeTraffic(
        "edge-" + first, new ArrivalProcess.Deterministic(interval, first), up, down);
  }

  private static TrafficResult run(double duration, ComputingCentre centre, EdgeTraffic... nodes) {
    return TrafficSimulation.run(
        new TrafficSpec(List.of(nodes), centre, new TrafficSpec.Run(duration, 0, 3, 40)));
  }

  private static TrafficSpec busy(long seed, ComputingCentre centre) {
    List<EdgeTraffic> nodes = new ArrayList<>();
    nodes.add(
        new EdgeTraffic(
            "poisson",
            new ArrivalProcess.Poisson(300),
            new Carriage(2e-3, 1e-3).withCapacity(3),
            new Carriage(1e-3, 1e-3),
            1));
    nodes.add(
        new EdgeTraffic(
            "bursts",
            new ArrivalProcess.OnOff(900, 0.05, 0.1),
            new Carriage(1e-3, 2e-3),
            new Carriage(5e-4, 2e-3),
            0));
    nodes.add(every(5e-3, 1e-3, new Carriage(1e-3, 0), new Carriage(0, 0)));
    return new TrafficSpec(nodes, centre, new TrafficSpec.Run(40, 2, seed, 200));
  }

  private static List<ComputingCentre> centres() {
    List<ComputingCentre> centres = new ArrayList<>();
    for (ComputingCentre.Discipline discipline : ComputingCentre.Discipline.values()) {
      ComputingCentre plain =
          new ComputingCentre(2, ServiceTime.exponential(2.3e-3)).withDiscipline(discipline);
      centres.add(plain);
      centres.add(plain.withCapacity(4));
      centres.add(plain.withBatching(4, 3e-3));
      centres.add(plain.withBatching(8, 0).withCapacity(1));
    }
    return centres;
  }

  /**
   * Little's law as bookkeeping: integrals of numbers equal sums of times, for every discipline.
   */
  @Test
  void booksBalance() {
    for (ComputingCentre centre : centres()) {
      TrafficResult result = TrafficSimulation.run(busy(11, centre));
      TrafficResult.Bookkeeping books = result.bookkeeping();
      TrafficResult.Count count = books.requests();
      assertThat(count.arisen()).isEqualTo(count.served() + count.lost()).isGreaterThan(20_000);
      // Sums of 1e5 terms of alternating rounding: their number times one unit in the last place.
      double rounding = count.events() * Math.ulp(1.0);
      assertThat(books.queueIntegral()).isPositive();
      assertThat(books.queueIntegral()).isCloseTo(books.waitSum(), within(rounding * 40));
      assertThat(books.systemIntegral()).isCloseTo(books.systemSum(), within(rounding * 40 * 40));
      long counted = result.nodes().stream().mapToLong(n -> n.flow().latency().count()).sum();
      assertThat(result.total().latency().count()).isEqualTo(counted);
      assertThat(counted + result.total().lost())
          .isEqualTo(Math.round(result.total().offered() * 38));
      if (centre.capacity().isPresent()) {
        assertThat(result.centre().queue().waiting())
            .allMatch(n -> n <= centre.capacity().getAsInt());
        assertThat(count.lost()).isPositive();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameResultAndAnotherSeedAnother() {
    for (ComputingCentre centre : centres()) {
      TrafficResult one = TrafficSimulation.run(busy(1, centre));
      assertThat(TrafficSimulation.run(busy(1, centre))).isEqualTo(one);
      assertThat(TrafficSimulation.run(busy(2, centre))).isNotEqualTo(one);
    }
  }

  @Test
  void withoutLoadTheLatencyIsTheSumOfItsParts() {
    Carriage up = Carriage.ofBits(1e6, 100e9, 98e-6);
    Carriage down = Carriage.ofSymbols(1001, 10e9, 4, 98e-6);
    TrafficResult result =
        run(20, new ComputingCentre(1, ServiceTime.fixed(3e-3)), every(1, 0.25, up, down));
    double sum = 1e-5 + 98e-6 + 3e-3 + 251 / 10e9 + 98e-6;
    Durations latency = result.total().latency();
    assertThat(latency.count()).isEqualTo(20);
    // Times are near 20 s, differences round to their last place.
    double rounding = 8 * Math.ulp(20.0);
    assertThat(latency.mean()).isCloseTo(sum, within(rounding));
    assertThat(latency.percentiles().p50()).isCloseTo(sum, within(rounding));
    assertThat(latency.percentiles().max()).isCloseTo(sum, within(rounding));
    assertThat(result.centre().waiting().mean()).isZero();
    assertThat(result.centre().utilisation()).isCloseTo(3e-3, within(rounding));
    assertThat(result.nodes().getFirst().uplinkUtilisation()).isCloseTo(1e-5, within(rounding));
    assertThat(result.warnings()).isEmpty();
  }

  /** Two nodes ask at once: the second waits exactly one service. */
  @Test
  void aScheduleByHand() {
    Carriage fast = new Carriage(0.5, 0.25);
    EdgeTraffic first = every(8, 0, fast, fast);
    EdgeTraffic second = every(8, 1, fast, fast);
    // Reach at 0.75 and 1.75; service of 2 s from 0.75 and 2.75; back at 3.5 and 5.5.
    TrafficResult result = run(8, new ComputingCentre(1, ServiceTime.fixed(2)), first, second);
    assertThat(result.nodes().get(0).flow().latency().mean()).isEqualTo(3.5);
    assertThat(result.nodes().get(1).flow().latency().mean()).isEqualTo(4.5);
    assertThat(result.centre().waiting().percentiles().max()).isEqualTo(1);
    assertThat(result.centre().meanQueue()).isEqualTo(1.0 / 8);
    assertThat(result.centre().utilisation()).isEqualTo(0.5);
    // One waits from 1.75 to 2.75: points every 0.2 s.
    List<Integer> queue = result.centre().queue().waiting();
    assertThat(queue).hasSize(40);
    for (int i = 0; i < 40; i++) {
      double t = i * result.centre().queue().interval();
      assertThat(queue.get(i)).as("at %s s", t).isEqualTo(t > 1.75 && t <= 2.75 ? 1 : 0);
    }
    TrafficResult parallel = run(8, new ComputingCentre(2, ServiceTime.fixed(2)), first, second);
    assertThat(parallel.nodes().get(1).flow().latency().mean()).isEqualTo(3.5);
    assertThat(parallel.centre().utilisation()).isEqualTo(0.25);
  }

  /** Batches of at most 3 with a window of 1 s; a batch takes 0.5 s and 0.25 s for each request. */
  @Test
  void batchesByHand() {
    ServiceTime service = new ServiceTime(0.5, 0.25, ServiceTime.Law.FIXED);
    ComputingCentre centre = new ComputingCentre(1, service).withBatching(3, 1);
    // Two come at 0 and 0.5: the window of the older one ends at 1, both leave at 2.
    TrafficResult two = run(4, centre, at(0, 0), at(0.5, 0));
    assertThat(two.nodes().get(0).flow().latency().mean()).isEqualTo(2);
    assertThat(two.nodes().get(1).flow().latency().mean()).isEqualTo(1.5);
    assertThat(two.centre().meanBatch()).isEqualTo(2);
    // The third fills the batch at 0.75, which leaves at 2; the fourth waits for slot and window.
    TrafficResult four = run(4, centre, at(0, 0), at(0.5, 0), at(0.75, 0), at(0.875, 0));
    assertThat(four.nodes().get(2).flow().latency().mean()).isEqualTo(1.25);
    assertThat(four.nodes().get(3).flow().latency().mean()).isEqualTo(2 - 0.875 + 0.75);
    assertThat(four.centre().meanBatch()).isEqualTo(2);
    // Without a window the first goes alone and the others together.
    TrafficResult greedy =
        run(4, centre.withBatching(3, 0), at(0, 0), at(0.5, 0), at(0.625, 0), at(0.6875, 0));
    assertThat(greedy.nodes().get(0).flow().latency().mean()).isEqualTo(0.75);
    assertThat(greedy.nodes().get(3).flow().latency().mean()).isEqualTo(0.75 - 0.6875 + 1.25);
    assertThat(greedy.centre().meanBatch()).isEqualTo(2);
  }

  private static EdgeTraffic at(double time, int priority) {
    return new EdgeTraffic(
        "at " + time,
        new ArrivalProcess.Deterministic(100, time),
        Cases.AT_ONCE,
        Cases.AT_ONCE,
        priority);
  }

  @Test
  void aBoundedUplinkLosesWhatFindsItFull() {
    // One every second, transmission takes 2.5 s, one may wait.
    EdgeTraffic edge = every(1, 0, new Carriage(2.5, 0).withCapacity(1), new Carriage(0, 0));
    TrafficResult result = run(6, new ComputingCentre(1, ServiceTime.fixed(1e-3)), edge);
    // 0 starts; 1 waits until 2.5; 2 is lost; 3 waits until 5; 4 is lost; 5 waits until 7.5.
    assertThat(result.bookkeeping().requests().arisen()).isEqualTo(6);
    assertThat(result.bookkeeping().requests().lost()).isEqualTo(2);
    assertThat(result.nodes().getFirst().uplinkWait().count()).isEqualTo(4);
    assertThat(result.nodes().getFirst().uplinkWait().percentiles().max()).isEqualTo(2.5);
    assertThat(result.warnings())
        .anyMatch(w -> w.contains("uplink of node 'edge-0.0'") && w.contains("2.500"))
        .anyMatch(w -> w.contains("2 of 6 requests"));
  }

  @Test
  void overloadIsSaidWithItsPlaceAndTheQueueGrows() {
    TrafficResult result =
        run(
            100,
            new ComputingCentre(2, ServiceTime.fixed(1e-2)),
            Cases.poisson("a", 150),
            Cases.poisson("b", 100));
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .contains("computing centre", "1.250", "core slots");
    List<Integer> queue = result.centre().queue().waiting();
    // It grows by 50 a second.
    assertThat(queue.getLast()).isBetween(3500, 6500);
    assertThat(result.centre().utilisation()).isBetween(0.99, 1.0);
    TrafficResult batched =
        run(
            100,
            new ComputingCentre(2, new ServiceTime(8e-3, 2e-3, ServiceTime.Law.FIXED))
                .withBatching(4, 0),
            Cases.poisson("a", 150),
            Cases.poisson("b", 100));
    assertThat(batched.warnings()).isEmpty();
    assertThat(batched.centre().meanBatch()).isGreaterThan(1.1);
  }

  @Test
  void arrivalsOfANodeDoNotDependOnTheOthers() {
    ComputingCentre centre = new ComputingCentre(1, ServiceTime.fixed(1e-6));
    TrafficResult alone = run(50, centre, Cases.poisson("a", 100));
    TrafficResult both = run(50, centre, Cases.poisson("a", 100), Cases.poisson("b", 100));
    assertThat(both.nodes().get(0).flow().offered())
        .isEqualTo(alone.nodes().get(0).flow().offered());
    assertThat(both.nodes().get(1).flow().offered())
        .isNotEqualTo(both.nodes().get(0).flow().offered());
  }

  @Test
  void aMillionRequestsAreCountedWell() {
    TrafficResult result =
        run(1000, new ComputingCentre(1, ServiceTime.fixed(1e-4)), Cases.poisson("edge", 1000));
    // Five standard deviations of a Poisson number.
    assertThat(result.total().offered()).isCloseTo(1000, within(5 * Math.sqrt(1000 / 1000.0)));
    assertThat(result.bookkeeping().requests().events())
        .isEqualTo(4 * result.bookkeeping().requests().arisen());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    ComputingCentre centre = new ComputingCentre(1, ServiceTime.fixed(1));
    TrafficSpec.Run run = new TrafficSpec.Run(1, 1);
    assertThatThrownBy(() -> new TrafficSpec(List.of(), centre, run))
        .hasMessageContaining("no edge nodes");
    EdgeTraffic a = Cases.poisson("a", 1);
    assertThatThrownBy(() -> new TrafficSpec(List.of(a, a), centre, run))
        .hasMessageContaining("'a' occurs twice");
    assertThatThrownBy(() -> new TrafficSpec(List.of(Cases.poisson("a", 1e9)), centre, run))
        .hasMessageContaining("shorten the duration");
    assertThatThrownBy(() -> new TrafficSpec.Run(1, 1, 0, 0)).hasMessageContaining("warm-up");
    assertThatThrownBy(() -> new ArrivalProcess.Poisson(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new ArrivalProcess.OnOff(1, -1, 1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new Carriage(-1, 0)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> Carriage.ofSymbols(1, 1e9, 0, 0)).hasMessageContaining("0 streams");
    assertThatThrownBy(() -> new ServiceTime(0, 0, ServiceTime.Law.FIXED))
        .hasMessageContaining("service time");
    assertThatThrownBy(() -> new ComputingCentre(0, ServiceTime.fixed(1)))
        .hasMessageContaining("0 core slots");
    assertThatThrownBy(() -> centre.withBatching(0, 0)).hasMessageContaining("largest batch");
    assertThatThrownBy(
            () ->
                new EdgeTraffic(
                    "a",
                    new ArrivalProcess.Poisson(1),
                    Cases.AT_ONCE,
                    Cases.AT_ONCE.withCapacity(1)))
        .hasMessageContaining("'a'")
        .hasMessageContaining("results are never thrown away");
  }
}
