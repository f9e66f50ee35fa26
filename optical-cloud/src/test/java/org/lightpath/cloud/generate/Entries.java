package org.lightpath.cloud.generate;

import java.util.Map;
import java.util.Objects;

/** Entries of maps that must be there. */
final class Entries {
  private Entries() {}

  static <V> V of(Map<String, V> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }
}
