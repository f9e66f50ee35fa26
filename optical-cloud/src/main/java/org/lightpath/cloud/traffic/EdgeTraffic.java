package org.lightpath.cloud.traffic;

import java.util.Objects;

/**
 * Requests of one edge node.
 *
 * @param name of the node
 * @param arrivals when they arise
 * @param uplink how they travel to the centre
 * @param downlink how results travel back
 * @param priority at the centre, where that counts: smaller numbers are served first
 */
public record EdgeTraffic(
    String name, ArrivalProcess arrivals, Carriage uplink, Carriage downlink, int priority) {
  /**
   * Checks that nothing is missing.
   *
   * @throws IllegalArgumentException if the queue for the way back is bounded: a computed result is
   *     never lost
   */
  public EdgeTraffic {
    Objects.requireNonNull(name);
    Objects.requireNonNull(arrivals);
    Objects.requireNonNull(uplink);
    if (downlink.capacity().isPresent()) {
      throw new IllegalArgumentException(
          "node '%s': the queue for results is bounded to %d; results are never thrown away, leave it unbounded"
              .formatted(name, downlink.capacity().getAsInt()));
    }
  }

  /** Priority 0. */
  public EdgeTraffic(String name, ArrivalProcess arrivals, Carriage uplink, Carriage downlink) {
    this(name, arrivals, uplink, downlink, 0);
  }
}
