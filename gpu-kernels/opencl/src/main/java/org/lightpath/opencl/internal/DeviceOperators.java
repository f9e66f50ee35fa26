package org.lightpath.opencl.internal;

import org.jocl.Pointer;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.rounding.Turns;

/** Builds tables of linear operators on the device, see {@code operator.cl}. */
final class DeviceOperators {
  private final double[] lengths;
  private final double scale;
  private final int count;
  private final DeviceBuffer beta;
  private final Kernel kernel;

  DeviceOperators(
      Workbench bench, PropagationPlan plan, SpectralOrder order, double[] lengths, double gain) {
    if (!bench.device().doublePrecision()) {
      throw new UnsupportedPlanException(
          "the plan has more step lengths than tables fit in memory, and %s has no double precision to rebuild them; take fewer distinct step lengths or the engine 'cpu'"
              .formatted(bench.device().name()));
    }
    this.lengths = lengths;
    this.scale = 1 / gain;
    this.count = order.count() * plan.dispersion().rows();
    double[] turns = new double[count];
    for (int i = 0; i < count; i++) {
      int row = i / order.count();
      turns[i] = Turns.high(plan.dispersion().beta(row, order.bin(i % order.count())));
    }
    this.beta = bench.table(Pointer.to(turns), (long) count * Double.BYTES);
    String source = new LineSource(plan.precision()).file("operator").text();
    this.kernel = bench.kernel(source, "linearOperator");
    kernel.set(1, beta).set(3, count).set(5, scale, Precision.DOUBLE);
  }

  /** Enqueues all tables of the stretch that begins with an operator. */
  void build(DeviceBuffer target, SlotPlan slots, int begin) {
    kernel.set(0, target);
    int next = 0;
    for (int i = begin; i < slots.end(begin); i++) {
      if (slots.slots()[i] == next) {
        kernel.set(2, next++).set(4, lengths[i], Precision.DOUBLE).launchFor(count, 0);
      }
    }
  }
}
