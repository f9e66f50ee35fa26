package org.lightpath.cli.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.cli.kind.Prepared;
import org.lightpath.cli.kind.ProductRunPlan;
import org.lightpath.cli.kind.RunContext;
import org.lightpath.cli.kind.RunPlan;
import org.lightpath.cli.run.RunFailedException;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.photonic.calibration.CalibrationEffort;
import org.lightpath.photonic.calibration.ColumnCalibration;
import org.lightpath.photonic.core.CoreCharacterisation;
import org.lightpath.photonic.core.LightSizing;
import org.lightpath.photonic.core.MatrixCore;
import org.lightpath.photonic.core.PreparedProduct;
import org.lightpath.photonic.core.RightOperand;

/** A core experiment, ready to plan or run. */
final class CoreRun implements Prepared {
  /** Errors kept for the histogram of a case. */
  private static final int ERROR_SAMPLES = 1 << 20;

  private final CoreSpec spec;

  CoreRun(CoreSpec spec) {
    this.spec = spec;
  }

  @Override
  public RunPlan plan() {
    List<ProductRunPlan.Work> works = new ArrayList<>();
    try (RealMatrix right = spec.operands().rightMatrix()) {
      for (CoreSpec.Case one : spec.cases()) {
        PreparedProduct prepared = one.core().prepare(one.request());
        try (RightOperand operand = prepared.right(right)) {
          works.add(
              new ProductRunPlan.Work(
                  prepared.plan(operand), spec.options().draws(), one.request().shape().macs()));
        }
      }
    }
    return new ProductRunPlan(spec.operands().precision(), works, describe());
  }

  private String describe() {
    return "%s, %d cases of %d draws, operands %s"
        .formatted(
            spec.cases().getFirst().core().name(),
            spec.cases().size(),
            spec.options().draws(),
            spec.operands().words());
  }

  @Override
  public Outcome run(Engine engine, RunContext run) {
    run.log().line(describe());
    long begin = System.nanoTime();
    List<CoreResult> results = new ArrayList<>();
    double computing = 0;
    try (RealMatrix left = spec.operands().leftMatrix();
        RealMatrix right = spec.operands().rightMatrix()) {
      for (CoreSpec.Case one : spec.cases()) {
        if (run.cancelled()) {
          break;
        }
        CoreResult result = measure(engine, one, left, right);
        requireFinite(result, results.size());
        results.add(result);
        computing +=
            (double) one.request().shape().macs()
                * spec.options().draws()
                / result.measured().macsPerSecond();
      }
    }
    Map<String, Double> timing = new LinkedHashMap<>();
    double elapsed = (System.nanoTime() - begin) * 1e-9;
    timing.put("products", computing);
    timing.put("preparation and comparison", Math.max(0, elapsed - computing));
    boolean completed = results.size() == spec.cases().size();
    if (completed) {
      new CoreTables(spec, results).write(run.folder());
      timing.put("writing", (System.nanoTime() - begin) * 1e-9 - elapsed);
    }
    return outcome(completed, results, computing, timing);
  }

  private CoreResult measure(Engine engine, CoreSpec.Case one, RealMatrix left, RealMatrix right) {
    CoreCharacterisation characterisation =
        new CoreCharacterisation(engine, spec.options().draws(), ERROR_SAMPLES);
    Optional<ColumnCalibration> calibration =
        spec.options().calibrate()
            ? Optional.of(
                ColumnCalibration.measure(
                    engine, one.core(), one.request(), right, CalibrationEffort.DEFAULT))
            : Optional.empty();
    PreparedProduct prepared = one.core().prepare(one.request());
    if (calibration.isPresent()) {
      prepared = prepared.withCalibration(calibration.get().correction());
    }
    CoreCharacterisation.Result measured = characterisation.given(prepared, left, right);
    double raw = Double.NaN;
    if (one.raw().isPresent()) {
      MatrixCore uncompensated = one.raw().get();
      raw =
          characterisation
              .given(uncompensated, one.request(), left, right)
              .quality()
              .relativeError();
    }
    double shot =
        Double.isInfinite(one.core().light().photonsPerMac())
            ? Double.NaN
            : Math.sqrt(
                LightSizing.shotVariance(one.core(), one.request(), right)
                    / measured.quality().signalPower());
    return new CoreResult(one, measured, raw, shot);
  }

  private void requireFinite(CoreResult result, int index) {
    double error = result.measured().quality().relativeError();
    if (!Double.isFinite(error)) {
      throw new RunFailedException(
          "%sthe outputs are not finite numbers in %s precision (relative error %s); make noise and"
                  .formatted(
                      which(List.of(index + 1), spec.cases().size()),
                      CommonKeys.word(spec.operands().precision()),
                      error)
              + " scales smaller, or take double precision");
    }
  }

  private Outcome outcome(
      boolean completed, List<CoreResult> results, double computing, Map<String, Double> timing) {
    List<String> warnings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    clipped(results)
        .forEach(
            (clipping, cases) ->
                clipping
                    .words()
                    .ifPresent(
                        text ->
                            (clipping.usual() ? notes : warnings)
                                .add(which(cases, results.size()) + text)));
    if (results.stream().anyMatch(one -> one.measured().quality().relativeError() == 0)) {
      notes.add("snr_dB and enob_bit are infinite where no output is wrong");
    }
    publishedNote().ifPresent(notes::add);
    return new Outcome(
        completed,
        0,
        0,
        computing,
        results.stream().map(CoreResult::metrics).toList(),
        spec.batch(),
        CoreFacts.of(spec, results),
        timing,
        warnings,
        notes);
  }

  /** Numbers of the cases that clip alike, so that each is told once. */
  private static Map<Clipping, List<Integer>> clipped(List<CoreResult> results) {
    Map<Clipping, List<Integer>> clipped = new LinkedHashMap<>();
    for (int i = 0; i < results.size(); i++) {
      clipped.computeIfAbsent(Clipping.of(results.get(i)), _ -> new ArrayList<>()).add(i + 1);
    }
    return clipped;
  }

  private static String which(List<Integer> cases, int all) {
    if (cases.size() == all) {
      return all == 1 ? "" : "all cases: ";
    }
    String numbers = cases.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (cases.size() == 1 ? "case " : "cases ") + numbers + ": ";
  }

  /** A published system has its own clock, whatever the experiment says. */
  private Optional<String> publishedNote() {
    return spec.cases().stream()
        .findFirst()
        .flatMap(CoreSpec.Case::cost)
        .filter(cost -> cost.design().isEmpty())
        .map(
            cost ->
                "energy and throughput are those of the published system at its own clock, whatever"
                    + " light, symbol rate and core this experiment has");
  }
}
