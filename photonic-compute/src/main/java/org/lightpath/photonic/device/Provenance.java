package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Where a number comes from.
 *
 * @param kind how far it can be trusted
 * @param source the paper, the artefact's file, or the reasoning, in words
 */
public record Provenance(Kind kind, String source) {
  /** How a number came about. */
  public enum Kind {
    /** Stated in a paper or in the files published with it. */
    PUBLISHED,
    /** Measured by somebody on hardware. */
    MEASURED,
    /** Computed from published numbers. */
    DERIVED,
    /** Nobody's number: chosen for an example, or remembered and not looked up. */
    ASSUMED
  }

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Provenance {
    Objects.requireNonNull(kind);
    if (source.isBlank()) {
      throw new IllegalArgumentException("provenance: source is empty, expected where it is from");
    }
  }

  /** A number stated in a paper or its artefact. */
  public static Provenance published(String source) {
    return new Provenance(Kind.PUBLISHED, source);
  }

  /** A number measured on hardware. */
  public static Provenance measured(String source) {
    return new Provenance(Kind.MEASURED, source);
  }

  /** A number computed from published ones. */
  public static Provenance derived(String source) {
    return new Provenance(Kind.DERIVED, source);
  }

  /** A number without a source. */
  public static Provenance assumed(String why) {
    return new Provenance(Kind.ASSUMED, why);
  }

  /** One line for a report: kind and source; an assumed number says that it is unverified. */
  public String label() {
    return switch (kind) {
      case PUBLISHED -> "published: " + source;
      case MEASURED -> "measured: " + source;
      case DERIVED -> "derived: " + source;
      case ASSUMED -> "assumed (unverified): " + source;
    };
  }
}
