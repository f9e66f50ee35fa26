package org.lightpath.fiber;

/**
 * State of polarisation: (x, y) = (cos θ, sin θ · e^(jδ)).
 *
 * @param angle θ [rad]; 0 is x, π/4 splits the power equally
 * @param phase δ [rad] of y relative to x; θ = π/4, δ = π/2 is circular
 */
public record Polarisation(double angle, double phase) {
  /** Linear along x. */
  public static final Polarisation X = new Polarisation(0, 0);

  /** Linear along y. */
  public static final Polarisation Y = new Polarisation(Math.PI / 2, 0);

  /** Checks the numbers. */
  public Polarisation {
    if (!Double.isFinite(angle) || !Double.isFinite(phase)) {
      throw new IllegalArgumentException(
          "polarisation: angle=%s rad and phase=%s rad must be finite".formatted(angle, phase));
    }
  }
}
