package org.lightpath.cloud.graph.operator;

import java.util.HashMap;
import java.util.Map;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.parallel.Parallel;

/** Operators that reduce axes: sums, means, extremes and norms. */
public final class ReduceOperators {
  private ReduceOperators() {}

  /**
   * Accumulates a line of numbers: r ← step(r, x), then the result is finish(r, length).
   *
   * @param start first r
   * @param step takes in a number
   * @param finish makes the result
   */
  private record Fold(double start, Step step, Finish finish) {
    static Fold of(double start, Step step) {
      return new Fold(start, step, (value, length) -> value);
    }
  }

  /** Takes in a number. */
  @FunctionalInterface
  private interface Step {
    double apply(double accumulated, double value);
  }

  /** Makes the result. */
  @FunctionalInterface
  private interface Finish {
    double apply(double accumulated, int length);
  }

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    put(all, "ReduceSum", Fold.of(0, Double::sum));
    put(all, "ReduceMean", new Fold(0, Double::sum, (value, length) -> value / length));
    put(all, "ReduceMax", Fold.of(Double.NEGATIVE_INFINITY, Math::max));
    put(all, "ReduceMin", Fold.of(Double.POSITIVE_INFINITY, Math::min));
    put(all, "ReduceProd", Fold.of(1, (r, x) -> r * x));
    put(all, "ReduceL1", Fold.of(0, (r, x) -> r + Math.abs(x)));
    put(all, "ReduceL2", new Fold(0, (r, x) -> r + x * x, (value, length) -> Math.sqrt(value)));
    put(all, "ReduceSumSquare", Fold.of(0, (r, x) -> r + x * x));
    put(all, "ReduceLogSum", new Fold(0, Double::sum, (value, length) -> Math.log(value)));
    put(
        all,
        "ReduceLogSumExp",
        new Fold(0, (r, x) -> r + Math.exp(x), (value, length) -> Math.log(value)));
    return all;
  }

  private static void put(Map<String, Operator> all, String name, Fold fold) {
    all.put(
        name,
        Operator.of(node -> reduce(node, fold, name), "axes", "keepdims", "noop_with_empty_axes"));
  }

  private static Prepared reduce(PlanNode node, Fold fold, String name) {
    int[] shape = node.input(0).shape();
    long[] axes = node.wholes("axes", 1);
    int[] given = axes == null ? new int[0] : PlanNode.ints(axes);
    boolean none = given.length == 0;
    TensorType type = node.first();
    if (none && node.flag("noop_with_empty_axes", false)) {
      return Prepared.alias(type.type(), shape);
    }
    int[] reduced = given;
    Reduction reduction = Reduction.of(shape, reduced);
    int[] result = result(shape, reduced, node.flag("keepdims", true));
    Kernel kernel;
    if (!type.real()) {
      kernel = frame -> wholes(frame, reduction, fold);
    } else if (reduction.contiguous() && (name.equals("ReduceMean") || name.equals("ReduceSum"))) {
      boolean mean = name.equals("ReduceMean");
      kernel = frame -> sums(frame, reduction, mean ? 1.0 / reduction.length() : 1);
    } else {
      kernel = frame -> reals(frame, reduction, fold);
    }
    return Prepared.of(kernel, type.type(), result);
  }

  /** Extents of the result. */
  static int[] result(int[] shape, int[] axes, boolean kept) {
    boolean[] gone = new boolean[shape.length];
    java.util.Arrays.fill(gone, axes.length == 0);
    for (int axis : axes) {
      gone[Shapes.axis(axis, shape.length)] = true;
    }
    return java.util.stream.IntStream.range(0, shape.length)
        .filter(axis -> kept || !gone[axis])
        .map(axis -> gone[axis] ? 1 : shape[axis])
        .toArray();
  }

  private static void sums(Frame frame, Reduction reduction, double factor) {
    float[] x = frame.input(0).floats();
    float[] y = frame.output(0).floats();
    lines(
        reduction,
        line ->
            y[line] =
                (float)
                    (NormOperators.sum(x, reduction.element(line, 0), reduction.length())
                        * factor));
  }

  /** Work on one line. */
  @FunctionalInterface
  private interface LineTask {
    void run(int line);
  }

  private static void lines(Reduction reduction, LineTask task) {
    Parallel.ranges(
        reduction.lines(),
        Math.max(1, Broadcast.GRAIN / Math.max(1, reduction.length())),
        (from, to) -> {
          for (int line = from; line < to; line++) {
            task.run(line);
          }
        });
  }

  private static void reals(Frame frame, Reduction reduction, Fold fold) {
    float[] x = frame.input(0).floats();
    float[] y = frame.output(0).floats();
    lines(
        reduction,
        line -> {
          double value = fold.start;
          for (int i = 0; i < reduction.length(); i++) {
            value = fold.step.apply(value, x[reduction.element(line, i)]);
          }
          y[line] = (float) fold.finish.apply(value, reduction.length());
        });
  }

  private static void wholes(Frame frame, Reduction reduction, Fold fold) {
    Tensor input = frame.input(0);
    long[] y = frame.output(0).longs();
    lines(
        reduction,
        line -> {
          double value = fold.start;
          for (int i = 0; i < reduction.length(); i++) {
            value = fold.step.apply(value, (double) input.longs()[reduction.element(line, i)]);
          }
          y[line] = (long) fold.finish.apply(value, reduction.length());
        });
  }
}
