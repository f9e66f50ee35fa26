package org.lightpath.cloud.network;

import java.util.List;
import java.util.Objects;

/**
 * A demand on its way: the same wavelengths on every link (wavelength continuity).
 *
 * @param demand what was asked for
 * @param path its way
 * @param channels numbers on the grid, ascending
 */
public record Lightpath(Demand demand, NetworkPath path, List<Integer> channels) {
  /** Copies the list. */
  public Lightpath {
    Objects.requireNonNull(demand);
    Objects.requireNonNull(path);
    channels = List.copyOf(channels);
  }
}
