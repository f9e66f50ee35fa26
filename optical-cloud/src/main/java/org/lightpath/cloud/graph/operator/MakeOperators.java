package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.datasets.onnx.OnnxType;

/** Operators that make values from shapes, numbers and conditions. */
public final class MakeOperators {
  private MakeOperators() {}

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    all.put("ConstantOfShape", Operator.of(MakeOperators::constantOfShape, "value"));
    all.put("Range", Operator.of(MakeOperators::range));
    all.put("EyeLike", Operator.of(MakeOperators::eyeLike, "dtype", "k"));
    all.put("OneHot", Operator.of(MakeOperators::oneHot, "axis"));
    all.put("Trilu", Operator.of(MakeOperators::triangle, "upper"));
    all.put("NonZero", Operator.of(MakeOperators::nonZero));
    return all;
  }

  private static Prepared constantOfShape(PlanNode node) {
    Tensor given = node.tensor("value");
    Tensor value = given == null ? Tensor.zeros(OnnxType.FLOAT, 1) : given;
    int[] shape = PlanNode.ints(node.constant(0).longs());
    Kernel kernel =
        frame -> {
          if (value.real()) {
            Arrays.fill(frame.output(0).floats(), value.floats()[0]);
          } else {
            Arrays.fill(frame.output(0).longs(), value.longs()[0]);
          }
        };
    return Prepared.of(kernel, value.type(), shape);
  }

  private static double scalar(PlanNode node, int input) {
    Tensor value = node.constant(input);
    return value.real() ? value.floats()[0] : value.longs()[0];
  }

  private static Prepared range(PlanNode node) {
    double start = scalar(node, 0);
    double step = scalar(node, 2);
    int count = (int) Math.max(0, Math.ceil((scalar(node, 1) - start) / step));
    Kernel kernel =
        frame -> {
          Tensor result = frame.output(0);
          for (int i = 0; i < count; i++) {
            if (result.real()) {
              result.floats()[i] = (float) (start + i * step);
            } else {
              result.longs()[i] = (long) start + i * (long) step;
            }
          }
        };
    return Prepared.of(kernel, node.first().type(), count);
  }

  private static Prepared eyeLike(PlanNode node) {
    int[] shape = node.input(0).shape();
    OnnxType type =
        node.has("dtype") ? CastOperator.type(node.whole("dtype", 1)) : node.first().type();
    int shift = (int) node.whole("k", 0);
    Kernel kernel =
        frame -> {
          Tensor result = frame.output(0);
          for (int i = 0; i < result.elements(); i++) {
            boolean one = i % shape[1] - i / shape[1] == shift;
            if (result.real()) {
              result.floats()[i] = one ? 1 : 0;
            } else {
              result.longs()[i] = one ? 1 : 0;
            }
          }
        };
    return Prepared.of(kernel, type, shape);
  }

  private static Prepared oneHot(PlanNode node) {
    int[] indices = node.input(0).shape();
    int depth = (int) scalar(node, 1);
    int axis = Shapes.axis(node.whole("axis", -1), indices.length + 1);
    int[] shape = new int[indices.length + 1];
    System.arraycopy(indices, 0, shape, 0, axis);
    shape[axis] = depth;
    System.arraycopy(indices, axis, shape, axis + 1, indices.length - axis);
    int inner = Shapes.elements(indices, axis, indices.length);
    Kernel kernel =
        frame -> {
          Tensor picks = frame.input(0);
          Object values = MoveOperators.array(frame.input(2));
          Object result = MoveOperators.array(frame.output(0));
          int elements = frame.output(0).elements();
          for (int i = 0; i < elements; i++) {
            int at = i / (inner * depth) * inner + i % inner;
            long pick = picks.real() ? (long) picks.floats()[at] : picks.longs()[at];
            boolean hot =
                Math.floorMod(pick, (long) depth) == i / inner % depth
                    && pick >= -depth
                    && pick < depth;
            System.arraycopy(values, hot ? 1 : 0, result, i, 1);
          }
        };
    return Prepared.of(kernel, node.input(2).type(), shape);
  }

  private static Prepared triangle(PlanNode node) {
    int[] shape = node.input(0).shape();
    int columns = shape[shape.length - 1];
    int rows = shape[shape.length - 2];
    Tensor shift = node.optionalConstant(1);
    long k = shift == null ? 0 : shift.longs()[0];
    boolean upper = node.flag("upper", true);
    Kernel kernel =
        frame -> {
          Tensor x = frame.input(0);
          Tensor y = frame.output(0);
          for (int i = 0; i < y.elements(); i++) {
            long diagonal = i % columns - (long) (i / columns % rows);
            boolean kept = upper ? diagonal >= k : diagonal <= k;
            if (y.real()) {
              y.floats()[i] = kept ? x.floats()[i] : 0;
            } else {
              y.longs()[i] = kept ? x.longs()[i] : 0;
            }
          }
        };
    return Prepared.of(kernel, node.first());
  }

  /** Of a constant only: otherwise the shape would depend on data. */
  private static Prepared nonZero(PlanNode node) {
    Tensor x = node.constant(0);
    int[] strides = Shapes.strides(x.shape());
    int[] found =
        java.util.stream.IntStream.range(0, x.elements())
            .filter(i -> x.real() ? x.floats()[i] != 0 : x.longs()[i] != 0)
            .toArray();
    Kernel kernel =
        frame -> {
          long[] y = frame.output(0).longs();
          for (int axis = 0; axis < strides.length; axis++) {
            for (int i = 0; i < found.length; i++) {
              y[axis * found.length + i] = found[i] / strides[axis] % x.extent(axis);
            }
          }
        };
    return Prepared.of(kernel, OnnxType.INT64, x.rank(), found.length);
  }
}
