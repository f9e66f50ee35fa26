package org.lightpath.cloud.traffic;

import java.util.ArrayList;
import java.util.List;

/** Puts the result of a run together. */
final class ResultBuilder {
  private final TrafficSpec spec;
  private final List<NodeState> nodes;
  private final CentreState centre;
  private final double counted;

  ResultBuilder(TrafficSpec spec, List<NodeState> nodes, CentreState centre) {
    this.spec = spec;
    this.nodes = nodes;
    this.centre = centre;
    this.counted = spec.run().duration() - spec.run().warmUp();
  }

  TrafficResult build(long events) {
    List<TrafficResult.NodeResult> results = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      NodeState node = nodes.get(i);
      TrafficResult.Flow flow =
          flow(
              node.arisenCounted,
              node.servedCounted,
              node.lostCounted,
              Durations.of(node.latencies.toArray()));
      results.add(
          new TrafficResult.NodeResult(
              spec.nodes().get(i).name(),
              flow,
              node.uplink.utilisation(),
              node.downlink.utilisation(),
              Durations.of(node.uplinkWaits.toArray())));
    }
    TrafficResult.Flow total =
        flow(
            nodes.stream().mapToLong(n -> n.arisenCounted).sum(),
            nodes.stream().mapToLong(n -> n.servedCounted).sum(),
            nodes.stream().mapToLong(n -> n.lostCounted).sum(),
            Durations.of(centre.latencies.toArray()));
    TrafficResult.Bookkeeping books = bookkeeping(events);
    return new TrafficResult(
        total, results, centreResult(), books, LoadReport.warnings(spec, books.requests()));
  }

  private TrafficResult.Flow flow(long offered, long served, long lost, Durations latency) {
    return new TrafficResult.Flow(offered / counted, served / counted, lost, latency);
  }

  private TrafficResult.CentreResult centreResult() {
    return new TrafficResult.CentreResult(
        centre.occupied.mean() / spec.centre().slots(),
        centre.queue.mean(),
        centre.batches == 0 ? 0 : (double) centre.servedRequests / centre.batches,
        Durations.of(centre.waits.toArray()),
        new TrafficResult.QueueSeries(centre.interval(), centre.series));
  }

  private TrafficResult.Bookkeeping bookkeeping(long events) {
    return new TrafficResult.Bookkeeping(
        new TrafficResult.Count(
            nodes.stream().mapToLong(n -> n.arisen).sum(),
            nodes.stream().mapToLong(n -> n.served).sum(),
            nodes.stream().mapToLong(n -> n.lost).sum(),
            events),
        centre.queue.whole(),
        centre.waitSum,
        centre.system.whole(),
        centre.systemSum);
  }
}
