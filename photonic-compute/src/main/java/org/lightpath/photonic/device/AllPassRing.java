package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Ring on one bus: |t|² = (a² − 2ra·cos f + r²)/(1 − 2ra·cos f + (ra)²) (Bogaerts et al., Laser
 * Photonics Rev. 6:47, 2012).
 *
 * @param selfCoupling r, amplitude that stays on the bus (below 1)
 * @param roundTrip a, amplitude left after a round trip (at most 1)
 * @param resonance size and tuning
 */
public record AllPassRing(double selfCoupling, double roundTrip, RingResonance resonance) {
  /** Checks the numbers. */
  public AllPassRing {
    AddDropRing.checkAmplitude("self-coupling", selfCoupling);
    Require.fraction("round-trip amplitude", roundTrip);
    Objects.requireNonNull(resonance);
  }

  /** Power transmission at λ [m]. */
  public double transmission(double wavelength) {
    return atPhase(Math.cos(resonance.phase(wavelength)));
  }

  private double atPhase(double cosine) {
    double product = selfCoupling * roundTrip;
    double cross = 2 * product * cosine;
    return (roundTrip * roundTrip - cross + selfCoupling * selfCoupling)
        / (1 - cross + product * product);
  }

  /** Full width at half maximum (1 − ra)·λ²/(π·n_g·L·√(ra)) [m]. */
  public double fullWidth() {
    return resonance.freeSpectralRange() / finesse();
  }

  /** Finesse FSR/FWHM = π√(ra)/(1 − ra). */
  public double finesse() {
    double product = selfCoupling * roundTrip;
    return Math.PI * Math.sqrt(product) / (1 - product);
  }

  /** Loaded quality factor λ/FWHM. */
  public double quality() {
    return resonance.wavelength() / fullWidth();
  }

  /** Extinction ratio [(a + r)(1 − ra)]²/[(a − r)(1 + ra)]²; infinite at critical coupling. */
  public double extinctionRatio() {
    return atPhase(-1) / atPhase(1);
  }
}
