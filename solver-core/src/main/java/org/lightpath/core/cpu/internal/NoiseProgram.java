package org.lightpath.core.cpu.internal;

import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.random.Philox;

/**
 * A ← g A + σ (n₁ + j n₂): every worker does a range of samples of every row.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class NoiseProgram<A> extends CpuProgram<A> {
  private static final int WORDS = 4;
  private static final int CACHE_LINE_INTS = 16;

  private final GainNoisePlan plan;
  private final Elements<A> elements;
  private final int lanes;
  private final int[][] words;
  private final double[][] normals;

  NoiseProgram(
      GainNoisePlan plan, Workers workers, EngineLedger ledger, Elements<A> elements, int lanes) {
    super(plan, workers, ledger, new Slabs<>(elements, plan.shape().samples()));
    this.plan = plan;
    this.elements = elements;
    this.lanes = lanes;
    this.words = new int[workers.size()][WORDS + CACHE_LINE_INTS];
    this.normals = new double[workers.size()][2 + CACHE_LINE_INTS];
  }

  @Override
  void run(CpuField<A> field, int worker) {
    int samples = plan.shape().samples();
    int from = first(samples, worker, workers.size());
    int to = first(samples, worker + 1, workers.size());
    for (int f = 0; f < plan.shape().batch(); f++) {
      for (int mode = 0; mode < plan.shape().modes(); mode++) {
        amplify(field.row(f, mode), plan.seeds().seed(f), mode, from, to, worker);
      }
    }
  }

  private void amplify(Table<A> row, long seed, int mode, int from, int to, int worker) {
    double gain = plan.amplitudeGain();
    double deviation = plan.noiseDeviation();
    double[] normal = normals[worker];
    A x = row.array();
    for (int n = from; n < to; n++) {
      int o = row.offset() + n / lanes * 2 * lanes + n % lanes;
      if (deviation != 0) {
        Philox.complexNormal(seed, plan.stream(), mode, n, words[worker], normal);
      }
      elements.set(x, o, gain * elements.get(x, o) + deviation * normal[0]);
      elements.set(x, o + lanes, gain * elements.get(x, o + lanes) + deviation * normal[1]);
    }
  }
}
