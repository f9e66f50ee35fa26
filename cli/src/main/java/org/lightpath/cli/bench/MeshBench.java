package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.engine.ProgramCost;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;

/** Measures meshes: all contenders with both methods take turns. */
final class MeshBench {
  /** Largest N that the scalar reference computes in about a second. */
  private static final int LARGEST_REFERENCE = 256;

  private final List<MeshContender> contenders;
  private final List<MeshPlan.Method> methods;
  private final Turns turns;
  private final Consumer<String> log;
  private final CeilingCache ceilings = new CeilingCache();

  /** Who runs by which method. */
  private record Entry(MeshContender who, MeshPlan.Method method) {}

  /** What is ready, how long that took and what its result was worth. */
  private record Ready(
      FieldContender.Prepared prepared, double compileSeconds, MeshRow.Check check) {}

  /**
   * A measurement.
   *
   * @param contenders who takes part
   * @param methods by which methods
   * @param turns how they are timed
   * @param log told what is going on
   */
  MeshBench(
      List<MeshContender> contenders,
      List<MeshPlan.Method> methods,
      Turns turns,
      Consumer<String> log) {
    this.contenders = contenders;
    this.methods = methods;
    this.turns = turns;
    this.log = log;
  }

  /** Runs one case with every contender that can. */
  List<MeshRow> measure(MeshCase c) {
    log.accept("N = %d, %d vectors, %s".formatted(c.modes(), c.vectors(), c.precision()));
    Map<Entry, Ready> ready = new LinkedHashMap<>();
    MeshColumns mesh = c.mesh();
    try {
      try (Results results = new Results(c, mesh)) {
        for (MeshContender who : contenders) {
          for (MeshPlan.Method method : methods) {
            Entry entry = new Entry(who, method);
            prepare(c, mesh, entry, results).ifPresent(one -> ready.put(entry, one));
          }
          results.forget();
        }
      }
      return rows(c, ready);
    } finally {
      ready.values().forEach(one -> one.prepared().close());
    }
  }

  private Optional<Ready> prepare(MeshCase c, MeshColumns mesh, Entry entry, Results results) {
    if (!entry.who().supports(entry.method(), c.precision())) {
      return Optional.empty();
    }
    MeshPlan plan = c.plan(mesh, entry.method());
    try {
      MeshContender.Timed timed = entry.who().prepareTimed(plan, turns.secondsPerTurn());
      FieldContender.Prepared prepared = timed.prepared();
      try {
        return Optional.of(new Ready(prepared, timed.compileSeconds(), results.check(prepared)));
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
                entry.who().name(), entry.who().threads(), Columns.lower(entry.method()), why));
  }

  private List<MeshRow> rows(MeshCase c, Map<Entry, Ready> ready) {
    Map<Entry, TimedRun> runs = new LinkedHashMap<>();
    ready.forEach((entry, one) -> runs.put(entry, one.prepared()));
    Map<Entry, Times> times = turns.measure(runs, this::leftOut);
    List<MeshRow> rows = new ArrayList<>();
    times.forEach(
        (entry, own) -> {
          Ready one = ready.get(entry);
          if (one != null) {
            rows.add(row(c, entry, one, times, own));
          }
        });
    return rows;
  }

  private MeshRow row(MeshCase c, Entry entry, Ready ready, Map<Entry, Times> all, Times times) {
    Times columns = all.get(new Entry(entry.who(), MeshPlan.Method.COLUMNS));
    Optional<ProgramCost> cost = ready.prepared().cost();
    if (cost.isEmpty() && entry.who().onHost()) {
      cost = Optional.of(c.cost());
    }
    return new MeshRow(
        entry.who(),
        c,
        entry.method(),
        ready.compileSeconds(),
        times,
        Optional.ofNullable(columns).map(other -> other.ratioTo(times)),
        ready.check(),
        new Roofline(cost, ceilings.of(entry.who(), c.precision(), c.fieldBytes())),
        ready.prepared().memoryBytes());
  }

  /** What results are compared with: the reference, or the first result of the same contender. */
  private static final class Results implements AutoCloseable {
    private final ComplexField input;
    private final @Nullable ComplexField reference;
    private @Nullable ComplexField first;

    Results(MeshCase c, MeshColumns mesh) {
      this.input = c.input();
      this.reference = c.modes() <= LARGEST_REFERENCE ? reference(c, mesh, input) : null;
    }

    private static ComplexField reference(MeshCase c, MeshColumns mesh, ComplexField input) {
      MeshCase wide = new MeshCase(c.modes(), c.vectors(), Precision.DOUBLE);
      ComplexField field = input.copy(Precision.DOUBLE);
      EngineContender judge =
          new EngineContender(Engines.choose("reference"), new EngineOptions(0, 1));
      try (FieldContender.Prepared prepared =
          judge.prepareField(wide.plan(mesh, MeshPlan.Method.COLUMNS))) {
        prepared.load(field);
        prepared.run();
        prepared.store(field);
      }
      return field;
    }

    MeshRow.Check check(FieldContender.Prepared prepared) {
      ComplexField observed = ComplexField.allocate(input.shape(), input.precision());
      prepared.load(input);
      prepared.run();
      prepared.store(observed);
      if (reference != null) {
        try (observed;
            ComplexField wide = observed.copy(Precision.DOUBLE)) {
          return new MeshRow.Check(Optional.of(wide.relativeError(reference)), "reference");
        }
      }
      if (first == null) {
        first = observed;
        return new MeshRow.Check(Optional.empty(), "nothing");
      }
      try (observed) {
        return new MeshRow.Check(Optional.of(observed.relativeError(first)), "other method");
      }
    }

    /** The next contender is compared with itself. */
    void forget() {
      if (first != null) {
        first.close();
        first = null;
      }
    }

    @Override
    public void close() {
      forget();
      input.close();
      if (reference != null) {
        reference.close();
      }
    }
  }
}
