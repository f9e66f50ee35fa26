package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.math.TornadoMath;

/**
 * Parts of standard normals in single precision, see {@link DoubleNormals}. ln u is taken of the
 * nearer of u and 1 − u, and quarter turns are taken off as integers, so that neither loses digits.
 */
final class FloatNormals {
  private static final float UNIT = 0x1p-32f;
  private static final float HALF_UNIT = 0x1p-31f;

  private FloatNormals() {}

  /** √(−2 ln u). */
  static float radius(int word) {
    float logarithm;
    if (word >= 0) {
      logarithm = TornadoMath.log((word + FloatConstants.HALF) * UNIT);
    } else {
      logarithm = logarithmBelowOne((~word + FloatConstants.HALF) * UNIT);
    }
    return TornadoMath.sqrt(-2 * logarithm);
  }

  /** ln(1 − x) for 0 &lt; x ≤ ½: the error of 1 − x is made up for by the quotient. */
  private static float logarithmBelowOne(float x) {
    float rest = 1 - x;
    float lost = rest - 1;
    return lost == 0 ? -x : TornadoMath.log(rest) * (x / -lost);
  }

  /** The nearest quarter turn, −2 … 2. Nothing overflows: the kernel's C would not define it. */
  private static int quarter(int word) {
    return ((word >> 29) + 1) >> 1;
  }

  /** Half turns from the nearest quarter, within ±¼. */
  private static float rest(int word) {
    int rest = (int) ((long) word - ((long) quarter(word) << 30));
    return (rest + FloatConstants.HALF) * HALF_UNIT;
  }

  /** cos 2πu. */
  static float cosine(int word) {
    return turned(quarter(word) & 3, rest(word));
  }

  /** sin 2πu: the cosine of a quarter turn less. */
  static float sine(int word) {
    return turned((quarter(word) - 1) & 3, rest(word));
  }

  /** cos(π (q/2 + x)). */
  private static float turned(int quarter, float x) {
    float angle = FloatConstants.PI * x;
    float value = (quarter & 1) == 0 ? TornadoMath.cos(angle) : -TornadoMath.sin(angle);
    return quarter < 2 ? value : -value;
  }
}
