package org.lightpath.photonic.core;

import org.lightpath.photonic.device.Constants;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.device.Detector;
import org.lightpath.photonic.device.Laser;
import org.lightpath.photonic.device.Require;
import org.lightpath.photonic.device.TransimpedanceAmplifier;
import org.lightpath.photonic.receiver.Photons;

/**
 * Noise of a readout beside the shot noise of its light. An integrator over T has the noise
 * bandwidth B = 1/(2T), so a current of density i turns into i √(T/2) / q electrons.
 *
 * @param thermalElectrons standard deviation of thermal noise for each readout, i_n √(T/2) / q
 *     [electrons]
 * @param darkElectrons electrons that the dark current brings in each readout, I_d T / q, all
 *     diodes together; their number is also their variance, 2 q I_d B (T/q)²
 * @param intensityNoise variance of the relative intensity noise that all terms of a readout share,
 *     10^(RIN/10) B: of one symbol, or of noise slower than a readout. White noise of a laser over
 *     the many symbols of a readout belongs to the symbols: {@link FieldModulator#laserNoise},
 *     {@link IntensityInput#laserNoise}
 */
public record ReadoutNoise(double thermalElectrons, double darkElectrons, double intensityNoise) {
  /** None. */
  public static final ReadoutNoise NONE = new ReadoutNoise(0, 0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative or not finite
   */
  public ReadoutNoise {
    Require.notNegative("thermal noise of a readout", thermalElectrons, "electrons");
    Require.notNegative("dark current of a readout", darkElectrons, "electrons");
    Require.notNegative("relative intensity noise of a readout", intensityNoise, "");
  }

  /**
   * Noise of parts. They are taken as fast enough: the bandwidth is that of the integrator.
   *
   * @param detector its dark current
   * @param amplifier its input noise
   * @param laser its relative intensity noise, in a readout of one symbol
   * @param integrationTime T [s]
   */
  public static ReadoutNoise of(
      Detector detector, TransimpedanceAmplifier amplifier, Laser laser, double integrationTime) {
    return new ReadoutNoise(
        thermalElectrons(amplifier.inputNoise(), integrationTime),
        darkElectrons(detector.totalDarkCurrent(), integrationTime),
        laser.light().rin() * Photons.bandwidth(integrationTime));
  }

  /** Thermal noise of a readout [electrons]: i_n √B T / q = i_n √(T/2) / q. */
  public static double thermalElectrons(double currentDensity, double integrationTime) {
    return currentDensity * Math.sqrt(integrationTime / 2) / Constants.ELEMENTARY_CHARGE;
  }

  /** Electrons of a current [A] in a time [s]: I T / q. */
  public static double darkElectrons(double current, double integrationTime) {
    return Require.notNegative("dark current", current, "A")
        * Require.positive("integration time", integrationTime, "s")
        / Constants.ELEMENTARY_CHARGE;
  }

  /** Variance of relative intensity noise, 10^(RIN/10) B, of RIN [dB/Hz] in a bandwidth B [Hz]. */
  public static double intensityNoise(double decibelsPerHertz, double bandwidth) {
    return Decibels.toRatio(decibelsPerHertz) * bandwidth;
  }

  /** Variance that no light takes part in, thermal² + dark [electrons²]. */
  public double constantVariance() {
    return thermalElectrons * thermalElectrons + darkElectrons;
  }

  /** With other thermal noise [electrons]. */
  public ReadoutNoise withThermalElectrons(double electrons) {
    return new ReadoutNoise(electrons, darkElectrons, intensityNoise);
  }

  /** With another dark current [electrons for each readout]. */
  public ReadoutNoise withDarkElectrons(double electrons) {
    return new ReadoutNoise(thermalElectrons, electrons, intensityNoise);
  }

  /** With other relative intensity noise. */
  public ReadoutNoise withIntensityNoise(double variance) {
    return new ReadoutNoise(thermalElectrons, darkElectrons, variance);
  }
}
