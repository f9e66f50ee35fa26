package org.lightpath.cli.bench;

import org.lightpath.core.plan.PropagationPlan;

/**
 * H/N of the outer and the inner linear operators of a uniform plan, interleaved, for the peers.
 */
final class LinearTables {
  private LinearTables() {}

  /** exp(−jβl)/N for the length of linear operator {@code index}. */
  static double[] table(PropagationPlan plan, int index) {
    int n = plan.shape().samples();
    double[] table = new double[2 * n];
    double length = plan.linearLength(index);
    for (int k = 0; k < n; k++) {
      double phase = -plan.dispersion().beta(0, k) * length;
      table[2 * k] = Math.cos(phase) / n;
      table[2 * k + 1] = Math.sin(phase) / n;
    }
    return table;
  }

  /** That between two steps; of a single step, which has none, that at its ends. */
  static double[] inner(PropagationPlan plan) {
    return table(plan, plan.steps().steps() == 1 ? 0 : 1);
  }

  /** The same in single precision. */
  static float[] single(double[] table) {
    float[] rounded = new float[table.length];
    for (int i = 0; i < table.length; i++) {
      rounded[i] = (float) table[i];
    }
    return rounded;
  }
}
