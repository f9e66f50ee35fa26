package org.lightpath.fiber.pulse;

/**
 * Envelope s(t) of a pulse, with |s| = 1 at its peak; t is relative to the pulse's centre.
 *
 * <p>Chirp C is Agrawal's: positive C is an up-chirp, the instantaneous frequency δω = Ct/T₀² of a
 * Gaussian rises from front to back. In this project's sign family e^(j(ωt−βz)) that is the phase
 * factor exp(+jCt²/(2T₀²)); Agrawal's books, in the conjugate family, print exp(−iCt²/(2T₀²)).
 */
public sealed interface PulseShape {
  /** Full width at half maximum of a Gaussian over its T₀: 2√(ln 2) = 1.66511. */
  double GAUSSIAN_FWHM = 2 * Math.sqrt(Math.log(2));

  /** Full width at half maximum of a sech over its T₀: 2 ln(1+√2) = 1.76275. */
  double SECH_FWHM = 2 * Math.log(1 + Math.sqrt(2));

  /** Magnitude |s(t)|. */
  double magnitude(double t);

  /** Phase arg s(t) [rad]. */
  double phase(double t);

  /** Whether the shape ends: false for a continuous wave, which fills any window. */
  default boolean confined() {
    return true;
  }

  /** A Gaussian of a full width at half maximum [s] and chirp C. */
  static Gaussian gaussianFwhm(double fwhm, double chirp) {
    return new Gaussian(fwhm / GAUSSIAN_FWHM, chirp);
  }

  /** A sech of a full width at half maximum [s] and chirp C. */
  static Sech sechFwhm(double fwhm, double chirp) {
    return new Sech(fwhm / SECH_FWHM, chirp);
  }

  /**
   * exp(−(1 − jC) t²/(2T₀²)).
   *
   * @param t0 T₀ [s], half width at 1/e of the power
   * @param chirp C
   */
  record Gaussian(double t0, double chirp) implements PulseShape {
    /** Checks the width. */
    public Gaussian {
      requireWidth(t0);
    }

    @Override
    public double magnitude(double t) {
      return Math.exp(-t * t / (2 * t0 * t0));
    }

    @Override
    public double phase(double t) {
      return chirp * t * t / (2 * t0 * t0);
    }
  }

  /**
   * exp(−(1 − jC)/2 · (t/T₀)^(2m)).
   *
   * @param t0 T₀ [s], half width at 1/e of the power
   * @param order m ≥ 1; 1 is a Gaussian
   * @param chirp C
   */
  record SuperGaussian(double t0, int order, double chirp) implements PulseShape {
    /** Checks width and order. */
    public SuperGaussian {
      requireWidth(t0);
      if (order < 1) {
        throw new IllegalArgumentException(
            "super-Gaussian pulse: order is %d, expected at least 1".formatted(order));
      }
    }

    @Override
    public double magnitude(double t) {
      return Math.exp(-Math.pow(t / t0, 2 * order) / 2);
    }

    @Override
    public double phase(double t) {
      return chirp * Math.pow(t / t0, 2 * order) / 2;
    }
  }

  /**
   * sech(t/T₀) exp(jCt²/(2T₀²)).
   *
   * @param t0 T₀ [s]
   * @param chirp C
   */
  record Sech(double t0, double chirp) implements PulseShape {
    /** Checks the width. */
    public Sech {
      requireWidth(t0);
    }

    @Override
    public double magnitude(double t) {
      return 1 / Math.cosh(t / t0);
    }

    @Override
    public double phase(double t) {
      return chirp * t * t / (2 * t0 * t0);
    }
  }

  /** A continuous wave: 1 everywhere. */
  record ContinuousWave() implements PulseShape {
    @Override
    public double magnitude(double t) {
      return 1;
    }

    @Override
    public double phase(double t) {
      return 0;
    }

    @Override
    public boolean confined() {
      return false;
    }
  }

  private static void requireWidth(double t0) {
    if (!(t0 > 0) || Double.isInfinite(t0)) {
      throw new IllegalArgumentException(
          "pulse: T₀ is %s s, expected a positive number".formatted(t0));
    }
  }
}
