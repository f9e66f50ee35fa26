package org.lightpath.opencl.internal;

import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;

/** The kernels of {@code gnlse.cl} with their arguments. */
final class GnlseKernels {
  private static final int PLACES = 5;

  private final int samples;
  private final Precision precision;
  private final int parts;
  private final Kernel enter;
  private final Kernel leave;
  private final Kernel begun;
  private final Kernel known;
  private final Kernel begin;
  private final Kernel middle;
  private final Kernel late;
  private final Kernel last;
  private final Kernel finish;
  private final Kernel power;
  private final Kernel product;
  private final Kernel cube;
  private final Kernel reset;
  private final Kernel control;

  /**
   * How norms are summed.
   *
   * @param wide precision of sums and positions
   * @param parts partial sums of a field
   * @param group items that make one, a power of two
   */
  record Sums(Precision wide, int parts, int group) {}

  GnlseKernels(GnlsePlan plan, Workbench bench, GnlseBuffers x, Sums sums) {
    this.samples = plan.shape().samples();
    this.precision = plan.precision();
    this.parts = sums.parts();
    String source = source(plan, sums);
    this.enter = bench.kernel(source, "enter").set(3, x.w);
    this.leave = bench.kernel(source, "leave").set(3, x.r);
    this.begun = bench.kernel(source, "begun").set(1, x.w).set(2, x.r);
    this.known = pointwise(bench, source, "known", x, x.w, x.weights);
    this.begin = pointwise(bench, source, "begin", x, x.u, x.k, x.v, x.r, x.w, x.turns);
    this.middle = pointwise(bench, source, "middle", x, x.v, x.r, x.w, x.weights);
    this.late = pointwise(bench, source, "late", x, x.v, x.r, x.w, x.weights, x.turns);
    this.last = pointwise(bench, source, "last", x, x.v, x.r, x.w, x.weights);
    this.power = pointwise(bench, source, "power", x, x.w, x.p);
    this.product = pointwise(bench, source, "product", x, x.w, x.p);
    this.cube = pointwise(bench, source, "cube", x, x.w);
    this.finish = bench.kernel(source, "finish", sums.group());
    set(finish, 0, x.states, x.numbers, x.v, x.r, x.w, x.weights, x.sums);
    this.reset = bench.kernel(source, "reset");
    set(reset, 2, x.states, x.numbers, x.places, x.limits, x.lengths);
    double firstStep =
        plan.steps() instanceof GnlseSteps.Adaptive adaptive ? adaptive.firstStep() : 0;
    reset.set(2 + PLACES, firstStep, sums.wide()).set(3 + PLACES, plan.attenuation(), sums.wide());
    this.control = bench.kernel(source, "control");
    set(control, 2, x.states, x.numbers, x.places, x.limits, x.lengths, x.sums);
    control.set(3 + PLACES, plan.attenuation(), sums.wide());
  }

  private static String source(GnlsePlan plan, Sums sums) {
    LineSource source = new LineSource(plan.precision());
    if (sums.wide() == Precision.DOUBLE) {
      source.define("WIDE");
    }
    switch (plan.steps()) {
      case GnlseSteps.Planned planned -> source.define("PLANNED", planned.steps().steps());
      case GnlseSteps.Adaptive _ ->
          source
              .define("SAFETY", GnlseSteps.Adaptive.SAFETY)
              .define("SHRINK", GnlseSteps.Adaptive.SHRINK)
              .define("GROWTH", GnlseSteps.Adaptive.GROWTH)
              .define("SHORTEST", GnlseSteps.Adaptive.SHORTEST)
              .define("ALMOST", GnlseSteps.Adaptive.ALMOST);
    }
    return source
        .define("LENGTH", plan.shape().samples())
        .define("MODES", 1)
        .define("POINTS", 1)
        .define("PARTS", sums.parts())
        .define("SUM_GROUP", sums.group())
        .file("rotation")
        .file("gnlse")
        .text();
  }

  private static Kernel pointwise(
      Workbench bench, String source, String name, GnlseBuffers x, DeviceBuffer... buffers) {
    Kernel kernel = bench.kernel(source, name).set(1, x.states).set(2, x.numbers);
    set(kernel, 3, buffers);
    return kernel;
  }

  private static void set(Kernel kernel, int first, DeviceBuffer... buffers) {
    for (int i = 0; i < buffers.length; i++) {
      kernel.set(first + i, buffers[i]);
    }
  }

  void enter(DeviceBuffer field, int from, int count) {
    enter.set(1, field).set(2, (long) from * samples);
    launch(enter, count, 2);
  }

  void leave(DeviceBuffer field, int from, int count) {
    leave.set(1, field).set(2, (long) from * samples);
    launch(leave, count, 2);
  }

  void begun(int count, double scale) {
    begun.set(3, scale, precision);
    launch(begun, count, 3);
  }

  void known(int count) {
    launch(known, count, 2);
  }

  void begin(int count) {
    launch(begin, count, 7);
  }

  void middle(int count) {
    launch(middle, count, 5);
  }

  void late(int count) {
    launch(late, count, 5);
  }

  void last(int count) {
    launch(last, count, 5);
  }

  void power(int count) {
    launch(power, count, 2);
  }

  void product(int count) {
    launch(product, count, 3);
  }

  void cube(int count) {
    launch(cube, count, 2);
  }

  void finish(int count) {
    finish.launch((long) count * parts, bytes(count, 4));
  }

  void reset(int first, int count) {
    reset.set(0, count).set(1, first).launchFor(count, 0);
  }

  void control(int first, int count) {
    control.set(0, count).set(1, first).launchFor(count, 0);
  }

  /** Launches a guarded kernel that moves so many T. */
  private void launch(Kernel kernel, int count, int moves) {
    long elements = (long) count * samples;
    kernel.set(0, elements).launchFor(elements, bytes(count, moves));
  }

  private long bytes(int count, int moves) {
    return (long) moves * count * samples * precision.complexBytes();
  }
}
