package org.lightpath.cloud.graph.operator;

/**
 * Elementary functions in binary32, without branches where a loop over them should be vectorised.
 */
final class FloatFunctions {
  private static final float LOG2_E = 1.442695f;

  /** Leading bits of ln 2, so that n·LN2_HIGH is exact for |n| below 2⁹. */
  private static final float LN2_HIGH = 0.6933594f;

  private static final float LN2_LOW = -0.00021219444f;

  /** Adding 1.5·2²³ rounds to a whole number, which then stands in the low bits. */
  private static final float ROUNDER = 12582912f;

  private FloatFunctions() {}

  /**
   * e^x: 2^n·e^r with |r| ≤ ln 2/2, e^r by its Taylor series to r⁷ (remainder below 6e-9 relative);
   * clamped to the finite range, so that it saturates at about 2^±126.
   */
  static float exp(float x) {
    float clamped = Math.max(-87.3f, Math.min(88.3f, x));
    float shifted = Math.fma(clamped, LOG2_E, ROUNDER);
    float n = shifted - ROUNDER;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, clamped));
    float p = Math.fma(r, 1f / 5040, 1f / 720);
    p = Math.fma(p, r, 1f / 120);
    p = Math.fma(p, r, 1f / 24);
    p = Math.fma(p, r, 1f / 6);
    p = Math.fma(p, r, 0.5f);
    p = Math.fma(p, r, 1f);
    p = Math.fma(p, r, 1f);
    return p * Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + 127) << 23);
  }

  /** 1/(1 + e^−x). */
  static float sigmoid(float x) {
    return 1 / (1 + exp(-x));
  }

  /** Hyperbolic tangent: (1 − e^−2|x|)/(1 + e^−2|x|); near 0 by its series, where that cancels. */
  static float tanh(float x) {
    float a = Math.abs(x);
    if (a < 0.15f) {
      float s = x * x;
      return x * Math.fma(s, Math.fma(s, Math.fma(s, -17f / 315, 2f / 15), -1f / 3), 1f);
    }
    float e = exp(-2 * a);
    return Math.copySign((1 - e) / (1 + e), x);
  }

  /**
   * Error function: for |x| &lt; 0.5 by its series to x⁹ (remainder below 1e-6 relative), beyond by
   * formula 7.1.26 of Abramowitz and Stegun (absolute error 1.5e-7).
   */
  static float erf(float x) {
    float a = Math.abs(x);
    if (a < 0.5f) {
      float s = x * x;
      float p = Math.fma(s, Math.fma(s, -1f / 1320, 1f / 216), -1f / 42);
      p = Math.fma(s, Math.fma(s, Math.fma(s, p, 0.1f), -1f / 3), 1f);
      return 1.1283792f * x * p;
    }
    float t = 1 / Math.fma(0.3275911f, a, 1f);
    float p = Math.fma(t, Math.fma(t, 1.0614054f, -1.4531521f), 1.4214138f);
    p = t * Math.fma(t, Math.fma(t, p, -0.28449672f), 0.2548296f);
    return Math.copySign(1 - p * exp(-a * a), x);
  }

  /** x·Φ(x) with Φ the normal distribution function. */
  static float gelu(float x) {
    return 0.5f * x * (1 + erf(0.70710677f * x));
  }
}
