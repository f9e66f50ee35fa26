package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.GnlsePlan;

/**
 * Steps of one field at a time in the scratch memory of one worker: see {@link GnlsePlan} for the
 * formulas. Rows u (spectrum of U), k (N of it), h (propagator of half a step), v, r (new
 * spectrum), w (work), p (power).
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class GnlseStepper<A> {
  private static final int ROWS = 7;

  /** Elements between rows, so that they do not compete for the same cache sets. */
  private static final int GAP_BYTES = 512;

  private final GnlsePlan plan;
  private final Workshop<A> shop;
  private final GnlseKernels<A> kernels;
  private final GnlseTables<A> tables;
  private final A x;
  private final A sums;
  private final int blocks;
  private final int h;
  private final int v;
  private final int p;
  private int u;
  private int k;
  private int r;
  private int w;
  private double propagated;

  GnlseStepper(GnlsePlan plan, Workshop<A> shop, GnlseKernels<A> kernels, GnlseTables<A> tables) {
    this.plan = plan;
    this.shop = shop;
    this.kernels = kernels;
    this.tables = tables;
    Elements<A> elements = shop.elements();
    int pitch = 2 * shop.stages().samples() + GAP_BYTES / elements.bytes();
    Table<A> rows = shop.slabs().take((long) ROWS * pitch);
    this.x = rows.array();
    this.sums = elements.allocate(shop.stages().width());
    this.blocks = shop.stages().blocks();
    int first = rows.offset();
    this.u = first;
    this.k = first + pitch;
    this.r = first + 2 * pitch;
    this.w = first + 3 * pitch;
    this.h = first + 4 * pitch;
    this.v = first + 5 * pitch;
    this.p = first + 6 * pitch;
  }

  /** Takes a field and evaluates N for the first step. */
  void enter(int field, Table<A> row) {
    int length = 2 * shop.stages().samples();
    shop.elements().copy(row.array(), row.offset(), x, u, length);
    shop.transform().forward(x, u);
    shop.kernels().scale(x, u, blocks, 1 / tables.size());
    shop.elements().copy(x, u, x, w, length);
    evaluate();
    kernels.finish(x, v, u, w, blocks, weights(), weight(), plan.gamma(field, 0), sums);
    swapKnown();
  }

  /** Gives the field back. */
  void leave(Table<A> row) {
    shop.transform().inverse(x, u);
    shop.kernels().scale(x, u, blocks, plan.finalAmplitude());
    shop.elements().copy(x, u, row.array(), row.offset(), 2 * shop.stages().samples());
  }

  /** Tries a step of h from z [m] and returns its local error ε. */
  double step(int field, double z, double length) {
    if (length != propagated) {
      double half = length / 2;
      kernels.propagator(x, h, blocks, tables.turns().array(), tables.turns().offset(), half, 0);
      propagated = length;
    }
    double middle = plan.gamma(field, z + length / 2);
    double end = plan.gamma(field, z + length);
    kernels.begin(x, u, k, h, v, r, w, blocks, length / 6, length / 2);
    evaluate();
    kernels.middle(x, v, r, w, blocks, weights(), weight(), middle, length / 3, length / 2);
    evaluate();
    kernels.late(x, h, v, r, w, blocks, weights(), weight(), middle, length / 3, length);
    evaluate();
    kernels.last(x, v, r, w, blocks, weights(), weight(), end, length / 6);
    evaluate();
    kernels.finish(x, v, r, w, blocks, weights(), weight(), end, sums);
    double norm = sum(shop.stages().lanes());
    return norm == 0 ? 0 : length / 10 * Math.sqrt(sum(0) / norm);
  }

  /** Takes the step that was tried. */
  void accept() {
    int swap = u;
    u = r;
    r = swap;
    swapKnown();
  }

  private void swapKnown() {
    int swap = k;
    k = w;
    w = swap;
  }

  /** w ← F{U R∗|U|²} of the spectrum w. */
  private void evaluate() {
    Transform<A> transform = shop.transform();
    transform.inverse(x, w);
    if (plan.nonlinearity().delayed()) {
      kernels.power(x, w, p, blocks);
      transform.filter(x, p, tables.response());
      kernels.product(x, w, p, blocks);
    } else {
      kernels.cube(x, w, blocks);
    }
    transform.forward(x, w);
  }

  private A weights() {
    return tables.weights().array();
  }

  private int weight() {
    return tables.weights().offset();
  }

  private double sum(int from) {
    double sum = 0;
    for (int lane = 0; lane < shop.stages().lanes(); lane++) {
      sum += shop.elements().get(sums, from + lane);
    }
    return sum;
  }
}
