package org.lightpath.fiber.transceiver;

import java.util.Arrays;

/** Blind phase search over a periodic window; see {@link CarrierRecovery.BlindPhaseSearch}. */
final class BlindPhaseTracker {
  private static final double QUARTER_TURN = Math.PI / 2;

  private BlindPhaseTracker() {}

  /** Phase θ_m of each symbol, unwrapped, up to a common multiple of a quarter turn. */
  static double[] track(
      ComplexBuffer y, Constellation constellation, CarrierRecovery.BlindPhaseSearch search) {
    int symbols = y.size();
    double[] best = new double[symbols];
    double[] smallest = new double[symbols];
    Arrays.fill(smallest, Double.POSITIVE_INFINITY);
    double[] distance = new double[symbols];
    double scale = Math.sqrt(symbols / y.toSamples().energy());
    for (int b = 0; b < search.testPhases(); b++) {
      double phase = QUARTER_TURN * b / search.testPhases();
      distances(y, constellation, scale, phase, distance);
      keepBest(distance, search.halfWindow(), phase, smallest, best);
    }
    unwrap(best);
    return best;
  }

  /** Where the windowed sum of distances is the smallest so far, this phase is the best so far. */
  private static void keepBest(
      double[] distance, int half, double phase, double[] smallest, double[] best) {
    int symbols = distance.length;
    double sum = 0;
    for (int m = -half; m < half; m++) {
      sum += distance[Math.floorMod(m, symbols)];
    }
    for (int m = 0; m < symbols; m++) {
      sum += distance[Math.floorMod(m + half, symbols)];
      if (sum < smallest[m]) {
        smallest[m] = sum;
        best[m] = phase;
      }
      sum -= distance[Math.floorMod(m - half, symbols)];
    }
  }

  /** Squared distance of each symbol, turned back by a test phase, to its decision. */
  private static void distances(
      ComplexBuffer y, Constellation constellation, double scale, double phase, double[] distance) {
    double c = scale * Math.cos(phase);
    double s = scale * Math.sin(phase);
    for (int m = 0; m < distance.length; m++) {
      double re = y.re()[m] * c + y.im()[m] * s;
      double im = y.im()[m] * c - y.re()[m] * s;
      int label = constellation.decide(re, im);
      double dx = re - constellation.re(label);
      double dy = im - constellation.im(label);
      distance[m] = dx * dx + dy * dy;
    }
  }

  private static void unwrap(double[] phase) {
    for (int m = 1; m < phase.length; m++) {
      phase[m] += QUARTER_TURN * Math.rint((phase[m - 1] - phase[m]) / QUARTER_TURN);
    }
  }
}
