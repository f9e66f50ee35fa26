package org.lightpath.cloud.traffic;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * The computing centre: equal core slots and one queue in front of them.
 *
 * @param slots C, core slots that work at the same time
 * @param discipline who is next
 * @param service time for which a batch occupies a slot
 * @param batching how many requests share a slot
 * @param capacity largest number of requests waiting, if bounded; the next one is lost
 */
public record ComputingCentre(
    int slots,
    Discipline discipline,
    ServiceTime service,
    Batching batching,
    OptionalInt capacity) {
  /** Order of service; a request in service is never interrupted. */
  public enum Discipline {
    /** First come, first served. */
    FIFO,
    /** Smaller priority numbers first; among equals first come, first served. */
    PRIORITY,
    /** One request of each edge node with waiting requests, in turn. */
    ROUND_ROBIN
  }

  /**
   * Requests served together.
   *
   * @param largest B, most requests of a batch
   * @param window time [s] since its oldest request came for which a free slot waits for a batch to
   *     fill; 0 to take what is there
   */
  public record Batching(int largest, double window) {
    /** Checks the numbers. */
    public Batching {
      if (largest < 1) {
        throw new IllegalArgumentException(
            "batching: largest batch is %d, expected at least 1".formatted(largest));
      }
      Checks.notNegative("batching: window [s]", window);
    }

    /** Every request by itself. */
    public static Batching none() {
      return new Batching(1, 0);
    }
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no slot or the capacity is negative
   */
  public ComputingCentre {
    Objects.requireNonNull(discipline);
    Objects.requireNonNull(service);
    Objects.requireNonNull(batching);
    if (slots < 1) {
      throw new IllegalArgumentException(
          "computing centre: %d core slots, expected at least 1".formatted(slots));
    }
    if (capacity.isPresent() && capacity.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "computing centre: the queue holds %d requests, expected 0 or more"
              .formatted(capacity.getAsInt()));
    }
  }

  /** First come, first served, one by one, unbounded queue. */
  public ComputingCentre(int slots, ServiceTime service) {
    this(slots, Discipline.FIFO, service, Batching.none(), OptionalInt.empty());
  }

  /** The same with another order of service. */
  public ComputingCentre withDiscipline(Discipline order) {
    return new ComputingCentre(slots, order, service, batching, capacity);
  }

  /** The same with batches. */
  public ComputingCentre withBatching(int largest, double window) {
    return new ComputingCentre(slots, discipline, service, new Batching(largest, window), capacity);
  }

  /** The same with a bounded queue. */
  public ComputingCentre withCapacity(int waiting) {
    return new ComputingCentre(slots, discipline, service, batching, OptionalInt.of(waiting));
  }

  /** Most requests per second that all slots together serve, in full batches. */
  public double largestRate() {
    return slots * batching.largest() / service.mean(batching.largest());
  }
}
