package org.lightpath.cloud.fidelity;

/** Shape of one symbol on the field. Time t is in symbols from the middle of the symbol's slot. */
public sealed interface StreamPulse {
  /** Amplitude at t, 1 in the middle. */
  double amplitude(double t);

  /**
   * Non-return-to-zero with raised-cosine edges centred on the borders of the slot: neighbouring
   * symbols of equal value join without a dip, and in the product of two streams the edges mix
   * neighbours, ∫ p(t) p(t − 1) dt = β/8 against ∫ p² dt = 1 − β/4.
   *
   * @param edge β, duration of an edge in symbols, in (0, 1]
   */
  record Nrz(double edge) implements StreamPulse {
    /** Checks the edge. */
    public Nrz {
      if (!(edge > 0 && edge <= 1)) {
        throw new IllegalArgumentException(
            "NRZ pulse: edge is %s symbols, expected more than 0 and at most 1".formatted(edge));
      }
    }

    @Override
    public double amplitude(double t) {
      double beyond = Math.abs(t) - (1 - edge) / 2;
      if (beyond <= 0) {
        return 1;
      }
      return beyond >= edge ? 0 : (1 + Math.cos(Math.PI * beyond / edge)) / 2;
    }
  }

  /**
   * Return-to-zero Gaussian, carved in the middle of the slot: exp(−t²/(2T₀²)). Neighbours overlap
   * by exp(−1/(4T₀²)) in the product of two streams.
   *
   * @param halfWidth T₀ in symbols, in (0, 0.5]
   */
  record Gaussian(double halfWidth) implements StreamPulse {
    /** Checks the width. */
    public Gaussian {
      if (!(halfWidth > 0 && halfWidth <= 0.5)) {
        throw new IllegalArgumentException(
            "Gaussian pulse: half-width is %s symbols, expected more than 0 and at most 0.5"
                .formatted(halfWidth));
      }
    }

    @Override
    public double amplitude(double t) {
      double u = t / halfWidth;
      return Math.exp(-u * u / 2);
    }
  }

  /**
   * The default: T₀ = 0.18 (assumed). Overlap of neighbours 4·10⁻⁴ (−67 dB), and at 8 samples for
   * each symbol the spectrum at the edge of the band is 10⁻⁸ of its middle.
   */
  StreamPulse STANDARD = new Gaussian(0.18);
}
