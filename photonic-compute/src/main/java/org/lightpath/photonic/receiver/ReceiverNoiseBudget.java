package org.lightpath.photonic.receiver;

import java.util.EnumMap;
import java.util.Objects;
import org.lightpath.photonic.device.Constants;
import org.lightpath.photonic.device.Detector;
import org.lightpath.photonic.device.Require;
import org.lightpath.photonic.device.TransimpedanceAmplifier;

/**
 * Noise of one output sample of a direct or balanced receiver of noise bandwidth B.
 *
 * <p>With photocurrents I₊ = R·P₊ and I₋ = R·P₋ and the signal I = I₊ − I₋:
 *
 * <ul>
 *   <li>shot 2q(I₊ + I₋ + I_d)B, I_d of all diodes
 *   <li>thermal S·B, S = i_n² or 4kT/R_L
 *   <li>relative intensity rin·B·[I² + (2·min(I₊, I₋))²·10^(−CMRR/10)]: what the pair cancels leaks
 *       by its mismatch. Its sign, and so the cross term with I, is not known and averages out
 *   <li>signal–ASE beat 4R²(P₊ + P₋)S_ASE·B
 *   <li>quantisation LSB²/12
 * </ul>
 *
 * <p>B is the one-sided noise bandwidth; a receiver that integrates over T has B = 1/(2T), see
 * {@link Photons}.
 *
 * @param detector one diode or a balanced pair
 * @param amplifier its noise density
 * @param light noise that the light brings
 * @param quantisation of the converter
 * @param bandwidth B [Hz]
 */
public record ReceiverNoiseBudget(
    Detector detector,
    TransimpedanceAmplifier amplifier,
    LightNoise light,
    Quantisation quantisation,
    double bandwidth) {
  /** Checks the numbers. */
  public ReceiverNoiseBudget {
    Objects.requireNonNull(detector);
    Objects.requireNonNull(amplifier);
    Objects.requireNonNull(light);
    Objects.requireNonNull(quantisation);
    Require.positive("bandwidth", bandwidth, "Hz");
  }

  /** Noise with light on one diode only [W]. */
  public NoiseContributions noise(double power) {
    return noise(power, 0);
  }

  /**
   * Noise with light on both diodes.
   *
   * @param plus P₊ on the adding diode [W]
   * @param minus P₋ on the subtracting diode [W]
   */
  public NoiseContributions noise(double plus, double minus) {
    Require.notNegative("power", plus, "W");
    Require.notNegative("power", minus, "W");
    double total = detector.responsivity() * (plus + minus);
    double signal = detector.responsivity() * (plus - minus);
    double cancelled = 2 * detector.responsivity() * Math.min(plus, minus);
    EnumMap<NoiseSource, Double> variances = new EnumMap<>(NoiseSource.class);
    variances.put(NoiseSource.SHOT, shotSlope() * (total + detector.totalDarkCurrent()));
    variances.put(NoiseSource.THERMAL, amplifier.noiseDensity() * bandwidth);
    variances.put(
        NoiseSource.RELATIVE_INTENSITY,
        relativeIntensity() * (signal * signal + leak() * cancelled * cancelled));
    variances.put(NoiseSource.SIGNAL_ASE_BEAT, beatSlope() * total);
    variances.put(NoiseSource.QUANTISATION, quantisation.relativeVariance() * signal * signal);
    return new NoiseContributions(signal, variances);
  }

  private double shotSlope() {
    return 2 * Constants.ELEMENTARY_CHARGE * bandwidth;
  }

  private double relativeIntensity() {
    return light.rin() * bandwidth;
  }

  private double beatSlope() {
    return 4 * detector.responsivity() * light.aseDensity() * bandwidth;
  }

  private double leak() {
    return detector.commonModeLeak();
  }

  /** Largest ENOB at any power with light on one diode: intensity noise and rounding remain. */
  public double ceiling() {
    return ceiling(1);
  }

  /**
   * Largest ENOB at any power.
   *
   * @param contrast v = |P₊ − P₋|/(P₊ + P₋), 1 for one diode
   */
  public double ceiling(double contrast) {
    return EffectiveBits.ofSnr(contrast * contrast / proportional(contrast));
  }

  /** Variance that grows as the square of the total current, over that square. */
  private double proportional(double contrast) {
    Require.fraction("contrast", contrast);
    double cancelled = 1 - contrast;
    double square = contrast * contrast;
    return relativeIntensity() * (square + leak() * cancelled * cancelled)
        + quantisation.relativeVariance() * square;
  }

  /**
   * Power on one diode that gives an ENOB [W].
   *
   * @throws IllegalArgumentException if no power does
   */
  public double requiredPower(double enob) {
    return requiredPower(enob, 1);
  }

  /**
   * Power on both diodes together that gives an ENOB [W]: with total current J = R·P and SNR s, the
   * positive root of J²(v² − s·p) − J·s(2qB + 4R·S_ASE·B) − s(2q·I_d·B + S·B) = 0, p the part of
   * the variance that grows as J².
   *
   * @param enob wanted
   * @param contrast v = |P₊ − P₋|/(P₊ + P₋) of the signal the ENOB is asked for, 1 for one diode
   * @throws IllegalArgumentException if no power does: the ENOB is at or above the ceiling
   */
  public double requiredPower(double enob, double contrast) {
    double snr = EffectiveBits.toSnr(enob);
    double quadratic = contrast * contrast - snr * proportional(contrast);
    if (!(quadratic > 0)) {
      throw new IllegalArgumentException(
          "%s bits are wanted, no power gives more than %s bits; lower the intensity noise or the bandwidth, or raise the converter's bits"
              .formatted(enob, ceiling(contrast)));
    }
    double linear = snr * (shotSlope() + beatSlope());
    double constant =
        snr * (shotSlope() * detector.totalDarkCurrent() + amplifier.noiseDensity() * bandwidth);
    double root =
        (linear + Math.sqrt(linear * linear + 4 * quadratic * constant)) / (2 * quadratic);
    return root / detector.responsivity();
  }

  /**
   * Photons per sample that {@link #requiredPower(double, double)} brings, with B = 1/(2T).
   *
   * @param enob wanted
   * @param contrast v
   * @param wavelength λ [m]
   */
  public double requiredPhotons(double enob, double contrast, double wavelength) {
    return Photons.perSample(requiredPower(enob, contrast), bandwidth, wavelength);
  }
}
