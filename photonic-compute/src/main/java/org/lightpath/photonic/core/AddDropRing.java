package org.lightpath.photonic.core;

/**
 * An add-drop ring resonator: with f = 2πΔλ/FSR, C = 2 r₁r₂a cos f and D = 1 − C + (r₁r₂a)²,
 *
 * <pre>
 * through T_p = (r₂²a² − C + r₁²)/D,   drop T_d = (1 − r₁²)(1 − r₂²) a/D,   w = T_d − T_p
 * </pre>
 *
 * Source: Bogaerts et al., Laser Photonics Rev. 6, 47 (2012).
 *
 * @param inputCoupling r₁, amplitude self-coupling of the input coupler, in (0, 1)
 * @param dropCoupling r₂, of the drop coupler
 * @param roundTrip a, amplitude transmission of one round trip, in (0, 1]
 * @param freeSpectralRange FSR [m]
 */
public record AddDropRing(
    double inputCoupling, double dropCoupling, double roundTrip, double freeSpectralRange) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public AddDropRing {
    if (!(inputCoupling > 0 && inputCoupling < 1 && dropCoupling > 0 && dropCoupling < 1)) {
      throw new IllegalArgumentException(
          "ring: amplitude self-couplings %s and %s, expected numbers in (0, 1)"
              .formatted(inputCoupling, dropCoupling));
    }
    if (!(roundTrip > 0 && roundTrip <= 1)) {
      throw Checks.refusal("round-trip transmission of a ring", roundTrip, "", "one in (0, 1]");
    }
    Checks.positive("free spectral range of a ring", freeSpectralRange, "m");
  }

  /**
   * A lossless symmetric ring of a width: FWHM = FSR (1 − r²)/(π r) for r₁ = r₂ = r, a = 1.
   *
   * @param width full width at half maximum [m]
   * @param freeSpectralRange FSR [m]
   */
  public static AddDropRing lossless(double width, double freeSpectralRange) {
    double ratio =
        Math.PI
            * Checks.positive("width of a ring", width, "m")
            / Checks.positive("free spectral range of a ring", freeSpectralRange, "m");
    double r = (Math.sqrt(ratio * ratio + 4) - ratio) / 2;
    return new AddDropRing(r, r, 1, freeSpectralRange);
  }

  /** Full width at half maximum, FSR (1 − r₁r₂a)/(π √(r₁r₂a)) [m]. */
  public double width() {
    double loop = inputCoupling * dropCoupling * roundTrip;
    return freeSpectralRange * (1 - loop) / (Math.PI * Math.sqrt(loop));
  }

  private double interference() {
    return 2 * inputCoupling * dropCoupling * roundTrip;
  }

  private double denominator(double cosine) {
    double loop = inputCoupling * dropCoupling * roundTrip;
    return 1 - interference() * cosine + loop * loop;
  }

  /** cos f at a distance from resonance [m]. */
  double cosine(double detuning) {
    return Math.cos(2 * Math.PI * detuning / freeSpectralRange);
  }

  /** T_d at a distance from resonance [m]. */
  public double drop(double detuning) {
    return dropAt(cosine(detuning));
  }

  /** T_p at a distance from resonance [m]. */
  public double through(double detuning) {
    return throughAt(cosine(detuning));
  }

  /** T_d of cos f. */
  double dropAt(double cosine) {
    return (1 - inputCoupling * inputCoupling)
        * (1 - dropCoupling * dropCoupling)
        * roundTrip
        / denominator(cosine);
  }

  /** T_p of cos f. */
  double throughAt(double cosine) {
    double far = dropCoupling * roundTrip;
    return (far * far - interference() * cosine + inputCoupling * inputCoupling)
        / denominator(cosine);
  }

  /** w = T_d − T_p at a distance from resonance [m]. */
  public double weight(double detuning) {
    return drop(detuning) - through(detuning);
  }

  /**
   * Distance from resonance that gives a weight [m], from 0 to half a free spectral range; the end
   * of that range for weights beyond.
   */
  public double detuning(double weight) {
    double far = dropCoupling * roundTrip;
    double loop = inputCoupling * far;
    double drop =
        (1 - inputCoupling * inputCoupling) * (1 - dropCoupling * dropCoupling) * roundTrip;
    double through = far * far + inputCoupling * inputCoupling;
    double cosine = (weight * (1 + loop * loop) - drop + through) / (interference() * (1 + weight));
    boolean beyond = weight <= -1 || Double.isNaN(cosine);
    return Math.acos(beyond ? -1 : Math.clamp(cosine, -1, 1)) * freeSpectralRange / (2 * Math.PI);
  }
}
