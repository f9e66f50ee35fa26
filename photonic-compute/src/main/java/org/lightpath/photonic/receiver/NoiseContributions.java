package org.lightpath.photonic.receiver;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Variance of one output sample by source.
 *
 * @param signal I, the signal current [A]
 * @param variances of each source [A²]
 */
public record NoiseContributions(double signal, Map<NoiseSource, Double> variances) {
  /** Copies the map. */
  public NoiseContributions {
    variances = Collections.unmodifiableMap(new EnumMap<>(variances));
  }

  /** Variance of one source [A²], 0 if it is absent. */
  public double variance(NoiseSource source) {
    return variances.getOrDefault(source, 0.0);
  }

  /** Sum over the sources, which are independent [A²]. */
  public double total() {
    return variances.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Signal-to-noise ratio I²/Σσ². */
  public double snr() {
    return signal * signal / total();
  }

  /** Effective bits of the signal-to-noise ratio. */
  public double enob() {
    return EffectiveBits.ofSnr(snr());
  }
}
