package org.lightpath.core.rounding;

/**
 * Angles in whole turns, φ/(2π), as a sum of two numbers.
 *
 * <p>A nonlinear rotation exp(−2πj c P) may be thousands of radians: with c as a sum the number of
 * turns is exact before whole turns are taken off.
 */
public final class Turns {
  private static final double HIGH = 1 / (2 * Math.PI);

  /** 1/(2π) − {@link #HIGH}: from 1/(2π) = 0.15915494309189533576888376337251436… */
  private static final double LOW = -9.839338337591243e-18;

  private Turns() {}

  /** Leading part of the turns of an angle [rad]. */
  public static double high(double angle) {
    return angle * HIGH;
  }

  /** What {@link #high} lacks. */
  public static double low(double angle) {
    return Math.fma(angle, HIGH, -(angle * HIGH)) + angle * LOW;
  }
}
