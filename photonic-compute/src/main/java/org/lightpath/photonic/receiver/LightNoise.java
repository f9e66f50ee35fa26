package org.lightpath.photonic.receiver;

import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.Require;

/**
 * Noise that comes with the light.
 *
 * @param rin relative intensity noise [1/Hz], 10^(x/10) of a level in dB/Hz
 * @param aseDensity spectral density S_ASE of amplified spontaneous emission in the signal's
 *     polarisation, at the receiver [W/Hz]
 */
public record LightNoise(double rin, double aseDensity) {
  /** Light without noise of its own: shot noise only. */
  public static final LightNoise NONE = new LightNoise(0, 0);

  /** Checks the numbers. */
  public LightNoise {
    Require.notNegative("relative intensity noise", rin, "1/Hz");
    Require.notNegative("ASE density", aseDensity, "W/Hz");
  }

  /** Light of a laser of so much relative intensity noise [dB/Hz], not amplified. */
  public static LightNoise ofRin(double decibels) {
    return new LightNoise(Decibels.toRatio(decibels), 0);
  }
}
