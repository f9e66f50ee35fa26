package org.lightpath.cli.cloud;

import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.core.quantity.QuantityKind;

/** Keys of the section {@code traffic}: how often edge nodes ask, and what the centre has. */
final class TrafficKeys {
  /** How requests arrive. */
  enum Arrivals {
    POISSON,
    REGULAR
  }

  static final Key<Double> RATE =
      Key.of(
              "requestRate",
              Types.quantity(QuantityKind.FREQUENCY).above(0, "requests come"),
              "Requests of each edge node per second; each asks for one inference.")
          .require();

  static final Key<Arrivals> ARRIVALS =
      Key.of("arrivals", Types.choice(Arrivals.class), "poisson: at random; regular: evenly.")
          .defaultsTo("poisson", "independent users");

  static final Key<Long> CORES =
      Key.of(
              "cores",
              Types.whole(1, 65_536, "at least one"),
              "Inferences that the centre computes side by side.")
          .defaultsTo("1", "one core");

  static final Key<Long> QUEUE =
      Key.of(
          "queue",
          Types.whole(0, 1_000_000_000, "a number of requests"),
          "Requests that may wait at the centre; more are refused. Default: as many as come.");

  static final Key<Long> REQUESTS =
      Key.of(
              "requests",
              Types.whole(100, 100_000_000, "enough for percentiles"),
              "Requests that are simulated.")
          .defaultsTo("100000", "a thousand beyond the 99th percentile");

  static final Key<Values> TRAFFIC =
      Key.of(
          "traffic",
          Types.section(
              Section.named("traffic", "How often edge nodes ask, and what the centre has.")
                  .keys(RATE, ARRIVALS, CORES, QUEUE, REQUESTS)
                  .build()),
          "Requests of the edge nodes, simulated event by event. Default: none.");

  private TrafficKeys() {}
}
