package org.lightpath.cloud.traffic;

import java.util.Objects;

/**
 * Time for which a batch of b requests occupies a core slot: mean a + b·s.
 *
 * @param perBatch a [s], independent of the number of requests
 * @param perRequest s [s], for each request
 * @param law how it varies around the mean
 */
public record ServiceTime(double perBatch, double perRequest, Law law) {
  /** How times vary around their mean. */
  public enum Law {
    /** Not at all, as on a machine with a fixed schedule. */
    FIXED,
    /** Exponentially. */
    EXPONENTIAL
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative or both are 0
   */
  public ServiceTime {
    Objects.requireNonNull(law);
    Checks.notNegative("service time of a batch [s]", perBatch);
    Checks.notNegative("service time of a request [s]", perRequest);
    Checks.positive("service time [s]", perBatch + perRequest);
  }

  /** The same time [s] for each request. */
  public static ServiceTime fixed(double perRequest) {
    return new ServiceTime(0, perRequest, Law.FIXED);
  }

  /** Exponential times with a mean [s] for each request. */
  public static ServiceTime exponential(double mean) {
    return new ServiceTime(0, mean, Law.EXPONENTIAL);
  }

  /** Mean [s] for b requests. */
  public double mean(int requests) {
    return perBatch + requests * perRequest;
  }
}
