package org.lightpath.cli.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.datasets.table.Table;
import org.lightpath.photonic.core.PreparedProduct;
import org.lightpath.photonic.core.RightOperand;
import org.lightpath.photonic.core.statistics.Histogram;
import org.lightpath.photonic.core.statistics.Moments;
import org.lightpath.photonic.core.statistics.NormalDistribution;
import org.lightpath.photonic.device.Decibels;
import org.lightpath.photonic.receiver.EffectiveBits;

/** The tables of a core run. */
final class CoreTables {
  private static final int BINS = 80;

  /** Errors beyond so many standard deviations are left out of the histogram. */
  private static final double REACH = 5;

  /** Larger chips are thinned to about this many rows and columns. */
  private static final int MOST = 128;

  private final CoreSpec spec;
  private final List<CoreResult> results;

  CoreTables(CoreSpec spec, List<CoreResult> results) {
    this.spec = spec;
    this.results = results;
  }

  void write(RunFolder folder) {
    folder.write(RunFolder.RESULTS, results());
    folder.writePlotData("errors", errors());
    folder.writePlotData("chip", chip());
    new EnergyTables(results).write(folder);
  }

  private Table results() {
    TableBuilder table = new TableBuilder();
    long[] cases = new long[results.size()];
    Arrays.setAll(cases, i -> i);
    table.whole("case", cases);
    spec.batch().ifPresent(batch -> table.real("parameter", batch.values()));
    add(table, "relativeError_rel", one -> one.measured().quality().relativeError());
    add(table, "bias_rel", one -> one.measured().quality().relativeBias());
    add(table, "gain_rel", one -> one.measured().quality().gain());
    add(table, "snr_dB", one -> one.measured().quality().snrDecibels());
    add(table, "enob_bit", one -> one.measured().quality().effectiveBits());
    add(table, "photonsPerMac", one -> one.measured().description().photonsPerMac());
    add(table, "receivedPower_dBm", one -> Decibels.wattsToDbm(one.what().receivedPower()));
    add(table, "quantumLimit_rel", CoreResult::quantumLimit);
    add(table, "quantumEnob_bit", one -> EffectiveBits.ofSnr(Math.pow(one.quantumLimit(), -2)));
    add(table, "rawError_rel", CoreResult::rawError);
    add(table, "lawError_rel", one -> one.what().law());
    add(table, "clippedInputs", one -> one.measured().counts().leftClipped());
    add(table, "clippedWeights", one -> one.measured().counts().rightClipped());
    add(table, "clippedReadouts", one -> one.measured().counts().outputClipped());
    return table.build();
  }

  private void add(TableBuilder table, String name, ToDoubleFunction<CoreResult> value) {
    table.real(name, results.stream().mapToDouble(value).toArray());
  }

  /** Density of the error in units of the outputs' rms, beside a normal one. */
  private Table errors() {
    List<Double> cases = new ArrayList<>();
    List<Double> error = new ArrayList<>();
    List<Double> density = new ArrayList<>();
    List<Double> normal = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      double[] sample = results.get(i).measured().relativeErrors();
      if (sample.length < 2) {
        continue; // one output of one run has no distribution
      }
      Moments moments = Moments.of(sample);
      double deviation = moments.deviation();
      if (!(deviation > 0)) {
        continue;
      }
      double low = moments.mean() - REACH * deviation;
      Histogram histogram = Histogram.of(sample, low, moments.mean() + REACH * deviation, BINS);
      for (int bin = 0; bin < BINS; bin++) {
        double centre = histogram.centre(bin);
        cases.add((double) i);
        error.add(centre);
        density.add(histogram.counts().get(bin) / (sample.length * histogram.width()));
        normal.add(NormalDistribution.density((centre - moments.mean()) / deviation) / deviation);
      }
    }
    return new TableBuilder()
        .real("case", cases)
        .real("error_rel", error)
        .real("density", density)
        .real("normal", normal)
        .build();
  }

  /** Weights as the chip of the first case has them, thinned; empty if it has them as they are. */
  private Table chip() {
    CoreSpec.Case first = spec.cases().getFirst();
    MatmulShape shape = first.request().shape();
    PreparedProduct prepared = first.core().prepare(first.request());
    Map map = new Map();
    try (RealMatrix wanted = spec.operands().rightMatrix();
        RightOperand operand = prepared.right(wanted)) {
      // A stacked operand is twice as long: the chip's weights are not its values one by one.
      boolean alike = operand.values().shape().equals(shape.right());
      if (!prepared.rightIsDirect() && alike) {
        map.fill(operand.values(), wanted);
      }
    }
    return map.table();
  }

  /** Realised weights and their errors, of every so many outputs and inputs. */
  private static final class Map {
    private final List<Double> input = new ArrayList<>();
    private final List<Double> output = new ArrayList<>();
    private final List<Double> value = new ArrayList<>();
    private final List<Double> error = new ArrayList<>();

    /** Values are those of the device: the gain that fits them to the weights is removed. */
    void fill(RealMatrix values, RealMatrix wanted) {
      double gain = gain(values, wanted);
      int stepK = Math.max(1, values.shape().rows() / MOST);
      int stepJ = Math.max(1, values.shape().columns() / MOST);
      for (int j = 0; j < values.shape().columns(); j += stepJ) {
        for (int k = 0; k < values.shape().rows(); k += stepK) {
          double realised = gain * values.get(0, k, j);
          output.add((double) j);
          input.add((double) k);
          value.add(realised);
          error.add(realised - wanted.get(0, k, j));
        }
      }
    }

    private static double gain(RealMatrix values, RealMatrix wanted) {
      double product = 0;
      double square = 0;
      for (long i = 0; i < values.shape().elements(); i++) {
        product += values.real(i) * wanted.real(i);
        square += values.real(i) * values.real(i);
      }
      return square == 0 ? 0 : product / square;
    }

    Table table() {
      return new TableBuilder()
          .real("input", input)
          .real("output", output)
          .real("value", value)
          .real("error", error)
          .build();
    }
  }
}
