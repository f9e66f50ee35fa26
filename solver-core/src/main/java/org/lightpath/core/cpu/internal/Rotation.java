package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.KerrNonlinearity;

/**
 * The nonlinear rotations of a plan: exp(−2πj c P) with c = γ κ w/(2π) turns per watt.
 *
 * <p>c is kept as a sum of two numbers, so that the number of turns is exact before whole turns are
 * taken off, even for thousands of radians.
 */
final class Rotation {
  private static final double TURNS_HIGH = 1 / (2 * Math.PI);

  /** 1/(2π) − {@link #TURNS_HIGH}: from 1/(2π) = 0.15915494309189533576888376337251436… */
  private static final double TURNS_LOW = -9.839338337591243e-18;

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
    return angle(field, step) * TURNS_HIGH;
  }

  /** What {@link #high} lacks [1/W]. */
  double low(int field, int step) {
    double angle = angle(field, step);
    return Math.fma(angle, TURNS_HIGH, -(angle * TURNS_HIGH)) + angle * TURNS_LOW;
  }

  private double angle(int field, int step) {
    return kerr.gamma(field) * kerr.factor() * weights[step];
  }
}
