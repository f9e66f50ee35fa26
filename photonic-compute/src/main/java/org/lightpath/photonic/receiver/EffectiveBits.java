package org.lightpath.photonic.receiver;

import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.Require;

/**
 * Effective number of bits: ENOB = (10·log₁₀ SNR − 1.76)/6.02, with the rounded constants that the
 * field uses, and the two closed forms that bound it.
 */
public final class EffectiveBits {
  private static final double SINE_DECIBELS = 1.76;
  private static final double DECIBELS_PER_BIT = 6.02;

  private EffectiveBits() {}

  /** ENOB of a signal-to-noise ratio (a power ratio). */
  public static double ofSnr(double snr) {
    return (Decibels.ofRatio(snr) - SINE_DECIBELS) / DECIBELS_PER_BIT;
  }

  /** Signal-to-noise ratio (a power ratio) that an ENOB asks for. */
  public static double toSnr(double enob) {
    return Decibels.toRatio(DECIBELS_PER_BIT * enob + SINE_DECIBELS);
  }

  /**
   * Photons per sample that a shot-limited homodyne receiver needs: n = 1.5·4^b, from SNR = n with
   * the exact constants 1.5 and 4.
   */
  public static double shotLimitedPhotons(double bits) {
    return 1.5 * Math.pow(4, bits);
  }

  /** Bits that n photons per sample give in a shot-limited homodyne receiver: log₄(n/1.5). */
  public static double shotLimitedBits(double photons) {
    return Math.log(Require.positive("photons", photons, "") / 1.5) / Math.log(4);
  }

  /**
   * ENOB that no power exceeds: (−RIN − 10·log₁₀B − 1.76)/6.02.
   *
   * @param rinDecibels relative intensity noise [dB/Hz]
   * @param bandwidth B [Hz]
   */
  public static double rinCeiling(double rinDecibels, double bandwidth) {
    return (-rinDecibels
            - Decibels.ofRatio(Require.positive("bandwidth", bandwidth, "Hz"))
            - SINE_DECIBELS)
        / DECIBELS_PER_BIT;
  }
}
