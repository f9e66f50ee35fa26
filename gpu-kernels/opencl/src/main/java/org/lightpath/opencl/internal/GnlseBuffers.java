package org.lightpath.opencl.internal;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.rounding.Turns;

/**
 * Memory of the generalised equation on a device: six rows for each of some fields that are
 * computed together, the state of their steps, and the tables: see {@code gnlse.cl}.
 */
final class GnlseBuffers {
  /** Integers of a field's state. */
  static final int STATES = 8;

  private static final int NUMBERS = 16;
  private static final int ROWS = 6;

  /** Share of the free memory for rows. */
  private static final double SHARE = 0.8;

  final DeviceBuffer u;
  final DeviceBuffer k;
  final DeviceBuffer v;
  final DeviceBuffer r;
  final DeviceBuffer w;
  final DeviceBuffer p;
  final DeviceBuffer states;
  final DeviceBuffer numbers;
  final DeviceBuffer places;
  final DeviceBuffer sums;
  final DeviceBuffer limits;
  final DeviceBuffer lengths;
  final DeviceBuffer turns;
  final DeviceBuffer weights;
  private final int together;

  /**
   * Takes memory.
   *
   * @param wide precision of positions, lengths and sums
   * @param parts partial sums of a field
   */
  GnlseBuffers(
      GnlsePlan plan, Workbench bench, LineTransform transform, Precision wide, int parts) {
    long row = (long) plan.shape().samples() * plan.precision().complexBytes();
    double room = SHARE * bench.queue().free() / (ROWS * row);
    this.together = (int) Math.max(1, Math.min(plan.shape().batch(), room));
    this.u = bench.allocate(together * row);
    this.k = bench.allocate(together * row);
    this.v = bench.allocate(together * row);
    this.r = bench.allocate(together * row);
    this.w = bench.allocate(together * row);
    this.p = bench.allocate(plan.nonlinearity().delayed() ? together * row : row);
    this.states = bench.allocate((long) together * STATES * Integer.BYTES);
    this.numbers = bench.allocate((long) together * NUMBERS * plan.precision().realBytes());
    this.places = bench.allocate((long) together * 2 * wide.realBytes());
    this.sums = bench.allocate((long) together * parts * 2 * wide.realBytes());
    this.limits = bench.table(wide, limits(plan));
    this.lengths = bench.table(wide, lengths(plan.steps()));
    this.turns = bench.table(turns(plan, transform.order()));
    this.weights = bench.table(plan.precision(), weights(plan, transform));
  }

  /** Fields that are computed together. */
  int together() {
    return together;
  }

  /** Tolerance and γ of each field. */
  private static double[] limits(GnlsePlan plan) {
    double[] limits = new double[2 * plan.shape().batch()];
    for (int b = 0; b < plan.shape().batch(); b++) {
      limits[2 * b] =
          plan.steps() instanceof GnlseSteps.Adaptive adaptive ? adaptive.tolerance().value(b) : 0;
      limits[2 * b + 1] = plan.nonlinearity().gamma(b);
    }
    return limits;
  }

  /** Planned steps, or the length to be crossed. */
  private static double[] lengths(GnlseSteps steps) {
    return switch (steps) {
      case GnlseSteps.Adaptive adaptive -> new double[] {adaptive.length()};
      case GnlseSteps.Planned planned -> {
        double[] lengths = new double[planned.steps().steps()];
        for (int i = 0; i < lengths.length; i++) {
          lengths[i] = planned.steps().length(i);
        }
        yield lengths;
      }
    };
  }

  private static HostTable turns(GnlsePlan plan, SpectralOrder order) {
    HostTable turns = new HostTable(plan.precision(), order.count());
    for (int i = 0; i < order.count(); i++) {
      double beta = -plan.dispersion().beta(0, order.bin(i));
      turns.putSum(i, Turns.high(beta), Turns.low(beta));
    }
    return turns;
  }

  private static double[] weights(GnlsePlan plan, LineTransform transform) {
    double size = transform.size();
    double[] weights = new double[plan.shape().samples()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = plan.nonlinearity().steepening().value(transform.order().bin(i)) / size;
    }
    return weights;
  }
}
