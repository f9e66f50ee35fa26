package org.lightpath.opencl.internal.tuning;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where launch geometries come from. The bytes of results are the same in every mode.
 *
 * <p>The property {@code lightpath.tuning}, or else the environment variable {@code
 * LIGHTPATH_TUNING}, names it.
 */
public enum TuningMode {
  /** The planner's choice; nothing is read or written. */
  OFF,
  /** A stored choice where there is one, otherwise the planner's: nothing is measured. */
  STORED,
  /** A stored choice where there is one; what is missing is measured once, and stored. */
  MEASURE,
  /** All is measured again, once in a process, and stored. */
  RENEW;

  /** Names it, before the environment. */
  public static final String PROPERTY = "lightpath.tuning";

  private static final String VARIABLE = "LIGHTPATH_TUNING";

  /**
   * The mode of this process.
   *
   * @throws IllegalArgumentException if there is no mode of the given name
   */
  public static TuningMode current() {
    String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    return named == null || named.isBlank() ? STORED : of(named.strip());
  }

  private static TuningMode of(String name) {
    for (TuningMode mode : values()) {
      if (mode.word().equals(name.toLowerCase(Locale.ROOT))) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "%s (or the property %s) is '%s'; it must be one of %s"
            .formatted(
                VARIABLE,
                PROPERTY,
                name,
                Arrays.stream(values()).map(TuningMode::word).collect(Collectors.joining(", "))));
  }

  /** As it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean measures() {
    return this == MEASURE || this == RENEW;
  }

  boolean reads() {
    return this == STORED || this == MEASURE;
  }
}
