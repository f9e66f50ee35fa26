package org.lightpath.photonic.mesh;

/** Angles in the range that phase shifters are set to. */
final class Phases {
  /** 2π [rad]. */
  static final double TURN = 2 * Math.PI;

  private Phases() {}

  /** The equivalent angle in [0, 2π) [rad]. */
  static double wrap(double angle) {
    double wrapped = angle - TURN * Math.floor(angle / TURN);
    // The subtraction rounds to 2π for small negative angles.
    return wrapped >= TURN ? 0 : wrapped;
  }

  /** Wrapped copy. */
  static double[] wrap(double[] angles) {
    double[] wrapped = angles.clone();
    for (int i = 0; i < wrapped.length; i++) {
      wrapped[i] = wrap(angles[i]);
    }
    return wrapped;
  }

  /** The nearest of 2^bits levels that divide [0, 2π) evenly [rad]. */
  static double quantise(double angle, int bits) {
    double levels = Math.scalb(1.0, bits);
    return wrap(Math.rint(angle / TURN * levels) / levels * TURN);
  }

  /**
   * Checks that there is a finite angle for each place.
   *
   * @throws IllegalArgumentException if not
   */
  static void require(String name, double[] angles, int expected) {
    if (angles.length != expected) {
      throw new IllegalArgumentException(
          "%s: %d angles, expected %d".formatted(name, angles.length, expected));
    }
    for (int i = 0; i < angles.length; i++) {
      if (!Double.isFinite(angles[i])) {
        throw new IllegalArgumentException(
            "%s: angle %d is %s rad, expected a finite one".formatted(name, i, angles[i]));
      }
    }
  }
}
