package org.lightpath.cloud.network;

import java.util.List;
import java.util.Objects;

/**
 * A ready-made network with its numbers and where they come from.
 *
 * @param name how it is called
 * @param title what it is
 * @param network the network
 * @param transmission how channels are sent and received in it
 * @param values every number it is made of
 */
public record NetworkPreset(
    String name, String title, Network network, TransmissionSpec transmission, List<Value> values) {
  /** Copies the values. */
  public NetworkPreset {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(network);
    Objects.requireNonNull(transmission);
    values = List.copyOf(values);
  }

  /**
   * A number with its source.
   *
   * @param what it is
   * @param text value and unit
   * @param source where it comes from; "assumed" marks a choice
   */
  public record Value(String what, String text, String source) {}
}
