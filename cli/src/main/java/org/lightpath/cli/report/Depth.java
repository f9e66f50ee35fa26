package org.lightpath.cli.report;

import java.util.Optional;

/**
 * How far below its highest value a spectrum is shown [dB].
 *
 * @param curve in figures over frequency
 * @param map in maps over frequency and distance
 */
record Depth(double curve, double map) {
  /** What shows a pulse and its wings. */
  private static final Depth PULSE = new Depth(60, 40);

  /** What shows light beside a continuous wave. */
  private static final Depth WAVE = new Depth(120, 120);

  /** What stays free below a seeded sideband [dB]. */
  private static final double BELOW_SEED = 15;

  /** The depth for a run with these results, if there are any. */
  static Depth of(Optional<DataTable> results) {
    if (results.isEmpty() || !wave(results.get())) {
      return PULSE;
    }
    DataTable rows = results.get();
    double seed = rows.numbers("sidebandPower_W").min();
    double below = 10 * Math.log10(rows.numbers("peakPower_W").max() / seed) + BELOW_SEED;
    double depth = 10 * Math.ceil(below / 10);
    return Double.isFinite(depth) && depth > PULSE.curve() ? new Depth(depth, depth) : WAVE;
  }

  /** Whether this is the depth for a continuous wave. */
  boolean wave() {
    return !equals(PULSE);
  }

  /** Whether the light never falls to half of its peak: a continuous wave. */
  static boolean wave(DataTable results) {
    return results.has("fwhm_s") && results.present("fwhm_s").isEmpty();
  }
}
