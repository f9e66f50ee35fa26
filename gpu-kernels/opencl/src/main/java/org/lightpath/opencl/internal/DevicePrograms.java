package org.lightpath.opencl.internal;

import java.util.Optional;
import java.util.function.Function;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.MeshPlan;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.TransformPlan;

/** Chooses the regime of a plan on a device and makes the program. */
final class DevicePrograms {
  private DevicePrograms() {}

  static DeviceProgram of(FieldPlan plan, DeviceQueue queue) {
    if (plan.precision() == Precision.DOUBLE) {
      requireDouble(queue.info());
    }
    Limits limits = Limits.of(queue.info(), plan.precision());
    return switch (plan) {
      case PropagationPlan p -> span(p, SpanPlan.of(p, queue.tableLimit()), queue, limits);
      case GnlsePlan p -> generalised(p, queue, limits);
      case SpectralFilterPlan p -> span(p, SpanPlan.of(p), queue, limits);
      case GainNoisePlan p ->
          made(queue, bench -> new NoiseProgram(p, bench, queue.info().doublePrecision()));
      case TransformPlan p -> transform(p, queue, limits);
      case MeshPlan p ->
          switch (p.method()) {
            case COLUMNS -> columns(p, queue, limits);
            case BLOCKS -> blocks(p, queue, limits);
          };
    };
  }

  /** A program, or nothing of it if it cannot be finished. */
  private static <P> P made(DeviceQueue queue, Function<Workbench, P> maker) {
    Workbench bench = new Workbench(queue);
    try {
      return maker.apply(bench);
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  /** Refuses double precision where a device lacks it. */
  static void requireDouble(DeviceInfo device) {
    if (!device.doublePrecision()) {
      throw new UnsupportedPlanException(
          "%s has no double precision; run in single precision, or take the engine 'cpu'"
              .formatted(device.name()));
    }
  }

  private static DeviceProgram span(
      FieldPlan plan, SpanPlan span, DeviceQueue queue, Limits limits) {
    int samples = span.shape().samples();
    int batch = span.shape().batch();
    Optional<LinePlan> line = LinePlanner.rows(limits, samples, span.together(), span.units(batch));
    if (line.isPresent()) {
      ResidentLaunch launch = SpanTuning.resident(plan, span, line.get(), queue, limits);
      ResidentSpan program = made(queue, bench -> new ResidentSpan(span, launch, bench));
      int largest = program.largestGroup();
      if (program.isLaunchable()) {
        return program;
      }
      program.close();
      return span(plan, span, queue, limits.withGroup(largest));
    }
    FourStep planned =
        FourStep.plan(limits, samples, span.together(), (long) batch * span.shape().modes())
            .orElseThrow(() -> SpanPlan.tooLong(plan, queue.info()));
    FourStep split = SpanTuning.streamed(plan, span, planned, queue, limits);
    StreamedSpan program = made(queue, bench -> new StreamedSpan(span, split, bench));
    int largest = program.largestGroup();
    if (program.isLaunchable()) {
      return program;
    }
    program.close();
    return span(plan, span, queue, limits.withGroup(largest));
  }

  private static DeviceProgram transform(TransformPlan plan, DeviceQueue queue, Limits limits) {
    int samples = plan.shape().samples();
    long modes = (long) plan.shape().batch() * plan.shape().modes();
    Optional<LinePlan> line = LinePlanner.rows(limits, samples, 1, modes);
    FourStep split =
        line.isPresent()
            ? null
            : FourStep.plan(limits, samples, 1, modes)
                .orElseThrow(() -> SpanPlan.tooLong(plan, queue.info()));
    LinePlan rows = split == null ? line.orElseThrow() : split.rows();
    TransformProgram program = made(queue, bench -> new TransformProgram(plan, bench, rows, split));
    int largest = program.largestGroup();
    int needed = split == null ? rows.group() : Math.max(rows.group(), split.columns().group());
    if (largest >= needed) {
      return program;
    }
    program.close();
    return transform(plan, queue, limits.withGroup(largest));
  }

  private static DeviceProgram generalised(GnlsePlan plan, DeviceQueue queue, Limits limits) {
    LineTransform.Layout layout =
        LineTransform.Layout.of(limits, plan.shape().samples(), plan.shape().batch())
            .orElseThrow(() -> SpanPlan.tooLong(plan, queue.info()));
    GnlseProgram program = made(queue, bench -> new GnlseProgram(plan, bench, layout));
    int largest = program.largestGroup();
    if (largest >= layout.group()) {
      return program;
    }
    program.close();
    return generalised(plan, queue, limits.withGroup(largest));
  }

  private static DeviceProgram columns(MeshPlan plan, DeviceQueue queue, Limits limits) {
    FieldShape shape = plan.shape();
    Optional<MeshStrips> strips =
        MeshStrips.of(
            limits, shape.modes(), shape.samples(), shape.batch(), queue.info().computeUnits());
    if (strips.isEmpty()) {
      return made(queue, bench -> new StreamedMesh(plan, bench));
    }
    ResidentMesh program = made(queue, bench -> new ResidentMesh(plan, strips.get(), bench));
    int largest = program.largestGroup();
    if (largest >= strips.get().group()) {
      return program;
    }
    program.close();
    return columns(plan, queue, limits.withGroup(largest));
  }

  private static DeviceProgram blocks(MeshPlan plan, DeviceQueue queue, Limits limits) {
    MeshBlockTile tile = MeshBlockTile.of(limits, plan.shape().modes(), plan.shape().samples());
    BlockMesh program = made(queue, bench -> new BlockMesh(plan, tile, bench));
    int largest = program.largestGroup();
    if (largest >= tile.group()) {
      return program;
    }
    program.close();
    return blocks(plan, queue, limits.withGroup(largest));
  }
}
