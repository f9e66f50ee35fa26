package org.lightpath.cloud.traffic;

/** Times at which one node's requests arise. */
final class ArrivalClock {
  private final ArrivalProcess process;
  private final ExponentialDraws draws;
  private long number;
  private double time;
  private double onUntil;

  ArrivalClock(ArrivalProcess process, long seed, int node) {
    this.process = process;
    this.draws = new ExponentialDraws(seed, node);
    if (process instanceof ArrivalProcess.OnOff burst) {
      boolean on = draws.uniform() < burst.meanOn() / (burst.meanOn() + burst.meanOff());
      // Residual times of exponential ones are exponential with the same mean.
      time = on ? 0 : draws.next() * burst.meanOff();
      onUntil = time + draws.next() * burst.meanOn();
    }
  }

  /** Time [s] of the next request. */
  double next() {
    switch (process) {
      case ArrivalProcess.Poisson poisson -> time += draws.next() / poisson.rate();
      case ArrivalProcess.Deterministic regular ->
          time = regular.first() + number * regular.interval();
      case ArrivalProcess.OnOff burst -> {
        time += draws.next() / burst.rate();
        while (time > onUntil) {
          double begin = onUntil + draws.next() * burst.meanOff();
          onUntil = begin + draws.next() * burst.meanOn();
          time = begin + draws.next() / burst.rate();
        }
      }
    }
    number++;
    return time;
  }
}
