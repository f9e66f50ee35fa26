package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.traffic.ArrivalProcess;
import org.lightpath.cloud.traffic.Carriage;
import org.lightpath.cloud.traffic.ComputingCentre;
import org.lightpath.cloud.traffic.Durations;
import org.lightpath.cloud.traffic.EdgeTraffic;
import org.lightpath.cloud.traffic.ServiceTime;
import org.lightpath.cloud.traffic.TrafficSimulation;
import org.lightpath.cloud.traffic.TrafficSpec;

/**
 * G3: requests at a centre of one core and one service time s wait W = ρs/(2(1 − ρ)) on average
 * (Pollaczek and Khinchine). The confidence of the mean comes from batch means: half a 95 %
 * interval, Student's t of 29 degrees of freedom.
 */
class G03CentreQueueTest {
  static final double[] LOADS = {0.3, 0.6, 0.8};
  static final double SERVICE = 1e-3;

  /** Of the mean wait: half its 95 % interval may be no wider. */
  static final double NARROW = 0.06;

  /** Student's t for 99.9 % over that for 95 %. */
  private static final double WIDER = 3.659 / 2.045;

  private static Durations waiting(ServiceTime service, double load) {
    Carriage atOnce = new Carriage(0, 0);
    EdgeTraffic edge =
        new EdgeTraffic("edge", new ArrivalProcess.Poisson(load / SERVICE), atOnce, atOnce);
    double duration = 600;
    return TrafficSimulation.run(
            new TrafficSpec(
                List.of(edge),
                new ComputingCentre(1, service),
                new TrafficSpec.Run(duration, duration / 20, 20260101, 100)))
        .centre()
        .waiting();
  }

  private static double expected(double load) {
    return load * SERVICE / (2 * (1 - load));
  }

  @Test
  void meanWaitIsThatOfPollaczekAndKhinchine() {
    for (double load : LOADS) {
      Durations waiting = waiting(ServiceTime.fixed(SERVICE), load);
      assertThat(waiting.confidence()).isLessThan(NARROW * expected(load));
      assertThat(waiting.mean())
          .as("mean wait at load %s", load)
          .isCloseTo(expected(load), within(WIDER * waiting.confidence()));
    }
  }

  /** Counter-check: service times that vary as exponential ones make waits twice as long. */
  @Test
  void variableServiceWaitsTwiceAsLong() {
    Durations waiting = waiting(ServiceTime.exponential(SERVICE), LOADS[1]);
    double tolerance = WIDER * waiting.confidence();
    assertThat(waiting.mean()).isCloseTo(2 * expected(LOADS[1]), within(tolerance));
    assertThat(waiting.mean() - expected(LOADS[1])).isGreaterThan(3 * tolerance);
  }
}
