package org.lightpath.core.cpu.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.core.plan.LinearOperator;

/**
 * H_l[k] = exp(−jβ[k]l)/(N·gain) of every linear operator of a plan, in permuted order.
 *
 * <p>One table serves all operators of the same length. If the plan has more lengths than may be
 * held, one table is rebuilt before each operator, by all workers together.
 *
 * <p>Single precision: a rounded H used in every step errs by the same factor every time, which
 * grows linearly. The ratio of exact to rounded H over the whole plan is known here, so the last
 * operator, which has its own table, makes up for it.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class LinearTables<A> implements Linear<A> {
  private static final long MOST_BYTES = 1L << 29;
  private static final int NONE = -1;

  private final Elements<A> elements;
  private final Stages stages;
  private final LinearOperator operator;
  private final double[] lengths;
  private final double gain;
  private final int[] frequencies;
  private final int[] slots;
  private final List<Table<A>> tables = new ArrayList<>();
  private final boolean rebuilt;

  /**
   * Builds the tables.
   *
   * @param lengths l of every linear operator [m]
   * @param gain factor that H takes back: N and the gain of the rounded transform
   */
  LinearTables(
      Elements<A> elements,
      Stages stages,
      LinearOperator operator,
      double[] lengths,
      double gain,
      Slabs<A> slabs) {
    this.elements = elements;
    this.stages = stages;
    this.operator = operator;
    this.lengths = lengths;
    this.gain = gain;
    this.frequencies = stages.frequencies();
    this.slots = slots(lengths);
    int count = slots[lengths.length - 1] + 1;
    long budget = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 8);
    long each = 2L * stages.samples() * operator.rows() * elements.bytes();
    this.rebuilt = count > 4 && count * each > budget;
    int held = rebuilt ? 1 : count;
    for (int i = 0; i < held * operator.rows(); i++) {
      tables.add(slabs.take(2L * stages.samples()));
    }
    if (!rebuilt) {
      fill();
    }
  }

  /** Number of the table of each operator; the last operator has the last table to itself. */
  private static int[] slots(double[] lengths) {
    int[] slots = new int[lengths.length];
    Map<Double, Integer> known = new HashMap<>();
    int last = lengths.length - 1;
    for (int i = 0; i < last; i++) {
      int next = known.size();
      slots[i] = known.computeIfAbsent(lengths[i], length -> next);
    }
    slots[last] = known.size();
    return slots;
  }

  @Override
  public boolean rebuilt() {
    return rebuilt;
  }

  @Override
  public Table<A> table(int operation, int mode) {
    int row = operator.rows() == 1 ? 0 : mode;
    return tables.get((rebuilt ? 0 : slots[operation]) * operator.rows() + row);
  }

  @Override
  public void rebuild(int operation, int part, int parts) {
    if (!rebuilt) {
      return;
    }
    int from = (int) ((long) stages.samples() * part / parts);
    int to = (int) ((long) stages.samples() * (part + 1) / parts);
    for (int row = 0; row < operator.rows(); row++) {
      fill(operation, row, from, to);
    }
  }

  private void fill() {
    int last = lengths.length - 1;
    int[] uses = new int[slots[last] + 1];
    for (int slot : slots) {
      uses[slot]++;
    }
    for (int row = 0; row < operator.rows(); row++) {
      double[] lostRe = new double[stages.samples()];
      double[] lostIm = new double[stages.samples()];
      int done = NONE;
      for (int i = 0; i < last; i++) {
        if (slots[i] > done) {
          done = slots[i];
          fill(i, row, 0, stages.samples());
          collect(i, row, uses[slots[i]], lostRe, lostIm);
        }
      }
      fillLast(row, lostRe, lostIm);
    }
  }

  private void fill(int operation, int row, int from, int to) {
    Table<A> table = table(operation, row);
    for (int p = from; p < to; p++) {
      double phase = -operator.beta(row, frequencies[p]) * lengths[operation];
      store(table, p, Math.cos(phase) / gain, Math.sin(phase) / gain);
    }
  }

  /** Adds the relative error of a table, as often as it is used. */
  private void collect(int operation, int row, int uses, double[] lostRe, double[] lostIm) {
    Table<A> table = table(operation, row);
    int lanes = stages.lanes();
    for (int p = 0; p < stages.samples(); p++) {
      double phase = -operator.beta(row, frequencies[p]) * lengths[operation];
      double re = Math.cos(phase);
      double im = Math.sin(phase);
      int o = index(table, p);
      double errorRe = re - elements.get(table.array(), o) * gain;
      double errorIm = im - elements.get(table.array(), o + lanes) * gain;
      lostRe[p] += uses * (errorRe * re + errorIm * im);
      lostIm[p] += uses * (errorIm * re - errorRe * im);
    }
  }

  private void fillLast(int row, double[] lostRe, double[] lostIm) {
    int last = lengths.length - 1;
    Table<A> table = table(last, row);
    for (int p = 0; p < stages.samples(); p++) {
      double phase = -operator.beta(row, frequencies[p]) * lengths[last] + lostIm[p];
      double size = (1 + lostRe[p]) / gain;
      store(table, p, size * Math.cos(phase), size * Math.sin(phase));
    }
  }

  private int index(Table<A> table, int position) {
    int lanes = stages.lanes();
    return table.offset() + position / lanes * stages.width() + position % lanes;
  }

  private void store(Table<A> table, int position, double re, double im) {
    int o = index(table, position);
    elements.set(table.array(), o, re);
    elements.set(table.array(), o + stages.lanes(), im);
  }
}
