package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cli.model.NamedModel;
import org.lightpath.core.engine.ProgramCost;

/** Measures models: all contenders at all levels take turns. */
final class ModelBench {
  /** Most multiply-accumulates of a run of a model with random weights as a whole. */
  static final long LARGEST_RANDOM = 2_000_000_000L;

  /** Working set for which ceilings are measured [B]; products are bound by arithmetic. */
  private static final long WORKING_SET = 1L << 24;

  private final List<EngineContender> contenders;
  private final List<FidelityLevel> levels;
  private final Pace pace;
  private final Consumer<String> log;
  private final CeilingCache ceilings = new CeilingCache();

  /**
   * How long to measure.
   *
   * @param turns of whole models
   * @param budget for all products of a model that does not run whole [s]
   */
  record Pace(Turns turns, double budget) {}

  /** Who runs at which level. */
  record Entry(EngineContender who, FidelityLevel level) {}

  /**
   * What was found.
   *
   * @param times of one run
   * @param productShare share of the time that products took
   * @param relativeError of the outputs
   * @param measuredShare share of the distinct products that was run
   */
  record Found(
      Times times, Optional<Double> productShare, double relativeError, double measuredShare) {}

  /**
   * A measurement.
   *
   * @param contenders who takes part
   * @param levels at which levels, digital among them
   * @param pace how they are timed
   * @param log told what is going on
   */
  ModelBench(
      List<EngineContender> contenders,
      List<FidelityLevel> levels,
      Pace pace,
      Consumer<String> log) {
    this.contenders = contenders;
    this.levels = levels;
    this.pace = pace;
    this.log = log;
  }

  /** Runs one case with every contender that can. */
  List<ModelRow> measure(ModelCase c) {
    ModelProducts products = ModelProducts.of(c.model().parts(), c.batch());
    boolean whole =
        c.model().weights() != NamedModel.Weights.RANDOM
            || (c.model().parts().size() == 1 && products.macs() <= LARGEST_RANDOM);
    log.accept(
        "%s, batch %d, %s: %.4g MAC a run%s"
            .formatted(
                c.model().name(),
                c.batch(),
                c.precision(),
                (double) products.macs(),
                whole ? "" : "; estimate: products only"));
    List<Entry> entries = new ArrayList<>();
    for (EngineContender who : contenders) {
      if (who.has(c.precision())) {
        levels.forEach(level -> entries.add(new Entry(who, level)));
      }
    }
    Map<Entry, Found> found =
        whole
            ? new WholeModelBench(pace.turns(), log).measure(c, entries)
            : new ModelProductsBench(pace, log).measure(c, products.distinct(), entries);
    return rows(c, products, whole, new LinkedHashMap<>(found));
  }

  private List<ModelRow> rows(
      ModelCase c, ModelProducts products, boolean whole, Map<Entry, Found> found) {
    ProgramCost cost = new ProgramCost(0, 0, 0, 0, 2.0 * products.macs());
    int distinct = products.distinct().size();
    List<ModelRow> rows = new ArrayList<>();
    found.forEach(
        (entry, one) ->
            rows.add(
                new ModelRow(
                    entry.who(),
                    ModelRow.What.of(c),
                    entry.level(),
                    new ModelRow.Work(
                        whole, c.units(), products.macs(), distinct, one.measuredShare()),
                    one.times(),
                    Optional.ofNullable(found.get(new Entry(entry.who(), FidelityLevel.DIGITAL)))
                        .map(digital -> one.times().ratioTo(digital.times())),
                    one.productShare(),
                    one.relativeError(),
                    new Roofline(
                        Optional.of(cost), ceilings.of(entry.who(), c.precision(), WORKING_SET)))));
    return rows;
  }
}
