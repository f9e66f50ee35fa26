package org.lightpath.cloud.traffic;

/** When requests arise at an edge node. */
public sealed interface ArrivalProcess {
  /** Mean number of requests per second. */
  double meanRate();

  /**
   * Independent requests: exponential times between them.
   *
   * @param rate λ [1/s]
   */
  record Poisson(double rate) implements ArrivalProcess {
    /** Checks the rate. */
    public Poisson {
      Checks.positive("Poisson arrivals: rate [1/s]", rate);
    }

    @Override
    public double meanRate() {
      return rate;
    }
  }

  /**
   * Requests at equal intervals.
   *
   * @param interval [s]
   * @param first time of the first one [s]
   */
  record Deterministic(double interval, double first) implements ArrivalProcess {
    /** Checks the times. */
    public Deterministic {
      Checks.positive("deterministic arrivals: interval [s]", interval);
      Checks.notNegative("deterministic arrivals: first [s]", first);
    }

    @Override
    public double meanRate() {
      return 1 / interval;
    }
  }

  /**
   * Bursts: Poisson arrivals during exponential times on, none during exponential times off (an
   * interrupted Poisson process); begins in its stationary state.
   *
   * @param rate while on [1/s]
   * @param meanOn mean time on [s]
   * @param meanOff mean time off [s]
   */
  record OnOff(double rate, double meanOn, double meanOff) implements ArrivalProcess {
    /** Checks the numbers. */
    public OnOff {
      Checks.positive("on/off arrivals: rate while on [1/s]", rate);
      Checks.positive("on/off arrivals: mean time on [s]", meanOn);
      Checks.positive("on/off arrivals: mean time off [s]", meanOff);
    }

    @Override
    public double meanRate() {
      return rate * meanOn / (meanOn + meanOff);
    }
  }
}
