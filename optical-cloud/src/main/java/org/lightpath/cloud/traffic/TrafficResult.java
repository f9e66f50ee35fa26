package org.lightpath.cloud.traffic;

import java.util.List;
import java.util.Objects;

/**
 * What a run shows. Statistics count requests that arose between warm-up and duration, and times in
 * between; bookkeeping counts all.
 *
 * @param total all nodes together
 * @param nodes each node, in the order of the specification
 * @param centre the computing centre
 * @param bookkeeping what must balance
 * @param warnings loads of 1 and more, losses
 */
public record TrafficResult(
    Flow total,
    List<NodeResult> nodes,
    CentreResult centre,
    Bookkeeping bookkeeping,
    List<String> warnings) {
  /** Copies the lists. */
  public TrafficResult {
    Objects.requireNonNull(total);
    nodes = List.copyOf(nodes);
    Objects.requireNonNull(centre);
    Objects.requireNonNull(bookkeeping);
    warnings = List.copyOf(warnings);
  }

  /**
   * Requests per second and how long they take.
   *
   * @param offered requests that arose [1/s]
   * @param served results that reached their node [1/s]
   * @param lost requests of these that found a full queue
   * @param latency from a request's arising to its result's last symbol at the node
   */
  public record Flow(double offered, double served, long lost, Durations latency) {}

  /**
   * One node.
   *
   * @param name of the node
   * @param flow its requests
   * @param uplinkUtilisation share of time in which its wavelengths to the centre were occupied
   * @param downlinkUtilisation the same of the wavelengths back
   * @param uplinkWait times for which requests waited for the wavelengths
   */
  public record NodeResult(
      String name,
      Flow flow,
      double uplinkUtilisation,
      double downlinkUtilisation,
      Durations uplinkWait) {}

  /**
   * The computing centre.
   *
   * @param utilisation share of all slots' time in which they were occupied
   * @param meanQueue mean number of waiting requests
   * @param meanBatch mean number of requests in a batch
   * @param waiting times for which requests waited for a slot, in the order of service
   * @param queue course of the number of waiting requests
   */
  public record CentreResult(
      double utilisation,
      double meanQueue,
      double meanBatch,
      Durations waiting,
      QueueSeries queue) {}

  /**
   * Course of the number of waiting requests, at equal distances of time from 0 to the duration.
   *
   * @param interval between points [s]; point i is at i·interval
   * @param waiting at each point
   */
  public record QueueSeries(double interval, List<Integer> waiting) {
    /** Copies the list. */
    public QueueSeries {
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * Sums over the whole run, warm-up and end included. Arisen = served + lost; by Little's law each
   * pair of integral and sum is equal but for rounding.
   *
   * @param requests how many
   * @param queueIntegral number waiting at the centre, integrated over time [s]
   * @param waitSum of all waits at the centre [s]
   * @param systemIntegral number of requests on their way, integrated over time [s]
   * @param systemSum of all times from a request's arising to its result, or to its loss at the
   *     centre [s]
   */
  public record Bookkeeping(
      Count requests,
      double queueIntegral,
      double waitSum,
      double systemIntegral,
      double systemSum) {}

  /**
   * Numbers of requests and events.
   *
   * @param arisen requests
   * @param served results that reached their node
   * @param lost requests that found a full queue
   * @param events of the simulation
   */
  public record Count(long arisen, long served, long lost, long events) {}
}
