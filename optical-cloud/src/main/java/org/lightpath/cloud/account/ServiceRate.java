package org.lightpath.cloud.account;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.lightpath.photonic.device.Require;

/**
 * Rate of a saturated centre: batches follow one another without a gap on the busiest resource, so
 * the rate is B/max(busy time of a resource in a batch).
 *
 * @param batch B
 * @param busy time that a batch takes of each resource [s]
 * @param latency of a batch on its own [s]
 */
public record ServiceRate(int batch, Map<Resource, Double> busy, double latency) {
  /** What batches queue for. */
  public enum Resource {
    /** The optical core. */
    OPTICAL_CORE("optical core"),
    /** Main memory of weights. */
    MAIN_MEMORY("main memory"),
    /** The digital processor. */
    PROCESSOR("digital processor"),
    /** Transceivers. */
    DIGITAL_LINK("transceivers");

    private final String label;

    Resource(String label) {
      this.label = label;
    }

    /** For a report. */
    public String label() {
      return label;
    }
  }

  /**
   * Copies and checks the numbers.
   *
   * @throws IllegalArgumentException if no resource is busy
   */
  public ServiceRate {
    Require.count("batch", batch);
    Require.notNegative("latency", latency, "s");
    EnumMap<Resource, Double> copy = new EnumMap<>(Resource.class);
    busy.forEach(
        (who, time) -> copy.put(who, Require.notNegative("busy time of " + who.label, time, "s")));
    if (copy.values().stream().noneMatch(time -> time > 0)) {
      throw new IllegalArgumentException(
          "no resource is busy, expected an inference with work in it");
    }
    busy = Collections.unmodifiableMap(copy);
  }

  /** The busiest resource, which bounds the rate. */
  public Resource bound() {
    return Collections.max(busy.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** Time between batches of a saturated centre [s]. */
  public double interval() {
    return Collections.max(busy.values());
  }

  /** Inferences a second of a saturated centre [1/s]. */
  public double inferencesPerSecond() {
    return batch / interval();
  }

  /** Inferences a second if a batch starts when the one before has ended [1/s]: B/latency. */
  public double oneByOne() {
    return batch / latency;
  }

  /** Share of the time that a saturated resource works. */
  public double utilisation(Resource resource) {
    return busy.getOrDefault(resource, 0.0) / interval();
  }
}
