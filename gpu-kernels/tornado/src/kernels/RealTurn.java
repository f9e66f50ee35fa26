package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.math.TornadoMath;

/**
 * The Kerr rotation x ← x exp(−2πj c P), c in turns for each watt as a sum of two numbers.
 *
 * <p>Whole turns are taken off first. x + x (cos − 1) ∓ y sin is summed last: a rounded cosine would
 * let the modulus grow with every step.
 */
final class RealTurn {
  private RealTurn() {}

  /** The part of c P within half a turn. */
  static real turns(real power, real high, real low) {
    real t = power * high;
    return (t - TornadoMath.floor(t + RealConstants.HALF)) + power * low;
  }

  /** sin(2πa). */
  static real sine(real turns) {
    return TornadoMath.sin(turns * RealConstants.TWO_PI);
  }

  /** cos(2πa) − 1 = −2 sin²(πa). */
  static real versine(real turns) {
    real s = TornadoMath.sin(turns * RealConstants.PI);
    return -2 * s * s;
  }
}
