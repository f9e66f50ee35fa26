package org.lightpath.fiber.exact;

import java.util.Objects;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Polarisation;

/**
 * A Gaussian pulse, chirped or not, after second-order dispersion and loss, without Kerr effect.
 *
 * <p>A(t, z) = √P₀ e^(−αz/2) √(q₀/q) exp(−t²/(2q)) with q₀ = T₀²/(1 − jC), q = q₀ + jβ₂z (Agrawal,
 * Nonlinear Fiber Optics, section 3.2, conjugated into this project's sign family).
 *
 * @param peakPower P₀ [W]
 * @param t0 T₀ [s]
 * @param chirp C, positive for an up-chirp
 * @param beta2 β₂ [s²/m]
 * @param attenuation α [1/m]
 * @param polarisation state of polarisation
 */
public record DispersedGaussian(
    double peakPower,
    double t0,
    double chirp,
    double beta2,
    double attenuation,
    Polarisation polarisation)
    implements ExactEnvelope {
  /** Checks the parts. */
  public DispersedGaussian {
    Objects.requireNonNull(polarisation);
  }

  /**
   * The solution for a fibre, polarised along x.
   *
   * @throws IllegalArgumentException if the fibre has a Kerr effect or higher-order dispersion
   */
  public static DispersedGaussian in(Fiber fiber, double peakPower, double t0, double chirp) {
    Validity.requireNoKerr("dispersed Gaussian", fiber);
    Validity.requireSecondOrderOnly("dispersed Gaussian", fiber);
    return new DispersedGaussian(
        peakPower, t0, chirp, fiber.beta(2), fiber.attenuation(), Polarisation.X);
  }

  @Override
  public String description() {
    return "Gaussian pulse after dispersion (closed form)";
  }

  @Override
  public void at(double time, double position, double[] amplitude) {
    double scale = t0 * t0 / (1 + chirp * chirp);
    double startIm = scale * chirp;
    double qRe = scale;
    double qIm = startIm + beta2 * position;
    double q2 = qRe * qRe + qIm * qIm;
    // Half the angle between q₀ and q; |arg q₀ − arg q| < π because both have positive real parts.
    double half = (Math.atan2(startIm, scale) - Math.atan2(qIm, qRe)) / 2;
    double magnitude =
        Math.sqrt(peakPower * Math.exp(-attenuation * position))
            * Math.sqrt(Math.hypot(scale, startIm) / Math.sqrt(q2))
            * Math.exp(-time * time * qRe / (2 * q2));
    double phase = half + time * time * qIm / (2 * q2);
    amplitude[0] = magnitude * Math.cos(phase);
    amplitude[1] = magnitude * Math.sin(phase);
  }
}
