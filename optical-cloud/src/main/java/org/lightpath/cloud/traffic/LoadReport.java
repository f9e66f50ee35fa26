package org.lightpath.cloud.traffic;

import java.util.ArrayList;
import java.util.List;

/** Loads that no queue stands in the long run, and losses. */
final class LoadReport {
  private LoadReport() {}

  static List<String> warnings(TrafficSpec spec, TrafficResult.Count count) {
    List<String> warnings = new ArrayList<>();
    double rate = 0;
    for (EdgeTraffic node : spec.nodes()) {
      double own = node.arrivals().meanRate();
      rate += own;
      overload(
          warnings,
          "uplink of node '%s'".formatted(node.name()),
          own * node.uplink().transmission(),
          "more wavelengths, a higher symbol rate or fewer requests");
      overload(
          warnings,
          "downlink of node '%s'".formatted(node.name()),
          own * node.downlink().transmission(),
          "more wavelengths, a higher symbol rate or fewer requests");
    }
    overload(
        warnings,
        "computing centre",
        rate / spec.centre().largestRate(),
        "more core slots, larger batches, a shorter service time or fewer requests");
    if (count.lost() > 0) {
      warnings.add(
          "%d of %d requests found a full queue and were lost; give queues more places or offer fewer requests"
              .formatted(count.lost(), count.arisen()));
    }
    return warnings;
  }

  private static void overload(List<String> warnings, String what, double load, String help) {
    if (load >= 1) {
      warnings.add(
          "%s: load is %.4g, at least 1: its queue grows as long as the run lasts (or loses requests, if bounded), so waiting times say nothing but the duration; it takes %s"
              .formatted(what, load, help));
    }
  }
}
