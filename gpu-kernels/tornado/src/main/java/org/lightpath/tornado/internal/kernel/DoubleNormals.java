package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.math.TornadoMath;

/** Parts of two standard normals √(−2 ln u₁) (cos 2πu₂, sin 2πu₂) from words, u = (w + ½) 2⁻³². */
final class DoubleNormals {
  private static final double UNIT = 0x1p-32;

  private DoubleNormals() {}

  private static double uniform(int word) {
    return ((word & 0xFFFFFFFFL) + DoubleConstants.HALF) * UNIT;
  }

  /** √(−2 ln u). */
  static double radius(int word) {
    return TornadoMath.sqrt(-2 * TornadoMath.log(uniform(word)));
  }

  /** cos 2πu. */
  static double cosine(int word) {
    return TornadoMath.cos(DoubleConstants.TWO_PI * uniform(word));
  }

  /** sin 2πu. */
  static double sine(int word) {
    return TornadoMath.sin(DoubleConstants.TWO_PI * uniform(word));
  }
}
