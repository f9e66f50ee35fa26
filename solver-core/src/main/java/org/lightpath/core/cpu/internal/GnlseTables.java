package org.lightpath.core.cpu.internal;

import org.lightpath.core.plan.DelayedKerr;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.core.rounding.Turns;

/**
 * Spectral tables of a plan in permuted order.
 *
 * <p>Spectra are kept divided by N, so that the inverse transform needs no factor; {@link #size} is
 * N times the mean gain of the rounded transforms, see {@link Transform#gain}.
 *
 * @param size what a forward and an inverse transform multiply by
 * @param turns −β/2π as a sum of two numbers [turns/m]
 * @param weights s/size, L numbers a block
 * @param response R/size of the delayed effect
 * @param <A> {@code float[]} or {@code double[]}
 */
record GnlseTables<A>(double size, Table<A> turns, Table<A> weights, Table<A> response) {
  static <A> GnlseTables<A> of(GnlsePlan plan, Workshop<A> shop) {
    Stages stages = shop.stages();
    Elements<A> elements = shop.elements();
    int lanes = stages.lanes();
    int n = stages.samples();
    double size = n * shop.transform().gain();
    Table<A> turns = shop.slabs().take(2L * n);
    Table<A> weights = shop.slabs().take(n);
    Table<A> response = shop.slabs().take(plan.nonlinearity().delayed() ? 2L * n : 1);
    int[] bins = stages.frequencies();
    LinearOperator dispersion = plan.dispersion();
    DelayedKerr kerr = plan.nonlinearity();
    for (int p = 0; p < n; p++) {
      int at = p / lanes * stages.width() + p % lanes;
      double beta = -dispersion.beta(0, bins[p]);
      elements.set(turns.array(), turns.offset() + at, Turns.high(beta));
      double high = elements.get(turns.array(), turns.offset() + at);
      double low = Turns.high(beta) - high + Turns.low(beta);
      elements.set(turns.array(), turns.offset() + at + lanes, low);
      elements.set(weights.array(), weights.offset() + p, kerr.steepening().value(bins[p]) / size);
      if (kerr.delayed()) {
        int o = response.offset() + at;
        elements.set(response.array(), o, kerr.totalRe(bins[p]) / size);
        elements.set(response.array(), o + lanes, kerr.totalIm(bins[p]) / size);
      }
    }
    return new GnlseTables<>(size, turns, weights, response);
  }
}
