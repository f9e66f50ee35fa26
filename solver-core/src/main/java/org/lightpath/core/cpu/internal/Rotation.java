package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.rounding.Turns;

/**
 * The nonlinear rotations of a plan: exp(−2πj c P) with c = γ κ w/(2π) turns per watt.
 *
 * <p>c is kept as a sum of two numbers, so that the number of turns is exact before whole turns are
 * taken off, even for thousands of radians.
 */
final class Rotation {
  /** No rotation at all. */
  static final Rotation NONE =
      new Rotation(new KerrNonlinearity.Scalar(FieldParameter.of(0)), new double[0]);

  private final KerrNonlinearity kerr;
  private final double[] weights;

  Rotation(KerrNonlinearity kerr, double[] weights) {
    this.kerr = kerr;
    this.weights = weights;
  }

  /** Number of rotations. */
  int count() {
    return weights.length;
  }

  /** Whether all modes turn by their common power. */
  boolean common() {
    return kerr instanceof KerrNonlinearity.Manakov;
  }

  /** Leading part of c of a field at a step [1/W]. */
  double high(int field, int step) {
    return Turns.high(angle(field, step));
  }

  /** What {@link #high} lacks [1/W]. */
  double low(int field, int step) {
    return Turns.low(angle(field, step));
  }

  private double angle(int field, int step) {
    return kerr.gamma(field) * kerr.factor() * weights[step];
  }
}
