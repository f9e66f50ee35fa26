package org.lightpath.cloud.graph.operator;

import java.util.HashMap;
import java.util.Map;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.datasets.onnx.OnnxType;

/** Operators of two or more operands that are broadcast against each other. */
public final class BinaryOperators {
  private BinaryOperators() {}

  /** A function of two real numbers. */
  @FunctionalInterface
  interface RealFunction {
    /** Value at (a, b). */
    float at(float a, float b);
  }

  /** A function of two whole numbers. */
  @FunctionalInterface
  interface WholeFunction {
    /** Value at (a, b). */
    long at(long a, long b);
  }

  /** A relation of two real numbers. */
  @FunctionalInterface
  interface RealRelation {
    /** Whether it holds. */
    boolean holds(float a, float b);
  }

  /** A relation of two whole numbers. */
  @FunctionalInterface
  interface WholeRelation {
    /** Whether it holds. */
    boolean holds(long a, long b);
  }

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    all.put("Add", arithmetic(Arithmetic.ADD, Long::sum));
    all.put("Sub", arithmetic(Arithmetic.SUBTRACT, (a, b) -> a - b));
    all.put("Mul", arithmetic(Arithmetic.MULTIPLY, (a, b) -> a * b));
    all.put("Div", arithmetic(Arithmetic.DIVIDE, (a, b) -> a / b));
    all.put("Pow", Operator.of(PowerOperator::prepare));
    all.put("Mod", Operator.of(BinaryOperators::modulo, "fmod"));
    all.put("PRelu", function((a, b) -> a < 0 ? a * b : a, (a, b) -> a < 0 ? a * b : a));
    all.put("And", whole((a, b) -> a & b));
    all.put("Or", whole((a, b) -> a | b));
    all.put("Xor", whole((a, b) -> a ^ b));
    all.put("Equal", relation((a, b) -> a == b, (a, b) -> a == b));
    all.put("Less", relation((a, b) -> a < b, (a, b) -> a < b));
    all.put("LessOrEqual", relation((a, b) -> a <= b, (a, b) -> a <= b));
    all.put("Greater", relation((a, b) -> a > b, (a, b) -> a > b));
    all.put("GreaterOrEqual", relation((a, b) -> a >= b, (a, b) -> a >= b));
    return all;
  }

  private static Operator arithmetic(Arithmetic kind, WholeFunction whole) {
    return Operator.of(
        node ->
            node.first().real()
                ? arithmetic(node, kind)
                : wholes(node, node.first().type(), whole));
  }

  static int[] shape(PlanNode node) {
    return Shapes.broadcast(node.input(0).shape(), node.input(1).shape());
  }

  private static Prepared arithmetic(PlanNode node, Arithmetic kind) {
    int[] shape = shape(node);
    Broadcast broadcast = Broadcast.of(shape, node.input(0).shape(), node.input(1).shape());
    boolean swapped =
        broadcast.step(0) == 0
            && broadcast.step(1) == 1
            && (kind == Arithmetic.ADD || kind == Arithmetic.MULTIPLY);
    int left = swapped ? 1 : 0;
    int right = 1 - left;
    int[] steps = {broadcast.step(left), broadcast.step(right)};
    Kernel kernel =
        frame -> {
          float[] a = frame.input(left).floats();
          float[] b = frame.input(right).floats();
          float[] c = frame.output(0).floats();
          broadcast.rows(
              (offsets, result, length) -> {
                int[] at = {offsets[left], offsets[right], result};
                kind.apply(new Arithmetic.Row(a, b, c, at, steps, length));
              });
        };
    return Prepared.of(kernel, node.first().type(), shape).inPlaceOf(0, 1);
  }

  static Operator function(RealFunction real, WholeFunction whole) {
    return Operator.of(
        node -> node.first().real() ? reals(node, real) : wholes(node, node.first().type(), whole));
  }

  private static Operator whole(WholeFunction whole) {
    return Operator.of(node -> wholes(node, node.first().type(), whole));
  }

  static Prepared reals(PlanNode node, RealFunction function) {
    int[] shape = shape(node);
    Broadcast broadcast = Broadcast.of(shape, node.input(0).shape(), node.input(1).shape());
    Kernel kernel =
        frame -> {
          float[] a = frame.input(0).floats();
          float[] b = frame.input(1).floats();
          float[] c = frame.output(0).floats();
          broadcast.rows(
              (offsets, result, length) -> {
                for (int i = 0; i < length; i++) {
                  c[result + i] =
                      function.at(
                          a[offsets[0] + i * broadcast.step(0)],
                          b[offsets[1] + i * broadcast.step(1)]);
                }
              });
        };
    return Prepared.of(kernel, node.first().type(), shape).inPlaceOf(0, 1);
  }

  static Prepared wholes(PlanNode node, OnnxType type, WholeFunction function) {
    int[] shape = shape(node);
    Broadcast broadcast = Broadcast.of(shape, node.input(0).shape(), node.input(1).shape());
    Kernel kernel =
        frame -> {
          long[] a = frame.input(0).longs();
          long[] b = frame.input(1).longs();
          long[] c = frame.output(0).longs();
          broadcast.rows(
              (offsets, result, length) -> {
                for (int i = 0; i < length; i++) {
                  c[result + i] =
                      function.at(
                          a[offsets[0] + i * broadcast.step(0)],
                          b[offsets[1] + i * broadcast.step(1)]);
                }
              });
        };
    return Prepared.of(kernel, type, shape);
  }

  private static Operator relation(RealRelation real, WholeRelation whole) {
    return Operator.of(
        node ->
            node.first().real()
                ? relation(node, real)
                : wholes(node, OnnxType.BOOL, (a, b) -> whole.holds(a, b) ? 1 : 0));
  }

  private static Prepared relation(PlanNode node, RealRelation relation) {
    int[] shape = shape(node);
    Broadcast broadcast = Broadcast.of(shape, node.input(0).shape(), node.input(1).shape());
    Kernel kernel =
        frame -> {
          Tensor first = frame.input(0);
          Tensor second = frame.input(1);
          long[] c = frame.output(0).longs();
          broadcast.rows(
              (offsets, result, length) -> {
                for (int i = 0; i < length; i++) {
                  float a = first.floats()[offsets[0] + i * broadcast.step(0)];
                  float b = second.floats()[offsets[1] + i * broadcast.step(1)];
                  c[result + i] = relation.holds(a, b) ? 1 : 0;
                }
              });
        };
    return Prepared.of(kernel, OnnxType.BOOL, shape);
  }

  private static Prepared modulo(PlanNode node) {
    if (node.first().real()) {
      return reals(node, (a, b) -> a % b);
    }
    boolean truncated = node.flag("fmod", false);
    return wholes(node, node.first().type(), truncated ? (a, b) -> a % b : Math::floorMod);
  }
}
