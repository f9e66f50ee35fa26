package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.datasets.onnx.OnnxType;

/** Operators that look at shapes or give the same values another one. */
public final class ShapeOperators {
  private ShapeOperators() {}

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    all.put("Identity", Operator.of(node -> alias(node, node.input(0).shape())));
    all.put("Shape", Operator.of(ShapeOperators::shape, "start", "end"));
    all.put("Size", Operator.of(ShapeOperators::size));
    all.put("Reshape", Operator.of(ShapeOperators::reshape, "allowzero"));
    all.put("Flatten", Operator.of(ShapeOperators::flatten, "axis"));
    all.put("Squeeze", Operator.of(ShapeOperators::squeeze, "axes"));
    all.put("Unsqueeze", Operator.of(ShapeOperators::unsqueeze, "axes"));
    all.put("Dropout", dropout());
    return all;
  }

  private static Prepared alias(PlanNode node, int[] shape) {
    return Prepared.alias(node.first().type(), shape);
  }

  private static Prepared constant(long... values) {
    return Prepared.of(
            frame -> System.arraycopy(values, 0, frame.output(0).longs(), 0, values.length),
            OnnxType.INT64,
            values.length)
        .ofShapes();
  }

  private static Prepared shape(PlanNode node) {
    int[] shape = node.input(0).shape();
    int start = bound(node.whole("start", 0), shape.length);
    int end = bound(node.whole("end", shape.length), shape.length);
    return constant(
        Arrays.stream(shape, start, Math.max(start, end)).mapToLong(extent -> extent).toArray());
  }

  private static int bound(long axis, int rank) {
    return (int) Math.clamp(axis < 0 ? axis + rank : axis, 0L, (long) rank);
  }

  private static Prepared size(PlanNode node) {
    long elements = node.input(0).elements();
    return Prepared.of(frame -> frame.output(0).longs()[0] = elements, OnnxType.INT64).ofShapes();
  }

  private static Prepared reshape(PlanNode node) {
    long[] asked = node.constant(1).longs();
    int[] input = node.input(0).shape();
    boolean allowZero = node.flag("allowzero", false);
    int[] shape = new int[asked.length];
    int open = -1;
    int rest = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      if (asked[axis] == -1) {
        open = axis;
        continue;
      }
      boolean copied = asked[axis] == 0 && !allowZero;
      if (copied && axis >= input.length) {
        throw new IllegalArgumentException(
            "shape %s copies extent %d of an input of shape %s"
                .formatted(Arrays.toString(asked), axis, Arrays.toString(input)));
      }
      shape[axis] = copied ? input[axis] : Math.toIntExact(asked[axis]);
      rest *= shape[axis];
    }
    int elements = Shapes.elements(input);
    if (open >= 0) {
      shape[open] = rest == 0 ? 0 : elements / rest;
    }
    if (Shapes.elements(shape) != elements) {
      throw new IllegalArgumentException(
          "shape %s does not hold the %d elements of the input of shape %s"
              .formatted(Arrays.toString(asked), elements, Arrays.toString(input)));
    }
    return alias(node, shape);
  }

  private static Prepared flatten(PlanNode node) {
    int[] shape = node.input(0).shape();
    int axis = bound(node.whole("axis", 1), shape.length);
    return alias(
        node,
        new int[] {Shapes.elements(shape, 0, axis), Shapes.elements(shape, axis, shape.length)});
  }

  private static Prepared squeeze(PlanNode node) {
    int[] shape = node.input(0).shape();
    long[] axes = node.wholes("axes", 1);
    boolean[] removed = new boolean[shape.length];
    if (axes == null) {
      for (int axis = 0; axis < shape.length; axis++) {
        removed[axis] = shape[axis] == 1;
      }
    } else {
      for (long axis : axes) {
        int index = Shapes.axis(axis, shape.length);
        removed[index] = true;
        if (shape[index] != 1) {
          throw new IllegalArgumentException(
              "axis %d of shape %s has not the extent 1".formatted(axis, Arrays.toString(shape)));
        }
      }
    }
    return alias(
        node,
        IntStream.range(0, shape.length)
            .filter(axis -> !removed[axis])
            .map(axis -> shape[axis])
            .toArray());
  }

  private static Prepared unsqueeze(PlanNode node) {
    int[] shape = node.input(0).shape();
    long[] axes = node.wholes("axes", 1);
    if (axes == null) {
      throw new IllegalArgumentException("axes are missing");
    }
    int[] result = new int[shape.length + axes.length];
    for (long axis : axes) {
      result[Shapes.axis(axis, result.length)] = 1;
    }
    int next = 0;
    for (int axis = 0; axis < result.length; axis++) {
      if (result[axis] == 0) {
        result[axis] = shape[next];
        next++;
      }
    }
    return alias(node, result);
  }

  /** In inference: everything passes, the mask is all true. */
  private static Operator dropout() {
    return new Operator(
        java.util.Set.of("ratio", "seed"),
        node -> null,
        node -> {
          Tensor training = node.optionalConstant(2);
          Tensor ratio = node.optional(1) == null ? null : node.constant(1);
          boolean drops = ratio == null || ratio.floats()[0] != 0;
          if (training != null && training.longs()[0] != 0 && drops) {
            throw new IllegalArgumentException(
                "training_mode is not implemented; export the model in inference mode");
          }
          TensorType type = node.first();
          return Prepared.of(
              frame -> {
                System.arraycopy(
                    frame.input(0).floats(), 0, frame.output(0).floats(), 0, type.elements());
                if (node.hasOutput(1)) {
                  Arrays.fill(frame.output(1).longs(), 1);
                }
              },
              type,
              new TensorType(OnnxType.BOOL, type.shape()));
        });
  }
}
