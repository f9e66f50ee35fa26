package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Ring between two buses, as a weight in balanced detection (Bogaerts et al., Laser Photonics Rev.
 * 6:47, 2012).
 *
 * <p>With D = 1 − 2r₁r₂a·cos f + (r₁r₂a)²: through T_p = (r₂²a² − 2r₁r₂a·cos f + r₁²)/D, drop T_d =
 * (1 − r₁²)(1 − r₂²)·a/D, weight w = T_d − T_p.
 *
 * @param input r₁, amplitude self-coupling to the input bus (below 1)
 * @param output r₂, amplitude self-coupling to the drop bus (below 1)
 * @param roundTrip a, amplitude left after a round trip (at most 1)
 * @param resonance size and tuning
 */
public record AddDropRing(double input, double output, double roundTrip, RingResonance resonance) {
  private static final double C_BAND = 1550e-9;

  /** Checks the numbers. */
  public AddDropRing {
    checkAmplitude("input self-coupling", input);
    checkAmplitude("output self-coupling", output);
    Require.fraction("round-trip amplitude", roundTrip);
    Objects.requireNonNull(resonance);
  }

  /**
   * A lossless symmetric ring of a width about 1550 nm: FWHM = FSR (1 − r²)/(π r) for r₁ = r₂ = r,
   * a = 1, solved for r.
   *
   * @param width full width at half maximum [m]
   * @param freeSpectralRange FSR [m]
   */
  public static AddDropRing lossless(double width, double freeSpectralRange) {
    RingResonance resonance = RingResonance.ofRange(freeSpectralRange, C_BAND);
    double ratio = Math.PI * Require.positive("width of a ring", width, "m") / freeSpectralRange;
    double r = (Math.sqrt(ratio * ratio + 4) - ratio) / 2;
    return new AddDropRing(r, r, 1, resonance);
  }

  static void checkAmplitude(String what, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          "%s is %s, expected an amplitude above 0 and below 1".formatted(what, value));
    }
  }

  /** Power transmission to the through port at λ [m]. */
  public double through(double wavelength) {
    return throughAt(Math.cos(resonance.phase(wavelength)));
  }

  /** Power transmission to the drop port at λ [m]. */
  public double drop(double wavelength) {
    return dropAt(Math.cos(resonance.phase(wavelength)));
  }

  /** Weight T_d − T_p at λ [m]. */
  public double weight(double wavelength) {
    double cosine = Math.cos(resonance.phase(wavelength));
    return dropAt(cosine) - throughAt(cosine);
  }

  /**
   * cos f at a distance δ from the resonance [m], with f = 2π·δ/FSR: the linear law that banks of
   * rings use, which is the exact one for |δ| far below λ₀.
   */
  public double detunedCosine(double detuning) {
    return Math.cos(2 * Math.PI * detuning / resonance.freeSpectralRange());
  }

  /** T_d at a distance from the resonance [m], by {@link #detunedCosine}. */
  public double detunedDrop(double detuning) {
    return dropAt(detunedCosine(detuning));
  }

  /** T_p at a distance from the resonance [m]. */
  public double detunedThrough(double detuning) {
    return throughAt(detunedCosine(detuning));
  }

  /** w = T_d − T_p at a distance from the resonance [m]. */
  public double detunedWeight(double detuning) {
    double cosine = detunedCosine(detuning);
    return dropAt(cosine) - throughAt(cosine);
  }

  /**
   * Distance from the resonance that gives a weight [m], from 0 to half a free spectral range; the
   * nearer end of that range for weights beyond.
   */
  public double detuning(double weight) {
    double reached = Math.clamp(weight, lowestWeight(), highestWeight());
    return phaseFor(reached) * resonance.freeSpectralRange() / (2 * Math.PI);
  }

  private double loop() {
    return input * output * roundTrip;
  }

  private double denominator(double cosine) {
    return 1 - 2 * loop() * cosine + loop() * loop();
  }

  /** T_p of cos f. */
  public double throughAt(double cosine) {
    double numerator =
        output * output * roundTrip * roundTrip - 2 * loop() * cosine + input * input;
    return numerator / denominator(cosine);
  }

  /** T_d of cos f. */
  public double dropAt(double cosine) {
    return (1 - input * input) * (1 - output * output) * roundTrip / denominator(cosine);
  }

  /** Highest weight, on resonance. */
  public double highestWeight() {
    return dropAt(1) - throughAt(1);
  }

  /** Lowest weight, half a free spectral range off. */
  public double lowestWeight() {
    return dropAt(-1) - throughAt(-1);
  }

  /**
   * Largest |w| that the ring reaches in both signs: weights are scaled to it, which costs laser
   * power by one over it.
   */
  public double symmetricRange() {
    return Math.min(highestWeight(), -lowestWeight());
  }

  /**
   * Round-trip phase in [0, π] that gives a weight [rad], from w·D = T_d·D − T_p·D, linear in cos
   * f.
   *
   * @throws IllegalArgumentException if the ring does not reach the weight
   */
  public double phaseFor(double weight) {
    if (!(weight <= highestWeight() && weight >= lowestWeight())) {
      throw new IllegalArgumentException(
          "weight %s is out of reach, expected %s to %s; scale by symmetricRange"
              .formatted(weight, lowestWeight(), highestWeight()));
    }
    double constant =
        (1 - input * input) * (1 - output * output) * roundTrip
            - output * output * roundTrip * roundTrip
            - input * input;
    double cosine = (weight * (1 + loop() * loop()) - constant) / (2 * loop() * (1 + weight));
    return Math.acos(Math.clamp(cosine, -1, 1));
  }

  /**
   * The ring tuned so that light of a wavelength gets a weight.
   *
   * @param weight w
   * @param wavelength λ [m]
   */
  public AddDropRing tunedFor(double weight, double wavelength) {
    // f = 2π·n_g·L·(1/λ − 1/λ₀), solved for λ₀.
    double turns =
        phaseFor(weight) / (2 * Math.PI * resonance.groupIndex() * resonance.circumference());
    double wanted = 1 / (1 / wavelength - turns);
    return new AddDropRing(
        input, output, roundTrip, resonance.shifted(wanted - resonance.wavelength()));
  }

  /** Finesse FSR/FWHM = π√(r₁r₂a)/(1 − r₁r₂a). */
  public double finesse() {
    return Math.PI * Math.sqrt(loop()) / (1 - loop());
  }

  /** Full width at half maximum [m]. */
  public double fullWidth() {
    return resonance.freeSpectralRange() / finesse();
  }

  /** Loaded quality factor λ/FWHM. */
  public double quality() {
    return resonance.wavelength() / fullWidth();
  }

  /** Extinction ratio of the drop port: on resonance over half a free spectral range off. */
  public double dropExtinctionRatio() {
    return dropAt(1) / dropAt(-1);
  }

  /** Bandwidth set by the photon lifetime [Hz]. */
  public double photonLifetimeBandwidth() {
    return resonance.photonLifetimeBandwidth(quality());
  }

  /**
   * Lorentzian drop near the resonance relative to its peak: 1/(1 + (2δ/FWHM)²).
   *
   * @param detuning δ [m]
   */
  public double lorentzian(double detuning) {
    double x = 2 * detuning / fullWidth();
    return 1 / (1 + x * x);
  }

  /**
   * Leak of all other channels of an endless even comb into a Lorentzian, relative to its peak:
   * Σ_{n≠0} 1/(1 + (2n/x)²) = (πx/2)·coth(πx/2) − 1, about (π²/12)·x² for small x.
   *
   * @param widthOverSpacing x = FWHM/spacing
   */
  public static double aggregateLeak(double widthOverSpacing) {
    double y = Math.PI / 2 * Require.positive("width over spacing", widthOverSpacing, "");
    return y / Math.tanh(y) - 1;
  }
}
