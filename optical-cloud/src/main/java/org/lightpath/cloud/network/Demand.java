package org.lightpath.cloud.network;

import java.util.List;
import java.util.Objects;

/**
 * Wavelengths wanted from one node to another.
 *
 * @param name for reports and errors, unique among the demands of a plan
 * @param source name of a node with an add port
 * @param destination name of a node with a drop port
 * @param wavelengths how many, all on the same path
 */
public record Demand(String name, String source, String destination, int wavelengths) {
  /**
   * Checks the demand.
   *
   * @throws IllegalArgumentException if both ends are the same or no wavelength is asked for
   */
  public Demand {
    Objects.requireNonNull(name);
    if (source.equals(destination)) {
      throw new IllegalArgumentException(
          "demand '%s': source and destination are both '%s', expected two nodes"
              .formatted(name, source));
    }
    if (wavelengths < 1) {
      throw new IllegalArgumentException(
          "demand '%s': asks for %d wavelengths, expected at least 1".formatted(name, wavelengths));
    }
  }

  /** A demand named after its ends. */
  public Demand(String source, String destination, int wavelengths) {
    this(source + Network.ARROW + destination, source, destination, wavelengths);
  }

  /** The same number of wavelengths there and back, as a request and its result need. */
  public static List<Demand> bothWays(String source, String destination, int wavelengths) {
    return List.of(
        new Demand(source, destination, wavelengths), new Demand(destination, source, wavelengths));
  }
}
