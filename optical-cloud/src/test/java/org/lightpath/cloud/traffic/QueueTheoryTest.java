package org.lightpath.cloud.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mean waits against closed forms (Kleinrock, "Queueing Systems", vol. 1, 1975). */
class QueueTheoryTest {
  private static final double MEAN = 1e-3;

  /** M/M/1: W = ρ/(1 − ρ) s; the time in the system is exponential with mean s/(1 − ρ). */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.8})
  void oneExponentialServer(double load) {
    TrafficResult result =
        Cases.run(
            new ComputingCentre(1, ServiceTime.exponential(MEAN)),
            600,
            Cases.poisson("edge", load / MEAN));
    Cases.assertMean(result.centre().waiting(), load / (1 - load) * MEAN);
    Durations latency = result.total().latency();
    Cases.assertMean(latency, MEAN / (1 - load));
    double relative = 1.79 * latency.confidence() / latency.mean();
    double p90 = Math.log(10) * MEAN / (1 - load);
    // A quantile of an exponential distribution errs relatively about as its mean does.
    assertThat(latency.percentiles().p90()).isCloseTo(p90, within(2 * relative * p90));
    assertThat(latency.percentiles().p50())
        .isCloseTo(Math.log(2) * MEAN / (1 - load), within(2 * relative * p90));
    assertThat(latency.percentiles().p99()).isGreaterThan(latency.percentiles().p90());
    assertThat(latency.percentiles().max()).isGreaterThan(latency.percentiles().p99());
    // Number of requests is Poisson: five standard deviations of the load.
    double deviation = 5 * load / Math.sqrt(load / MEAN * 570);
    assertThat(result.centre().utilisation()).isCloseTo(load, within(2 * deviation));
    assertThat(result.centre().meanQueue())
        .isCloseTo(
            load * load / (1 - load),
            within(2 * 1.79 * result.centre().waiting().confidence() * load / MEAN));
  }

  /** M/D/1 (Pollaczek–Khinchine): W = ρ s/(2(1 − ρ)), half of M/M/1. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.8})
  void oneFixedServer(double load) {
    TrafficResult result =
        Cases.run(
            new ComputingCentre(1, ServiceTime.fixed(MEAN)),
            600,
            Cases.poisson("edge", load / MEAN));
    Cases.assertMean(result.centre().waiting(), load / (1 - load) * MEAN / 2);
  }

  /** The wavelengths of a node are an M/D/1 queue as well. */
  @Test
  void wavelengthsAreAQueueWithFixedTimes() {
    EdgeTraffic edge =
        new EdgeTraffic(
            "edge", new ArrivalProcess.Poisson(700), new Carriage(MEAN, 5e-3), Cases.AT_ONCE);
    TrafficResult result = Cases.run(new ComputingCentre(1, ServiceTime.fixed(1e-6)), 600, edge);
    Cases.assertMean(result.nodes().getFirst().uplinkWait(), 0.7 / 0.3 * MEAN / 2);
    double deviation = 5 * 0.7 / Math.sqrt(700 * 570);
    assertThat(result.nodes().getFirst().uplinkUtilisation()).isCloseTo(0.7, within(deviation));
    assertThat(result.nodes().getFirst().downlinkUtilisation()).isZero();
  }

  /** M/M/c (Erlang C): W = C(c, a) s/(c − a); several nodes together are one Poisson stream. */
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 10})
  void severalServers(int slots) {
    double erlangs = 0.75 * slots;
    double rate = erlangs / MEAN;
    TrafficResult result =
        Cases.run(
            new ComputingCentre(slots, ServiceTime.exponential(MEAN)),
            300,
            Cases.poisson("a", rate / 2),
            Cases.poisson("b", rate / 3),
            Cases.poisson("c", rate / 6));
    double theory = Cases.erlangC(slots, erlangs) * MEAN / (slots - erlangs);
    Cases.assertMean(result.centre().waiting(), theory);
    assertThat(result.nodes().getFirst().flow().offered())
        .isCloseTo(rate / 2, within(5 * Math.sqrt(rate / 2 / 285)));
  }

  /** Without places to wait the share lost is Erlang B, whatever the law of service times. */
  @Test
  void lossesWithoutAQueueAreErlangB() {
    for (ServiceTime service :
        new ServiceTime[] {ServiceTime.exponential(MEAN), ServiceTime.fixed(MEAN)}) {
      TrafficResult result =
          Cases.run(
              new ComputingCentre(3, service).withCapacity(0),
              300,
              Cases.poisson("edge", 2 / MEAN));
      double loss = Cases.erlangB(3, 2);
      double offered = result.total().offered() * 285;
      // Losses come in clusters: five deviations of independent ones, doubled.
      assertThat(result.total().lost() / offered)
          .isCloseTo(loss, within(10 * Math.sqrt(loss / offered)));
      assertThat(result.centre().waiting().percentiles().max()).isZero();
      assertThat(result.warnings()).anyMatch(w -> w.contains("lost"));
    }
  }

  /**
   * Priorities without interruption (Cobham): W₁ = R/(1 − ρ₁), W₂ = R/((1 − ρ₁)(1 − ρ)), R = λs².
   */
  @Test
  void prioritiesShareTheWaitAsCobhamSays() {
    EdgeTraffic urgent =
        new EdgeTraffic(
            "urgent", new ArrivalProcess.Poisson(300), Cases.AT_ONCE, Cases.AT_ONCE, -1);
    EdgeTraffic patient =
        new EdgeTraffic(
            "patient", new ArrivalProcess.Poisson(450), Cases.AT_ONCE, Cases.AT_ONCE, 5);
    ComputingCentre centre = new ComputingCentre(1, ServiceTime.exponential(MEAN));
    TrafficResult result =
        Cases.run(centre.withDiscipline(ComputingCentre.Discipline.PRIORITY), 600, patient, urgent);
    double residual = 750 * MEAN * MEAN;
    Cases.assertMean(result.nodes().get(1).flow().latency(), MEAN + residual / (1 - 0.3));
    Cases.assertMean(
        result.nodes().get(0).flow().latency(), MEAN + residual / (1 - 0.3) / (1 - 0.75));
    TrafficResult fifo = Cases.run(centre, 600, patient, urgent);
    Cases.assertMean(fifo.nodes().get(1).flow().latency(), MEAN / (1 - 0.75));
  }

  /** Taking turns changes who waits, not how long all wait on average; the light node gains. */
  @Test
  void takingTurnsConservesTheMeanWaitAndProtectsTheLightNode() {
    EdgeTraffic heavy = Cases.poisson("heavy", 700);
    EdgeTraffic light = Cases.poisson("light", 100);
    ComputingCentre centre = new ComputingCentre(1, ServiceTime.exponential(MEAN));
    TrafficResult turns =
        Cases.run(centre.withDiscipline(ComputingCentre.Discipline.ROUND_ROBIN), 900, heavy, light);
    Cases.assertMean(turns.centre().waiting(), 0.8 / 0.2 * MEAN);
    TrafficResult fifo = Cases.run(centre, 900, heavy, light);
    double lightInTurn = turns.nodes().get(1).flow().latency().mean();
    double lightInLine = fifo.nodes().get(1).flow().latency().mean();
    assertThat(lightInTurn).isLessThan(0.6 * lightInLine);
    assertThat(turns.nodes().get(0).flow().latency().mean())
        .isGreaterThan(fifo.nodes().get(0).flow().latency().mean());
  }

  /**
   * On/off bursts have the mean rate and vary more than a Poisson process: variance over mean above
   * 1.
   */
  @Test
  void burstsHaveTheirMeanRateAndAreBursty() {
    ArrivalProcess.OnOff bursts = new ArrivalProcess.OnOff(100, 0.2, 0.3);
    assertThat(bursts.meanRate()).isCloseTo(40, within(1e-12));
    double dispersion = dispersion(bursts);
    // Interrupted Poisson process over long times: 1 + 2 r t_on t_off²/(t_on + t_off)² = 15.4; a
    // variance of 600 counts errs by √(2/600) = 6 %, neighbouring windows add a little.
    assertThat(dispersion).isBetween(15.4 * 0.7, 15.4 * 1.3);
    assertThat(dispersion(new ArrivalProcess.Poisson(40))).isBetween(0.8, 1.25);
    assertThat(dispersion(new ArrivalProcess.Deterministic(1 / 40.0, 0))).isLessThan(0.01);
  }

  /**
   * Variance over mean of the number of arrivals in windows of 20 s, which are 100 times the
   * bursts.
   */
  private static double dispersion(ArrivalProcess process) {
    ArrivalClock clock = new ArrivalClock(process, 5, 0);
    int windows = 600;
    double[] counts = new double[windows];
    for (double t = clock.next(); t < windows * 20; t = clock.next()) {
      counts[(int) (t / 20)]++;
    }
    double mean = Arrays.stream(counts).sum() / windows;
    double variance = Arrays.stream(counts).map(n -> (n - mean) * (n - mean)).sum() / (windows - 1);
    // The mean of the counts deviates by √(dispersion·mean/windows).
    assertThat(mean).isCloseTo(800, within(5 * Math.sqrt(20.0 * 800 / windows)));
    return variance / mean;
  }
}
