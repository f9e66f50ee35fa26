package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.RealMatrix;

/** Measures products: all contenders with all effects of a case take turns. */
final class ProductBench {
  private final List<ProductContender> contenders;
  private final List<ProductEffect> effects;
  private final Turns turns;
  private final Consumer<String> log;
  private final CeilingCache ceilings = new CeilingCache();

  /** Who runs with which effect. */
  private record Entry(ProductContender who, ProductEffect effect) {}

  /** What is ready, and what its result was worth. */
  private record Ready(ProductContender.Prepared prepared, ProductRow.Check check) {}

  /**
   * A measurement.
   *
   * @param contenders who takes part
   * @param effects with which effects
   * @param turns how they are timed
   * @param log told what is going on
   */
  ProductBench(
      List<ProductContender> contenders,
      List<ProductEffect> effects,
      Turns turns,
      Consumer<String> log) {
    this.contenders = contenders;
    this.effects = effects;
    this.turns = turns;
    this.log = log;
  }

  /** Runs one case with every contender that can. */
  List<ProductRow> measure(ProductCase c) {
    log.accept(
        "M x N x K = %d x %d x %d, batch %d, %s"
            .formatted(c.rows(), c.columns(), c.inner(), c.batch(), c.precision()));
    Map<Entry, Ready> ready = new LinkedHashMap<>();
    try {
      try (ProductContender.Operands operands = ProductContender.Operands.of(c);
          ProductReference reference = new ProductReference(c, operands)) {
        for (ProductContender who : contenders) {
          for (ProductEffect effect : effects) {
            Entry entry = new Entry(who, effect);
            prepare(c, entry, operands, reference).ifPresent(one -> ready.put(entry, one));
          }
        }
      }
      return rows(c, ready);
    } finally {
      ready.values().forEach(one -> one.prepared().close());
    }
  }

  private Optional<Ready> prepare(
      ProductCase c, Entry entry, ProductContender.Operands operands, ProductReference reference) {
    if (!entry.who().supports(c, entry.effect())) {
      return Optional.empty();
    }
    try {
      ProductContender.Prepared prepared = entry.who().prepare(c, entry.effect(), operands);
      try {
        return Optional.of(new Ready(prepared, check(c, entry, prepared, reference)));
      } catch (RuntimeException e) {
        prepared.close();
        throw e;
      }
    } catch (UnsupportedPlanException
        | DeviceFailedException
        | PeerFailedException
        | OutOfMemoryError e) {
      leftOut(entry, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void leftOut(Entry entry, String why) {
    log.accept(
        "left out: %s, %d threads, %s: %s"
            .formatted(
                entry.who().name(), entry.who().threads(), Columns.lower(entry.effect()), why));
  }

  private static ProductRow.Check check(
      ProductCase c, Entry entry, ProductContender.Prepared prepared, ProductReference reference) {
    OptionalDouble ratio = prepared.deviationRatio();
    if (ratio.isPresent()) {
      return new ProductRow.Check(Optional.empty(), 0, Optional.of(ratio.getAsDouble()));
    }
    ProductCase comparable = reference.comparable(c, entry.effect());
    double error;
    if (comparable.equals(c)) {
      error = error(c, entry.effect(), prepared, reference);
    } else {
      try (ProductContender.Operands operands = reference.operands();
          ProductContender.Prepared rows =
              entry.who().prepare(comparable, entry.effect(), operands)) {
        error = error(comparable, entry.effect(), rows, reference);
      }
    }
    return new ProductRow.Check(Optional.of(error), reference.rows().rows(), Optional.empty());
  }

  private static double error(
      ProductCase c,
      ProductEffect effect,
      ProductContender.Prepared prepared,
      ProductReference reference) {
    try (RealMatrix result = RealMatrix.allocate(c.shape().result(), c.precision())) {
      prepared.run();
      prepared.store(result);
      return reference.error(effect, result);
    }
  }

  private List<ProductRow> rows(ProductCase c, Map<Entry, Ready> ready) {
    Map<Entry, TimedRun> runs = new LinkedHashMap<>();
    ready.forEach((entry, one) -> runs.put(entry, one.prepared()));
    Map<Entry, Times> times = new LinkedHashMap<>(turns.measure(runs, this::leftOut));
    // A run that computes a part stands for the whole.
    ready.forEach(
        (entry, one) ->
            times.computeIfPresent(entry, (_, t) -> t.scaled(1 / one.prepared().share())));
    List<ProductRow> rows = new ArrayList<>();
    ready.forEach(
        (entry, one) -> {
          Times own = times.get(entry);
          if (own != null) {
            rows.add(row(c, entry, one, own, times));
          }
        });
    return rows;
  }

  private ProductRow row(
      ProductCase c, Entry entry, Ready ready, Times times, Map<Entry, Times> all) {
    Optional<Times> silent =
        Optional.ofNullable(all.get(new Entry(entry.who(), ProductEffect.NOISELESS)));
    return new ProductRow(
        entry.who(),
        c,
        entry.effect(),
        ready.prepared().share(),
        times,
        silent.map(times::ratioTo),
        openBlas(entry.who(), all).map(times::ratioTo),
        ready.check(),
        roofline(c, entry, ready.prepared()),
        ready.prepared().memoryBytes());
  }

  /** OpenBLAS with as many threads; for other devices than the host with the most. */
  private static Optional<Times> openBlas(ProductContender who, Map<Entry, Times> all) {
    return all.entrySet().stream()
        .filter(entry -> entry.getKey().who() instanceof OpenBlasContender)
        .filter(entry -> !who.onHost() || entry.getKey().who().threads() == who.threads())
        .max(Comparator.comparingInt(entry -> entry.getKey().who().threads()))
        .map(Map.Entry::getValue);
  }

  private Roofline roofline(ProductCase c, Entry entry, ProductContender.Prepared prepared) {
    Optional<ProgramCost> cost = prepared.cost();
    if (cost.isEmpty() && entry.who().onHost() && prepared.share() == 1) {
      cost = Optional.of(ProductCost.of(c, entry.effect()));
    }
    return new Roofline(cost, ceilings.of(entry.who(), c.precision(), ProductCost.bytes(c)));
  }
}
