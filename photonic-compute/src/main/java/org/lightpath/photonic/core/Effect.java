package org.lightpath.photonic.core;

import java.util.Locale;
import java.util.Objects;

/**
 * One effect of a core and how faithfully the plan holds it.
 *
 * @param name the effect
 * @param noiseClass where it arises
 * @param fidelity how it is computed
 * @param detail the treatment in a few words
 */
public record Effect(String name, NoiseClass noiseClass, Fidelity fidelity, String detail) {
  /** How an effect is computed. */
  public enum Fidelity {
    /** The same formula, or the same distribution. */
    EXACT("exact"),
    /** Mean and variance are right, the shape of the distribution is normal instead. */
    MOMENT_MATCHED("moment-matched"),
    /** An approximation that the detail names. */
    APPROXIMATE("approximate");

    private final String word;

    Fidelity(String word) {
      this.word = word;
    }
  }

  /** Checks that nothing is missing. */
  public Effect {
    Objects.requireNonNull(name);
    Objects.requireNonNull(noiseClass);
    Objects.requireNonNull(fidelity);
    Objects.requireNonNull(detail);
  }

  static Effect exact(String name, NoiseClass noiseClass, String detail) {
    return new Effect(name, noiseClass, Fidelity.EXACT, detail);
  }

  static Effect matched(String name, NoiseClass noiseClass, String detail) {
    return new Effect(name, noiseClass, Fidelity.MOMENT_MATCHED, detail);
  }

  static Effect approximate(String name, NoiseClass noiseClass, String detail) {
    return new Effect(name, noiseClass, Fidelity.APPROXIMATE, detail);
  }

  /** For instance "shot noise (receiver): exact, normal limit of the counts". */
  public String label() {
    return "%s (%s): %s, %s"
        .formatted(name, noiseClass.name().toLowerCase(Locale.ROOT), fidelity.word, detail);
  }
}
