package org.lightpath.opencl.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.opencl.internal.ResidentLaunch.Holding;

/**
 * Launches that a propagation may have on a device. Radices and the split of N are the planner's:
 * they decide the bytes.
 */
final class SpanTuning {
  /** Steps of a trial: enough for a launch to be a small part. */
  private static final int STEPS = 16;

  /** Groups for each compute unit: what is resident on GPUs that hold 128 registers an item. */
  private static final int[] WAVES = {2, 1, 4};

  private final PropagationPlan plan;
  private final SpanPlan span;
  private final DeviceQueue queue;
  private final Limits limits;

  SpanTuning(PropagationPlan plan, SpanPlan span, DeviceQueue queue, Limits limits) {
    this.plan = plan;
    this.span = span;
    this.queue = queue;
    boolean host = queue.info().kind() == DeviceInfo.Kind.HOST;
    this.limits = host ? limits.unregistered() : limits;
  }

  /** The launch of a resident span. */
  ResidentLaunch resident(LinePlan line) {
    return chosen(
        "resident",
        residents(limits, line, span.units(span.shape().batch()), queue.info().computeUnits()),
        ResidentLaunch::label,
        (launch, bench) -> new ResidentSpan(brief(bench), launch, bench));
  }

  /** The launches of a streamed span. */
  FourStep streamed(FourStep split) {
    long rows = (long) span.shape().batch() * span.shape().modes() * split.columns().length();
    return chosen(
        "streamed",
        splits(limits, split, rows),
        FourStep::label,
        (launch, bench) -> new StreamedSpan(brief(bench), launch, bench));
  }

  private <V> V chosen(
      String regime,
      List<V> variants,
      Function<V, String> label,
      BiFunction<V, Workbench, DeviceProgram> maker) {
    try (SpanTrial<V> trial = new SpanTrial<>(span, queue.info(), queue.free(), maker)) {
      return queue.tuner().choose(key(regime), variants, label, trial);
    }
  }

  /** The plan cut to a few steps. */
  private SpanPlan brief(Workbench bench) {
    int steps = Math.min(STEPS, plan.steps().steps());
    double[] lengths = new double[steps];
    for (int i = 0; i < steps; i++) {
      lengths[i] = plan.steps().length(i);
    }
    PropagationPlan brief =
        new PropagationPlan(
            plan.shape(),
            plan.precision(),
            plan.dispersion(),
            plan.nonlinearity(),
            plan.attenuation(),
            StepPlan.of("tuning", lengths));
    return SpanPlan.of(brief, bench.queue().tableLimit());
  }

  private String key(String regime) {
    int batch = span.shape().batch();
    return String.format(
        Locale.ROOT,
        "%s %s %s, %d samples, %d modes, batch %d, group %d%s",
        regime,
        plan.nonlinearity() instanceof KerrNonlinearity.Manakov ? "manakov" : "scalar",
        span.precision().name().toLowerCase(Locale.ROOT),
        span.shape().samples(),
        span.shape().modes(),
        batch <= 1 ? 1 : 2 * Integer.highestOneBit(batch - 1),
        limits.group(),
        changes() ? ", steps differ" : "");
  }

  /** Whether H changes within the first steps. */
  private boolean changes() {
    StepPlan steps = plan.steps();
    int last = Math.min(STEPS, steps.steps()) - 1;
    return last > 1 && steps.length(1) != steps.length(last);
  }

  /** The planner's launch, then others of the same radices. */
  static List<ResidentLaunch> residents(Limits limits, LinePlan line, long units, int processors) {
    ResidentLaunch planned = ResidentLaunch.planned(line);
    Set<ResidentLaunch> all = new LinkedHashSet<>(List.of(planned));
    for (LinePlan other : LinePlanner.variants(limits, line, units)) {
      all.add(ResidentLaunch.planned(other));
    }
    for (int waves : WAVES) {
      if ((long) waves * processors * line.lines() < units) {
        all.add(planned.withWaves(waves));
      }
    }
    all.add(planned.with(Holding.READ));
    all.add(planned.with(Holding.HELD));
    return List.copyOf(all);
  }

  /** The planner's split, then launches of the same radices for its columns and its rows. */
  static List<FourStep> splits(Limits limits, FourStep split, long rows) {
    Set<FourStep> all = new LinkedHashSet<>(List.of(split));
    int width = split.rows().length();
    for (LinePlan columns : LinePlanner.variants(limits, split.columns(), width)) {
      if (width % columns.lines() == 0) {
        all.add(new FourStep(columns, split.rows(), split.factors()));
      }
    }
    for (LinePlan other : LinePlanner.variants(limits, split.rows(), rows)) {
      all.add(new FourStep(split.columns(), other, split.factors()));
    }
    return new ArrayList<>(all);
  }

  /** Tunes propagations; other plans have the planner's launches. */
  static ResidentLaunch resident(
      FieldPlan plan, SpanPlan span, LinePlan line, DeviceQueue queue, Limits limits) {
    return plan instanceof PropagationPlan propagation
        ? new SpanTuning(propagation, span, queue, limits).resident(line)
        : ResidentLaunch.planned(line);
  }

  /** The same for spans that stream. */
  static FourStep streamed(
      FieldPlan plan, SpanPlan span, FourStep split, DeviceQueue queue, Limits limits) {
    return plan instanceof PropagationPlan propagation
        ? new SpanTuning(propagation, span, queue, limits).streamed(split)
        : split;
  }
}
