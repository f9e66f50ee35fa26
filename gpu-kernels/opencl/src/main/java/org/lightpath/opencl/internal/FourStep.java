package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * N = N₁·N₂ for fields too large for a work-group: columns of N₁ samples, rows of N₂, see {@code
 * columns.cl} and {@code rows.cl}.
 *
 * @param columns plan of the columns, all modes that turn together side by side
 * @param rows plan of the rows
 * @param factors neighbouring columns whose factors are the product of two tables: decides bytes,
 *     and so stays when the columns of a group change
 */
record FourStep(LinePlan columns, LinePlan rows, int factors) {
  private static final int MOST_LINES = 128;

  /**
   * Shorter stretches take more transactions [B]: two sectors of memory. On an H100 columns of 64 B
   * are 7 % faster than those of 128 B, whose groups are larger; of 32 B they are slower again.
   */
  private static final int STRETCH_BYTES = 64;

  /** The least that memory moves: of shorter stretches a part is moved in vain [B]. */
  private static final int SECTOR_BYTES = 32;

  /** Passes over the samples in registers that a read and a write of the field are worth. */
  private static final double TRAFFIC_COST = 4;

  /** Groups that keep most of a GPU busy. */
  private static final int MANY_GROUPS = 64;

  private static final double IDLE_COST = 0.5;

  /** Samples N of a mode. */
  long samples() {
    return (long) columns.length() * rows.length();
  }

  /** A name of what does not decide the bytes, for people and for stored choices. */
  String label() {
    return "columns: %s; rows: %s".formatted(columns.label(), rows.label());
  }

  /** Groups of columns of one unit. */
  int stretches() {
    return rows.length() / columns.lines();
  }

  /**
   * The best split.
   *
   * @param samples N
   * @param modes modes that turn together
   * @param batchModes modes of the whole batch
   * @return nothing if N is too large for the limits
   */
  static Optional<FourStep> plan(Limits limits, int samples, int modes, long batchModes) {
    return best(limits, samples, modes, batchModes)
        .or(() -> best(limits.crowded(), samples, modes, batchModes));
  }

  private static Optional<FourStep> best(Limits limits, int samples, int modes, long batchModes) {
    Candidate best = null;
    for (int height : divisors(samples)) {
      int width = samples / height;
      Optional<LinePlanner.Costed> rows = LinePlanner.line(limits, width, 1);
      for (int lines : rows.isPresent() ? divisors(width) : List.<Integer>of()) {
        Optional<LinePlanner.Costed> columns =
            lines > MOST_LINES
                ? Optional.empty()
                : LinePlanner.columns(limits, height, modes, lines);
        if (columns.isPresent()) {
          double cost =
              columns.get().cost()
                  + rows.orElseThrow().cost()
                  + stretchCost(limits, lines)
                  + stretchCost(limits, rows.orElseThrow().plan().items())
                  + idleCost(height)
                  + idleCost(width / lines);
          if (best == null || cost < best.cost()) {
            best = new Candidate(columns.get().plan(), width, cost);
          }
        }
      }
    }
    return Optional.ofNullable(best).flatMap(chosen -> chosen.complete(limits, batchModes));
  }

  /** A split whose rows are not yet spread over a group. */
  private record Candidate(LinePlan columns, int width, double cost) {
    Optional<FourStep> complete(Limits limits, long batchModes) {
      return LinePlanner.rows(limits, width, 1, batchModes * columns.length())
          .map(rows -> new FourStep(columns, rows, columns.lines()));
    }
  }

  private static List<Integer> divisors(int n) {
    List<Integer> divisors = new ArrayList<>();
    for (int d = 1; (long) d * d <= n; d++) {
      if (n % d == 0) {
        divisors.add(d);
        if (d != n / d) {
          divisors.add(n / d);
        }
      }
    }
    return divisors;
  }

  /** Cost of reading so many samples at a stretch, for each halving. */
  private static double stretchCost(Limits limits, int samples) {
    double stretch = 2.0 * limits.realBytes() * samples;
    return Math.max(0, log2(STRETCH_BYTES / stretch))
        + TRAFFIC_COST * Math.max(0, log2(SECTOR_BYTES / stretch));
  }

  /** Cost of a single field with so few groups that processors stay idle, for each halving. */
  private static double idleCost(int groups) {
    return IDLE_COST * Math.max(0, log2((double) MANY_GROUPS / groups));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
