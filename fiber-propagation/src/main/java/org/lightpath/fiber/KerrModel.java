package org.lightpath.fiber;

import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.KerrNonlinearity;

/** Which propagation equation a fibre is solved with. */
public enum KerrModel {
  /** Scalar nonlinear Schrödinger equation: each polarisation sees its own power, c = 1. */
  SCALAR(1),
  /** Manakov equation: both polarisations see their total power, c = 8/9. */
  MANAKOV(8.0 / 9.0);

  private final double factor;

  KerrModel(double factor) {
    this.factor = factor;
  }

  /** Averaging factor c in −jγcPA. */
  public double factor() {
    return factor;
  }

  /**
   * The Kerr term of a plan.
   *
   * @param gammas γ [1/(W·m)]: one value for the batch or one for each field
   */
  public KerrNonlinearity nonlinearity(FieldParameter gammas) {
    return switch (this) {
      case SCALAR -> new KerrNonlinearity.Scalar(gammas);
      case MANAKOV -> new KerrNonlinearity.Manakov(gammas);
    };
  }
}
