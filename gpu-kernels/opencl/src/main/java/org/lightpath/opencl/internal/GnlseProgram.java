package org.lightpath.opencl.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.StepLimitException;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.DelayedKerr;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.plan.TransferFunction;

/**
 * The generalised equation, see {@code gnlse.cl}: transforms with pointwise kernels between them.
 * Each field's step is decided on the device; the host enqueues several steps ahead and looks
 * whether any field is still on its way.
 */
final class GnlseProgram implements DeviceProgram {
  /** Steps between two looks: at least so many, … */
  private static final int FEWEST_AHEAD = 4;

  /** … at most so many, … */
  private static final int MOST_AHEAD = 64;

  /** … and this share of those done, which bounds the steps in vain at the end. */
  private static final int SHARE_AHEAD = 16;

  private static final int SUM_GROUP = 64;
  private static final int BINS_OF_PART = 1024;
  private static final int ACTIVE = 0;
  private static final int ACCEPTED = 2;
  private static final int REJECTED = 3;
  private static final int STALLED = 5;

  private final GnlsePlan plan;
  private final Workbench bench;
  private final Precision wide;
  private final int parts;
  private final LineTransform transform;
  private final GnlseBuffers x;
  private final GnlseKernels kernels;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment states;
  private final long[] accepted;
  private final long[] rejected;

  GnlseProgram(GnlsePlan plan, Workbench bench, LineTransform.Layout layout) {
    this.plan = plan;
    this.bench = bench;
    this.wide = bench.device().doublePrecision() ? Precision.DOUBLE : Precision.SINGLE;
    this.parts = Math.max(1, plan.shape().samples() / BINS_OF_PART);
    this.transform =
        new LineTransform(
            bench,
            layout,
            plan.precision(),
            response(plan.nonlinearity(), layout, plan.precision()));
    this.x = new GnlseBuffers(plan, bench, transform, wide, parts);
    this.kernels = new GnlseKernels(plan, bench, x, new GnlseKernels.Sums(wide, parts, group()));
    this.states =
        arena.allocate((long) x.together() * GnlseBuffers.STATES * Integer.BYTES, Long.BYTES);
    this.accepted = new long[plan.shape().batch()];
    this.rejected = new long[plan.shape().batch()];
  }

  private int group() {
    return Math.min(SUM_GROUP, Integer.highestOneBit(bench.device().groupSize()));
  }

  /** R(ω) over the gain of the rounded transforms; nothing where all is instantaneous. */
  private static @Nullable TransferFunction response(
      DelayedKerr kerr, LineTransform.Layout layout, Precision precision) {
    if (!kerr.delayed()) {
      return null;
    }
    double gain = layout.gain(precision);
    double[] re = new double[kerr.bins()];
    double[] im = new double[kerr.bins()];
    for (int k = 0; k < re.length; k++) {
      re[k] = kerr.totalRe(k) / gain;
      im[k] = kerr.totalIm(k) / gain;
    }
    return TransferFunction.of(re, im);
  }

  int largestGroup() {
    return transform.largestGroup();
  }

  @Override
  public void enqueue(DeviceBuffer field, int first, int fields) {
    for (int from = 0; from < fields; from += x.together()) {
      cross(field, first, from, Math.min(x.together(), fields - from));
    }
  }

  private void cross(DeviceBuffer field, int first, int from, int count) {
    kernels.enter(field, from, count);
    transform.forward(x.w, count);
    kernels.begun(count, 1 / transform.size());
    kernels.reset(first + from, count);
    evaluate(count);
    kernels.known(count);
    switch (plan.steps()) {
      case GnlseSteps.Planned planned -> {
        for (int i = 0; i < planned.steps().steps(); i++) {
          step(first + from, count);
        }
      }
      case GnlseSteps.Adaptive adaptive -> adapt(adaptive, first + from, count);
    }
    transform.inverse(x.r, count, plan.finalAmplitude());
    kernels.leave(field, from, count);
    collect(first + from, count);
  }

  private void adapt(GnlseSteps.Adaptive control, int first, int count) {
    int done = 0;
    boolean active = true;
    while (active) {
      int ahead = Math.clamp(done / SHARE_AHEAD, FEWEST_AHEAD, MOST_AHEAD);
      for (int i = 0; i < ahead; i++) {
        step(first, count);
      }
      done += ahead;
      look(count);
      active = false;
      for (int f = 0; f < count; f++) {
        active |= state(f, ACTIVE) != 0;
      }
    }
    for (int f = 0; f < count; f++) {
      if (state(f, STALLED) != 0) {
        throw stalled(control, first, f);
      }
    }
  }

  private StepLimitException stalled(GnlseSteps.Adaptive control, int first, int f) {
    try (Arena own = Arena.ofConfined()) {
      MemorySegment places = own.allocate((f + 1L) * 2 * wide.realBytes(), Long.BYTES);
      bench.queue().download(x.places, places);
      double z = number(places, 2L * f);
      double h = number(places, 2L * f + 1);
      return StepLimitException.at(first + f, z, h, control);
    }
  }

  private double number(MemorySegment segment, long index) {
    return wide == Precision.DOUBLE
        ? segment.getAtIndex(ValueLayout.JAVA_DOUBLE, index)
        : segment.getAtIndex(ValueLayout.JAVA_FLOAT, index);
  }

  private void step(int first, int count) {
    kernels.begin(count);
    evaluate(count);
    kernels.middle(count);
    evaluate(count);
    kernels.late(count);
    evaluate(count);
    kernels.last(count);
    evaluate(count);
    kernels.finish(count);
    kernels.control(first, count);
  }

  /** w ← F{U R∗|U|²} of the spectrum w. */
  private void evaluate(int count) {
    transform.inverse(x.w, count, 1);
    if (plan.nonlinearity().delayed()) {
      kernels.power(count);
      transform.filter(x.p, count);
      kernels.product(count);
    } else {
      kernels.cube(count);
    }
    transform.forward(x.w, count);
  }

  private void look(int count) {
    bench
        .queue()
        .download(x.states, states.asSlice(0, (long) count * GnlseBuffers.STATES * Integer.BYTES));
  }

  private int state(int field, int number) {
    return states.getAtIndex(ValueLayout.JAVA_INT, (long) field * GnlseBuffers.STATES + number);
  }

  private void collect(int first, int count) {
    if (plan.steps() instanceof GnlseSteps.Planned planned) {
      for (int f = 0; f < count; f++) {
        accepted[first + f] = planned.steps().steps();
      }
      return;
    }
    for (int f = 0; f < count; f++) {
      accepted[first + f] = state(f, ACCEPTED);
      rejected[first + f] = state(f, REJECTED);
    }
  }

  @Override
  public void addSteps(long[] taken, long[] refused) {
    for (int f = 0; f < taken.length; f++) {
      taken[f] += accepted[f];
      refused[f] += rejected[f];
    }
  }

  @Override
  public void close() {
    bench.close();
    arena.close();
  }
}
