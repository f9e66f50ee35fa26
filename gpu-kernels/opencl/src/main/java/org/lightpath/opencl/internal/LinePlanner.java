package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses radices, work-items and lines of a {@link LinePlan}.
 *
 * <p>The cost of a plan, in passes over the samples: one for each stage, stretched by the work that
 * idle items waste; one and a half for each exchange between stages; a little for every item that
 * is missing to fill a group, or that holds more samples than leave room for several groups.
 */
final class LinePlanner {
  private static final double EXCHANGE_COST = 1.5;
  private static final double CROWDED_COST = 0.5;
  private static final double NARROW_COST = 0.25;

  /** Bytes of samples to an item that leave room for two groups or more on a processor. */
  private static final int COMFORTABLE_BYTES = 128;

  /** Groups this large hide latency; larger ones only wait longer at barriers. */
  private static final int USUAL_GROUP = 256;

  /** Groups below this leave most of a processor idle. */
  private static final int SMALL_GROUP = 128;

  private static final double SMALL_GROUP_COST = 1;

  private static final double LARGE_GROUP_COST = 2;

  /** Work-items that run in step on most GPUs. */
  private static final int WARP = 32;

  private final Limits limits;
  private final int modes;
  private final boolean columns;

  LinePlanner(Limits limits, int modes, boolean columns) {
    this.limits = limits;
    this.modes = modes;
    this.columns = columns;
  }

  /**
   * Plans of the same radices, whose bytes are the same, that may be faster: other numbers of lines
   * and items, other exchanges.
   *
   * @param total lines there are
   */
  static List<LinePlan> variants(Limits limits, LinePlan plan, long total) {
    LinePlanner planner = new LinePlanner(limits, plan.modes(), plan.columns());
    List<LinePlan> all = new ArrayList<>();
    for (int items : new int[] {plan.items() / 2, plan.items() / 4, 2 * plan.items()}) {
      planner.vary(all, plan, items, plan.lines());
      if (!plan.columns()) {
        planner.vary(all, plan, items, Math.min(total, (long) plan.group() / Math.max(1, items)));
      }
    }
    for (int lines : new int[] {2 * plan.lines(), plan.lines() / 2}) {
      planner.vary(all, plan, plan.items(), Math.min(lines, total));
    }
    for (int[] choice : plan.radices().size() > 1 ? planner.exchanges() : new int[0][]) {
      LinePlan other = planner.line(plan, plan.items(), plan.lines(), choice);
      if (other.localBytes() <= limits.localBytes()) {
        all.add(other);
      }
    }
    return all.stream().filter(other -> !other.equals(plan)).distinct().toList();
  }

  private void vary(List<LinePlan> all, LinePlan plan, int items, long lines) {
    if (items < 1 || lines < 1 || items > plan.length() || items * lines > limits.group()) {
      return;
    }
    if (LinePlan.points(plan.length(), plan.radices(), items) * modes <= limits.samples()) {
      LinePlan other = exchanged(plan.length(), plan.radices(), items, (int) lines);
      if (other.localBytes() <= limits.localBytes()) {
        all.add(other);
      }
    }
  }

  private int[][] exchanges() {
    return new int[][] {{2 * modes, 2}, {2, 2}, {2 * modes, 1}, {1, 2}, {1, 1}};
  }

  private LinePlan line(LinePlan like, int items, int lines, int[] exchange) {
    return new LinePlan(
        like.length(),
        like.radices(),
        items,
        lines,
        columns,
        modes,
        exchange[0],
        exchange[1],
        limits.realBytes());
  }

  /** A plan with its cost. */
  record Costed(LinePlan plan, double cost) {}

  /** The best plan for lines of neighbouring samples, of which there are {@code total}. */
  static Optional<LinePlan> rows(Limits limits, int length, int modes, long total) {
    LinePlanner planner = new LinePlanner(limits, modes, false);
    return line(limits, length, modes).map(costed -> planner.widened(costed.plan(), total));
  }

  /** The best plan for one line of neighbouring samples. */
  static Optional<Costed> line(Limits limits, int length, int modes) {
    LinePlanner planner = new LinePlanner(limits, modes, false);
    return planner.best(length, 1, USUAL_GROUP).or(() -> planner.best(length, 1, 2 * USUAL_GROUP));
  }

  /** The best plan for groups of {@code lines} neighbouring columns. */
  static Optional<Costed> columns(Limits limits, int length, int modes, int lines) {
    LinePlanner planner = new LinePlanner(limits, modes, true);
    return planner
        .best(length, lines, USUAL_GROUP)
        .or(() -> planner.best(length, lines, 4 * USUAL_GROUP));
  }

  /** The best plan with a given number of lines and at most {@code most} items in a group. */
  private Optional<Costed> best(int length, int lines, int most) {
    List<Costed> found = new ArrayList<>();
    if ((long) length * lines * modes > (long) most * limits.samples()) {
      return Optional.empty();
    }
    for (List<Integer> radices : factorisations(length)) {
      int largest = Math.min(Math.min(limits.group(), most) / lines, length);
      for (int items = 1; items <= largest; items++) {
        consider(found, length, radices, items, lines);
      }
    }
    return found.stream().min((a, b) -> Double.compare(a.cost(), b.cost()));
  }

  private void consider(
      List<Costed> found, int length, List<Integer> radices, int items, int lines) {
    int points = LinePlan.points(length, radices, items);
    if (points * modes > limits.samples()) {
      return;
    }
    LinePlan plan = exchanged(length, radices, items, lines);
    if (plan.localBytes() <= limits.localBytes()) {
      found.add(new Costed(plan, cost(plan)));
    }
  }

  private double cost(LinePlan plan) {
    double cost = EXCHANGE_COST * (plan.radices().size() - 1);
    for (int radix : plan.radices()) {
      long done = (long) LinePlan.perItem(plan.length(), radix, plan.items()) * radix;
      cost += done * plan.items() / (double) plan.length();
    }
    int bytes = plan.points() * modes * 2 * limits.realBytes();
    cost += CROWDED_COST * Math.max(0, (double) bytes / COMFORTABLE_BYTES - 1);
    cost += NARROW_COST * Math.max(0, log2((double) COMFORTABLE_BYTES / bytes));
    cost += LARGE_GROUP_COST * Math.max(0, log2((double) plan.group() / USUAL_GROUP));
    if (columns) {
      cost += SMALL_GROUP_COST * Math.max(0, log2((double) SMALL_GROUP / plan.group()));
    }
    return cost;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /** Fills a group with lines, as far as there are any, local memory reaches and warps are full. */
  private LinePlan widened(LinePlan plan, long total) {
    LinePlan best = plan;
    long most = Math.min(total, Math.min(SMALL_GROUP, limits.group()) / plan.items());
    for (int lines = 2; lines <= most; lines++) {
      LinePlan wide = exchanged(plan.length(), plan.radices(), plan.items(), lines);
      if (wide.localBytes() <= limits.localBytes() && filled(wide) >= filled(best)) {
        best = wide;
      }
    }
    return best;
  }

  /** Share of the work-items in a group's warps that have work. */
  private static double filled(LinePlan plan) {
    int warps = (plan.group() + WARP - 1) / WARP;
    return plan.group() / (double) (warps * WARP);
  }

  /** Few barriers where local memory reaches: all planes at once and in turn, or one by one. */
  private LinePlan exchanged(int length, List<Integer> radices, int items, int lines) {
    LinePlan plan = null;
    for (int[] choice : exchanges()) {
      plan =
          new LinePlan(
              length,
              radices,
              items,
              lines,
              columns,
              modes,
              choice[0],
              choice[1],
              limits.realBytes());
      if (plan.localBytes() <= limits.localBytes()) {
        return plan;
      }
    }
    if (plan == null) {
      throw new AssertionError("there are choices");
    }
    return plan;
  }

  /** All ways to write a length as a product of radices in descending order. */
  private static List<List<Integer>> factorisations(int length) {
    List<List<Integer>> all = new ArrayList<>();
    if (length == 1) {
      all.add(List.of(1));
      return all;
    }
    factorise(length, 0, new ArrayList<>(), all);
    return all;
  }

  private static void factorise(int rest, int from, List<Integer> chosen, List<List<Integer>> all) {
    if (rest == 1) {
      all.add(List.copyOf(chosen));
      return;
    }
    for (int i = from; i < Butterflies.RADICES.size() - 1; i++) {
      int radix = Butterflies.RADICES.get(i);
      if (rest % radix == 0) {
        chosen.add(radix);
        factorise(rest / radix, i, chosen, all);
        chosen.removeLast();
      }
    }
  }
}
