package org.lightpath.fiber.transceiver;

import org.lightpath.core.fft.Fft;
import org.lightpath.core.fft.UnitRoots;

/**
 * Amplitude P of a pulse shape at the bins of a window: real and even, P = 1 in the middle of the
 * band for the exact shapes, unit-energy taps for the truncated one.
 */
final class PulseSpectrum {
  /**
   * Within this distance of t = T/(4ρ) the quotient 0/0 is replaced by its limit: there both the
   * quotient's rounding error, ε/δ, and the limit's, δ, are about √ε.
   */
  private static final double SINGULAR = 0x1p-26;

  private final double[] amplitude;

  private PulseSpectrum(double[] amplitude) {
    this.amplitude = amplitude;
  }

  /** Samples a pulse at the bins of a transmitter's window. */
  static PulseSpectrum of(TransmitterSpec spec) {
    return new PulseSpectrum(
        switch (spec.waveform().pulse()) {
          case PulseShape.RootRaisedCosine(double rollOff) -> exact(rollOff, spec.symbols());
          case PulseShape.Sinc() -> exact(0, spec.symbols());
          case PulseShape.TruncatedRootRaisedCosine(double rollOff, int taps) ->
              truncated(rollOff, taps, spec);
        });
  }

  /** Largest K with a bin ±K inside the pulse's band. */
  int halfWidth() {
    return amplitude.length - 1;
  }

  /** P at a signed bin within the band. */
  double amplitude(int bin) {
    return amplitude[Math.abs(bin)];
  }

  private static double[] exact(double rollOff, int symbols) {
    double[] amplitude = new double[(int) Math.floor((1 + rollOff) * symbols / 2) + 1];
    for (int k = 0; k < amplitude.length; k++) {
      amplitude[k] = rootRaisedCosine((double) k / symbols, rollOff);
    }
    return amplitude;
  }

  /** √ of the raised cosine at f/R; ½ power at f = R/2 for every ρ, ρ = 0 included. */
  private static double rootRaisedCosine(double frequency, double rollOff) {
    double excess = frequency - (1 - rollOff) / 2;
    if (rollOff == 0) {
      return excess < 0 ? 1 : Math.sqrt(0.5);
    }
    return excess <= 0 ? 1 : Math.cos(Math.PI * Math.min(excess / (2 * rollOff), 0.5));
  }

  private static double[] truncated(double rollOff, int taps, TransmitterSpec spec) {
    int n = spec.samples();
    if (taps > n) {
      throw new IllegalArgumentException(
          "truncated root-raised cosine: %d taps, but the window has only %d samples"
              .formatted(taps, n));
    }
    double[] re = new double[n];
    double[] im = new double[n];
    double perSample = (double) spec.symbols() / n;
    double energy = 0;
    for (int i = 0; i < taps; i++) {
      re[i] = impulseResponse((i - (taps - 1) / 2.0) * perSample, rollOff);
      energy += re[i] * re[i];
    }
    new Fft(n).forward(re, im);
    // Taps centred on (K − 1)/2 samples: advancing them by as much leaves a real spectrum, also for
    // even K, where the advance is half a sample. The bins stop short of ±N/2, which is its own
    // image.
    double[] amplitude = new double[(n - 1) / 2 + 1];
    double scale = 1 / Math.sqrt(energy);
    for (int k = 0; k < amplitude.length; k++) {
      long halfSamples = (long) k * (taps - 1);
      amplitude[k] =
          scale
              * (re[k] * UnitRoots.cos(halfSamples, 2L * n)
                  - im[k] * UnitRoots.sin(halfSamples, 2L * n));
    }
    return amplitude;
  }

  /** Root-raised cosine in time at t/T (Proakis, "Digital Communications", 4th ed., §9.2.1). */
  private static double impulseResponse(double t, double rollOff) {
    double fourRt = 4 * rollOff * t;
    if (t == 0) {
      return 1 - rollOff + 4 * rollOff / Math.PI;
    }
    double denominator = 1 - fourRt * fourRt;
    if (Math.abs(denominator) < SINGULAR) {
      double angle = Math.PI / (4 * rollOff);
      return rollOff
          / Math.sqrt(2)
          * ((1 + 2 / Math.PI) * Math.sin(angle) + (1 - 2 / Math.PI) * Math.cos(angle));
    }
    double numerator =
        Math.sin(Math.PI * t * (1 - rollOff)) + fourRt * Math.cos(Math.PI * t * (1 + rollOff));
    return numerator / (Math.PI * t * denominator);
  }
}
