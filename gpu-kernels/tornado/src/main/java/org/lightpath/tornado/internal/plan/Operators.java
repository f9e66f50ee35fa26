package org.lightpath.tornado.internal.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.rounding.Turns;

/**
 * Linear operators on the spectrum with rotations between them: what a propagation and a filter
 * have in common.
 */
final class Operators {
  private final FieldShape shape;
  private final Precision precision;
  private final int[] slots;
  private final double[] lengths;
  private final @Nullable PropagationPlan propagation;
  private final @Nullable SpectralFilterPlan filter;

  private Operators(SpectralFilterPlan filter) {
    this.shape = filter.shape();
    this.precision = filter.precision();
    this.slots = new int[1];
    this.lengths = new double[1];
    this.propagation = null;
    this.filter = filter;
  }

  private Operators(PropagationPlan propagation, int[] slots, double[] lengths) {
    this.shape = propagation.shape();
    this.precision = propagation.precision();
    this.slots = slots;
    this.lengths = lengths;
    this.propagation = propagation;
    this.filter = null;
  }

  static Operators of(SpectralFilterPlan plan) {
    return new Operators(plan);
  }

  static Operators of(PropagationPlan plan) {
    Map<Double, Integer> slots = new LinkedHashMap<>();
    int[] taken = new int[plan.linearOperations()];
    for (int i = 0; i < taken.length; i++) {
      int fresh = slots.size();
      taken[i] = slots.computeIfAbsent(plan.linearLength(i), _ -> fresh);
    }
    double[] lengths = slots.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    return new Operators(plan, taken, lengths);
  }

  /** Shape (batch, mode, time). */
  FieldShape shape() {
    return shape;
  }

  /** Precision of storage and arithmetic. */
  Precision precision() {
    return precision;
  }

  /** Table that an operator takes. */
  int slot(int operator) {
    return slots[operator];
  }

  /** Operators. */
  int count() {
    return slots.length;
  }

  /** Tables: one for each distinct length. */
  int tables() {
    return lengths.length;
  }

  /** Modes that turn together. */
  int together() {
    return propagation != null && propagation.nonlinearity() instanceof KerrNonlinearity.Manakov
        ? shape.modes()
        : 1;
  }

  /** Rows of a table: one, or one for each mode. */
  int rows() {
    return propagation == null ? 1 : propagation.dispersion().rows();
  }

  /** Amplitude factor at the end. */
  double amplitude() {
    return propagation == null ? 1 : propagation.finalAmplitude();
  }

  /** Stores the factor of a bin, times a scale. */
  void factor(int table, int row, int bin, double scale, double[] target, int at) {
    if (filter != null) {
      double re = filter.transfer().re(bin) * scale;
      double im = filter.transfer().im(bin) * scale;
      Radices.put(precision, re, im, target, at);
    } else if (propagation != null) {
      double phase = -propagation.dispersion().beta(row, bin) * lengths[table];
      Radices.put(precision, Math.cos(phase) * scale, Math.sin(phase) * scale, target, at);
    }
  }

  /** Turns for each watt of all fields and steps, as sums of two numbers: (field, step, 2). */
  double[] turns() {
    if (propagation == null) {
      return new double[0];
    }
    double[] weights = propagation.effectiveLengths();
    KerrNonlinearity kerr = propagation.nonlinearity();
    double[] turns = new double[2 * shape.batch() * weights.length];
    for (int b = 0; b < shape.batch(); b++) {
      for (int i = 0; i < weights.length; i++) {
        double radians = kerr.gamma(b) * kerr.factor() * weights[i];
        int at = 2 * (b * weights.length + i);
        double high = Turns.high(radians);
        turns[at] = precision == Precision.SINGLE ? (float) high : high;
        turns[at + 1] = (high - turns[at]) + Turns.low(radians);
      }
    }
    return turns;
  }
}
