package org.lightpath.photonic.core;

import java.util.function.IntUnaryOperator;
import org.lightpath.core.plan.OperandMemory;

/**
 * Order of the terms where each readout also sums the parts in quadrature: the in-phase values of a
 * window, then its quadrature values. Without stacking, the terms themselves.
 *
 * @param inner K
 * @param window terms of one readout
 * @param stacked whether quadrature values follow
 */
record Stacking(int inner, int window, boolean stacked) {
  /** Terms of the plan. */
  int length() {
    return stacked ? 2 * inner : inner;
  }

  /** Terms of the plan in one readout. */
  int planWindow() {
    return stacked ? 2 * window : window;
  }

  /** Puts both parts in order. */
  double[] join(double[] inPhase, double[] quadrature) {
    double[] joined = new double[length()];
    for (int from = 0; from < inner; from += window) {
      int count = Math.min(window, inner - from);
      System.arraycopy(inPhase, from, joined, 2 * from, count);
      System.arraycopy(quadrature, from, joined, 2 * from + count, count);
    }
    return joined;
  }

  /** The same number for both parts of a term. */
  double[] both(double[] values) {
    return stacked ? join(values, values) : values;
  }

  /** Lets a stream run into itself as an engine would. */
  static double[] remember(double[] stream, OperandMemory memory) {
    if (!memory.isPresent()) {
      return stream;
    }
    double[] result = new double[stream.length];
    double before = 0;
    for (int k = 0; k < stream.length; k++) {
      double now = memory.pole() * before + (1 - memory.pole()) * stream[k];
      result[k] = (1 - memory.skew()) * now + memory.skew() * before;
      before = now;
    }
    return result;
  }

  /** Number of the parameter that belongs to term k: parameters repeat along each window. */
  IntUnaryOperator repeating(int count) {
    return k -> k % window % count;
  }
}
