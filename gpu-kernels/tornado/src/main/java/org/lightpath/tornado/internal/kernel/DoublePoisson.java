package org.lightpath.tornado.internal.kernel;

import uk.ac.manchester.tornado.api.math.TornadoMath;

/** The probability of a count, as {@link org.lightpath.core.random.Poisson} has it. */
final class DoublePoisson {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
  private static final double SMALL = 10;

  private DoublePoisson() {}

  /** ln(e^−μ μ^k / k!). */
  static double logProbability(double k, double mean) {
    double value;
    if (k < SMALL) {
      double factorial = 1;
      for (int i = 2; i <= k; i++) {
        factorial = factorial * i;
      }
      value = k * TornadoMath.log(mean) - mean - TornadoMath.log(factorial);
    } else {
      double inverse = 1 / k;
      double square = inverse * inverse;
      double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
      double distance = k - mean;
      double logarithm = TornadoMath.log(k);
      value =
          distance
              - k * logOnePlus(distance / mean)
              - HALF_LOG_TWO_PI
              - DoubleConstants.HALF * logarithm
              - series;
    }
    return value;
  }

  /** ln(1 + x): the error of 1 + x is made up for by the quotient. */
  private static double logOnePlus(double x) {
    double sum = 1 + x;
    double part = sum - 1;
    return part == 0 ? x : TornadoMath.log(sum) * (x / part);
  }
}
