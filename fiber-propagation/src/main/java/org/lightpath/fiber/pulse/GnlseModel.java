package org.lightpath.fiber.pulse;

import java.util.Optional;
import org.lightpath.core.plan.DelayedKerr;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.SpectralWeight;
import org.lightpath.core.plan.TransferFunction;
import org.lightpath.fiber.RamanResponse;
import org.lightpath.fiber.TimeGrid;

/**
 * Which effects the generalised nonlinear Schrödinger equation has beside dispersion, loss and the
 * Kerr effect.
 *
 * @param raman delayed response, if any
 * @param selfSteepening whether γ grows with frequency, s(ω) = 1 + ω/ω₀: photons are conserved
 *     then, without it energy is
 */
public record GnlseModel(Optional<RamanResponse> raman, boolean selfSteepening) {
  /** Default tolerance of a step: that of benchmark case B5, photons conserved to 10⁻⁴ there. */
  public static final double DEFAULT_TOLERANCE = 1e-6;

  /** The Kerr effect alone: what the symmetric split step solves, too. */
  public static GnlseModel kerr() {
    return new GnlseModel(Optional.empty(), false);
  }

  /** Raman scattering and self-steepening. */
  public static GnlseModel full(RamanResponse raman) {
    return new GnlseModel(Optional.of(raman), true);
  }

  /** Whether there is anything that the plain equation lacks. */
  public boolean generalises() {
    return raman.isPresent() || selfSteepening;
  }

  /**
   * The nonlinear term of a plan.
   *
   * @param carrier ν₀ [Hz]
   */
  public DelayedKerr nonlinearity(double carrier, TimeGrid grid, FieldParameter gammas) {
    int n = grid.samples();
    SpectralWeight steepening = selfSteepening ? steepening(carrier, grid) : SpectralWeight.ones(n);
    TransferFunction response =
        raman
            .map(one -> one.spectrum(grid))
            .orElseGet(() -> TransferFunction.of(new double[n], new double[n]));
    double fraction = raman.map(RamanResponse::fraction).orElse(0.0);
    return new DelayedKerr(gammas, steepening, fraction, response);
  }

  /** 1 + ω/ω₀; 0 where the optical frequency would be negative, because there is no light. */
  private static SpectralWeight steepening(double carrier, TimeGrid grid) {
    double[] weights = new double[grid.samples()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.max(0, 1 + grid.frequency(k) / carrier);
    }
    return SpectralWeight.of(weights);
  }
}
