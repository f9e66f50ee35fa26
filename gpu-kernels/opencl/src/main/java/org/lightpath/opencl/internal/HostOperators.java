package org.lightpath.opencl.internal;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.LinearOperator;

/**
 * Builds all tables of a plan on the host, in double precision.
 *
 * <p>Single precision: a rounded H used in every step errs by the same factor every time, which
 * grows linearly. The ratio of exact to rounded H over the whole plan is known here, so the last
 * operator, which has a slot of its own, makes up for it.
 */
final class HostOperators {
  /** Bins built at a time. */
  private static final int CHUNK = 1 << 16;

  private final LinearOperator operator;
  private final Precision precision;
  private final SpectralOrder order;
  private final double[] lengths;
  private final SlotPlan slots;
  private final double gain;
  private final int[] firsts;
  private final int[] uses;

  HostOperators(
      LinearOperator operator,
      Precision precision,
      SpectralOrder order,
      double[] lengths,
      SlotPlan slots,
      double gain) {
    this.operator = operator;
    this.precision = precision;
    this.order = order;
    this.lengths = lengths;
    this.slots = slots;
    this.gain = gain;
    this.firsts = slots.firsts(0).stream().mapToInt(Integer::intValue).toArray();
    this.uses = new int[slots.used()];
    for (int slot : slots.slots()) {
      uses[slot]++;
    }
  }

  /** Fills [slot][row][stored bin]. */
  void fill(DeviceQueue queue, DeviceBuffer target) {
    for (int row = 0; row < operator.rows(); row++) {
      for (int from = 0; from < order.count(); from += CHUNK) {
        fill(queue, target, row, from, Math.min(CHUNK, order.count() - from));
      }
    }
  }

  private void fill(DeviceQueue queue, DeviceBuffer target, int row, int from, int count) {
    double[] lostRe = new double[count];
    double[] lostIm = new double[count];
    HostTable table = new HostTable(precision, count);
    for (int slot = 0; slot < slots.used(); slot++) {
      boolean last = slot == slots.used() - 1;
      for (int i = 0; i < count; i++) {
        double phase = -operator.beta(row, order.bin(from + i)) * lengths[firsts[slot]];
        if (last) {
          double size = (1 + lostRe[i]) / gain;
          table.put(i, size * Math.cos(phase + lostIm[i]), size * Math.sin(phase + lostIm[i]));
        } else {
          store(table, i, phase, uses[slot], lostRe, lostIm);
        }
      }
      long at = ((long) slot * operator.rows() + row) * order.count() + from;
      queue.write(target, at * precision.complexBytes(), table.pointer(), table.bytes());
    }
  }

  /** Stores one value and adds its relative rounding error, as often as it is used. */
  private void store(
      HostTable table, int i, double phase, int uses, double[] lostRe, double[] lostIm) {
    double re = Math.cos(phase);
    double im = Math.sin(phase);
    table.put(i, re / gain, im / gain);
    if (precision == Precision.SINGLE) {
      double errorRe = re - table.re(i) * gain;
      double errorIm = im - table.im(i) * gain;
      lostRe[i] += uses * (errorRe * re + errorIm * im);
      lostIm[i] += uses * (errorIm * re - errorRe * im);
    }
  }
}
