package org.lightpath.opencl.internal.tuning;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Times variants against each other: the best so far and the next one take turns, the median of the
 * ratios decides. A variant wins if it is twice found faster by more than turns scatter; one that
 * gives other bytes than the first is left out with a warning.
 *
 * @param <V> a variant
 */
final class Contest<V> {
  private static final Logger LOG = System.getLogger(Contest.class.getName());
  private static final int TURNS = 5;

  /** A turn lasts so long, or one run. */
  private static final double TURN_SECONDS = 2e-3;

  private static final int MOST_RUNS = 64;

  /** Gains below this are noise on a shared machine (measured, PoCL on two busy cores). */
  private static final double WORTH = 0.97;

  private final Trial<V> trial;
  private final Function<V, String> label;
  private final long deadline;
  private final long start = System.nanoTime();
  private double prepared;

  Contest(Trial<V> trial, Function<V, String> label, double seconds) {
    this.trial = trial;
    this.label = label;
    this.deadline = start + (long) (seconds * 1e9);
  }

  /**
   * The best variant with its ratio to the first; nothing if the first takes all the time there is.
   */
  Optional<Result<V>> best(List<V> variants) {
    V first = variants.getFirst();
    Trial.Timed best = prepare(first).orElse(null);
    if (best == null) {
      return Optional.empty();
    }
    Result<V> result = new Result<>(first, 1, 0);
    try {
      long bytes = best.digest();
      double run = turn(best, 1);
      if (!timeFor(run)) {
        return Optional.empty();
      }
      for (V next : variants.subList(1, variants.size())) {
        if (!timeFor(run)) {
          break;
        }
        Trial.Timed challenger = prepare(next).orElse(null);
        if (challenger == null) {
          continue;
        }
        Trial.Timed loser = challenger;
        try {
          double ratio = same(next, challenger, bytes) ? confirmed(best, challenger, run) : 1;
          result = result.oneMore();
          LOG.log(Level.DEBUG, "{0}: {1} of the best so far", label.apply(next), ratio);
          if (ratio < WORTH) {
            loser = best;
            best = challenger;
            run *= ratio;
            result = new Result<>(next, result.ratio * ratio, result.measured);
          }
        } finally {
          loser.close();
        }
      }
    } finally {
      best.close();
    }
    return Optional.of(result);
  }

  /**
   * An outcome.
   *
   * @param variant the best
   * @param ratio its time over that of the first [1]
   * @param measured variants beside the first
   */
  record Result<V>(V variant, double ratio, int measured) {
    Result<V> oneMore() {
      return new Result<>(variant, ratio, measured + 1);
    }
  }

  private Optional<Trial.Timed> prepare(V variant) {
    long from = System.nanoTime();
    Optional<Trial.Timed> made = trial.prepare(variant);
    prepared = Math.max(prepared, (System.nanoTime() - from) * 1e-9);
    return made;
  }

  /** Whether another variant can be prepared and timed. */
  private boolean timeFor(double run) {
    double needed = prepared + 4 * TURNS * Math.max(TURN_SECONDS, run);
    return System.nanoTime() + (long) (needed * 1e9) < deadline;
  }

  private boolean same(V variant, Trial.Timed timed, long bytes) {
    boolean same = timed.digest() == bytes;
    if (!same) {
      LOG.log(
          Level.WARNING,
          "variant {0} gives other bytes than the planner''s on this device and is not used; please report it",
          label.apply(variant));
    }
    return same;
  }

  /** A gain counts if it is found twice: the smaller one. */
  private static double confirmed(Trial.Timed known, Trial.Timed other, double run) {
    turn(other, 1);
    double first = ratio(known, other, run);
    return first < WORTH ? Math.max(first, ratio(known, other, run)) : first;
  }

  /**
   * Median of the time of one over that of another, in turns that each begins as often; a gain
   * counts only if four of five turns show it.
   */
  private static double ratio(Trial.Timed known, Trial.Timed other, double run) {
    int runs = (int) Math.clamp(TURN_SECONDS / Math.max(run, 1e-9), 1, MOST_RUNS);
    double[] ratios = new double[TURNS];
    for (int i = 0; i < TURNS; i++) {
      boolean knownFirst = i % 2 == 0;
      double before = turn(knownFirst ? known : other, runs);
      double after = turn(knownFirst ? other : known, runs);
      ratios[i] = knownFirst ? after / before : before / after;
    }
    Arrays.sort(ratios);
    double median = ratios[TURNS / 2];
    return ratios[TURNS - 2] < 1 ? median : Math.max(1, median);
  }

  private static double turn(Trial.Timed timed, int runs) {
    long from = System.nanoTime();
    for (int i = 0; i < runs; i++) {
      timed.run();
    }
    return (System.nanoTime() - from) * 1e-9 / runs;
  }
}
