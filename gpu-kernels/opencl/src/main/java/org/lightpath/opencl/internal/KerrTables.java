package org.lightpath.opencl.internal;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.rounding.Turns;

/**
 * Coefficients of the rotations, each as a sum of two numbers: the effective lengths in turns,
 * w_i/(2π), and γ_b κ of each field. A kernel multiplies them.
 */
final class KerrTables {
  private final DeviceBuffer weights;
  private final DeviceBuffer gammas;
  private final int stride;

  private KerrTables(DeviceBuffer weights, DeviceBuffer gammas, int stride) {
    this.weights = weights;
    this.gammas = gammas;
    this.stride = stride;
  }

  static KerrTables of(Workbench bench, PropagationPlan plan) {
    double[] lengths = plan.effectiveLengths();
    HostTable weights = new HostTable(plan.precision(), lengths.length);
    for (int i = 0; i < lengths.length; i++) {
      weights.putSum(i, Turns.high(lengths[i]), Turns.low(lengths[i]));
    }
    KerrNonlinearity kerr = plan.nonlinearity();
    HostTable gammas = new HostTable(plan.precision(), kerr.gammas());
    for (int b = 0; b < kerr.gammas(); b++) {
      double high = kerr.gamma(b) * kerr.factor();
      gammas.putSum(b, high, Math.fma(kerr.gamma(b), kerr.factor(), -high));
    }
    return new KerrTables(bench.table(weights), bench.table(gammas), kerr.gammas() == 1 ? 0 : 1);
  }

  /** For a plan without rotations. */
  static KerrTables none(Workbench bench, Precision precision) {
    return new KerrTables(
        bench.table(new HostTable(precision, 1)), bench.table(new HostTable(precision, 1)), 0);
  }

  DeviceBuffer weights() {
    return weights;
  }

  DeviceBuffer gammas() {
    return gammas;
  }

  /** Distance of the coefficients of neighbouring fields: 0 if all share one. */
  int stride() {
    return stride;
  }
}
