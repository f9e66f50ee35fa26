package org.lightpath.cloud.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

/** Queues whose means are known, and how well a simulated mean must meet them. */
final class Cases {
  /** Carried in no time. */
  static final Carriage AT_ONCE = new Carriage(0, 0);

  /** Student's t for 99.9 % over that for 95 %, 29 degrees of freedom: 3.659/2.045. */
  private static final double WIDER = 1.79;

  private Cases() {}

  static EdgeTraffic poisson(String name, double rate) {
    return new EdgeTraffic(name, new ArrivalProcess.Poisson(rate), AT_ONCE, AT_ONCE);
  }

  static TrafficResult run(ComputingCentre centre, double duration, EdgeTraffic... nodes) {
    // The first twentieth is warm-up: at these loads hundreds of relaxation times.
    TrafficSpec.Run run = new TrafficSpec.Run(duration, duration / 20, 20260101, 100);
    return TrafficSimulation.run(new TrafficSpec(List.of(nodes), centre, run));
  }

  /** The mean lies in its 99.9 % interval around the theory, and that interval is narrow. */
  static void assertMean(Durations simulated, double theory) {
    assertThat(simulated.confidence()).isLessThan(0.06 * theory);
    assertThat(simulated.mean()).isCloseTo(theory, within(WIDER * simulated.confidence()));
  }

  /** Erlang C: probability that all c servers are busy, offered a erlangs. */
  static double erlangC(int c, double a) {
    double b = erlangB(c, a);
    return b / (1 - a / c * (1 - b));
  }

  /** Erlang B by its recursion: probability that all c servers are busy when nobody waits. */
  static double erlangB(int c, double a) {
    double b = 1;
    for (int k = 1; k <= c; k++) {
      b = a * b / (k + a * b);
    }
    return b;
  }
}
