package org.lightpath.datasets.preset;

import java.util.List;

/**
 * A thing with known values.
 *
 * @param name how experiment files call it
 * @param kind what sort of thing, such as {@code fibre}, {@code amplifier} or {@code modulator}
 * @param title what it is
 * @param values its values
 */
public record Preset(String name, String kind, String title, List<Value> values) {
  /** Copies the values. */
  public Preset {
    values = List.copyOf(values);
  }

  /**
   * A value with its source.
   *
   * @param key name of the key in experiment files
   * @param text the value with its unit, as in experiment files; lists in brackets
   * @param source where it comes from
   */
  public record Value(String key, String text, String source) {}
}
