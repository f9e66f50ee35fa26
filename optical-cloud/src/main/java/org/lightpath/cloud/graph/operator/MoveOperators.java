package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.parallel.Parallel;

/** Operators that move elements in blocks. */
public final class MoveOperators {
  private MoveOperators() {}

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    all.put("Transpose", Operator.of(MoveOperators::transpose, "perm"));
    all.put("Concat", Operator.of(MoveOperators::concat, "axis"));
    all.put("Split", Operator.of(MoveOperators::split, "axis", "split", "num_outputs"));
    all.put("Slice", Operator.of(MoveOperators::slice, "axes", "starts", "ends"));
    all.put("Expand", Operator.of(MoveOperators::expand));
    all.put("Tile", Operator.of(MoveOperators::tile));
    all.put("DepthToSpace", Operator.of(MoveOperators::depthToSpace, "blocksize", "mode"));
    all.put("SpaceToDepth", Operator.of(MoveOperators::spaceToDepth, "blocksize"));
    return all;
  }

  /** The array that a tensor holds its numbers in. */
  static Object array(Tensor tensor) {
    return tensor.real() ? tensor.floats() : tensor.longs();
  }

  private static Prepared transpose(PlanNode node) {
    int[] shape = node.input(0).shape();
    int[] reversed = new int[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      reversed[axis] = shape.length - 1 - axis;
    }
    int[] permutation = node.ints("perm", reversed);
    return permuted(node.first(), permutation);
  }

  /** Copy with axes in another order; an alias where only axes of extent 1 change place. */
  static Prepared permuted(TensorType type, int... permutation) {
    int[] strides = Shapes.strides(type.shape());
    int[] result = new int[permutation.length];
    int[] steps = new int[permutation.length];
    int last = -1;
    boolean ordered = true;
    for (int axis = 0; axis < result.length; axis++) {
      result[axis] = type.shape()[permutation[axis]];
      steps[axis] = strides[permutation[axis]];
      if (result[axis] != 1) {
        ordered &= permutation[axis] > last;
        last = permutation[axis];
      }
    }
    return ordered
        ? Prepared.alias(type.type(), result)
        : new StridedCopy(result, steps, 0).prepared(new TensorType(type.type(), result));
  }

  private static Prepared concat(PlanNode node) {
    int[] shape = node.input(0).shape().clone();
    int axis = Shapes.axis(node.whole("axis", 1), shape.length);
    int inputs = node.inputCount();
    int[] blocks = new int[inputs];
    shape[axis] = 0;
    for (int i = 0; i < inputs; i++) {
      int[] part = node.input(i).shape();
      shape[axis] += part[axis];
      blocks[i] = Shapes.elements(part, axis, part.length);
    }
    int outer = Shapes.elements(shape, 0, axis);
    int line = Arrays.stream(blocks).sum();
    Kernel kernel =
        frame -> {
          Object result = array(frame.output(0));
          int start = 0;
          for (int i = 0; i < inputs; i++) {
            Object part = array(frame.input(i));
            int block = blocks[i];
            int at = start;
            Parallel.ranges(
                outer,
                Math.max(1, Broadcast.GRAIN / Math.max(1, block)),
                (from, to) -> {
                  for (int o = from; o < to; o++) {
                    System.arraycopy(part, o * block, result, o * line + at, block);
                  }
                });
            start += block;
          }
        };
    return Prepared.of(kernel, node.first().type(), shape);
  }

  private static Prepared split(PlanNode node) {
    int[] shape = node.input(0).shape();
    int axis = Shapes.axis(node.whole("axis", 0), shape.length);
    int outputs = node.outputCount();
    long[] sizes = node.wholes("split", 1);
    if (sizes == null) {
      sizes = new long[outputs];
      int part = Math.ceilDiv(shape[axis], outputs);
      for (int i = 0; i < outputs; i++) {
        sizes[i] = Math.min(part, shape[axis] - i * part);
      }
    }
    if (Arrays.stream(sizes).sum() != shape[axis] || sizes.length != outputs) {
      throw new IllegalArgumentException(
          "parts %s do not fill axis %d of extent %d in %d outputs"
              .formatted(Arrays.toString(sizes), axis, shape[axis], outputs));
    }
    TensorType[] types = new TensorType[outputs];
    int inner = Shapes.elements(shape, axis + 1, shape.length);
    int[] blocks = new int[outputs];
    for (int i = 0; i < outputs; i++) {
      int[] part = shape.clone();
      part[axis] = (int) sizes[i];
      types[i] = new TensorType(node.first().type(), part);
      blocks[i] = part[axis] * inner;
    }
    int outer = Shapes.elements(shape, 0, axis);
    return Prepared.of(frame -> split(frame, node, blocks, outer), types);
  }

  private static void split(Frame frame, PlanNode node, int[] blocks, int outer) {
    Object whole = array(frame.input(0));
    int line = Arrays.stream(blocks).sum();
    int start = 0;
    for (int i = 0; i < blocks.length; i++) {
      if (node.hasOutput(i)) {
        Object part = array(frame.output(i));
        for (int o = 0; o < outer; o++) {
          System.arraycopy(whole, o * line + start, part, o * blocks[i], blocks[i]);
        }
      }
      start += blocks[i];
    }
  }

  private static Prepared slice(PlanNode node) {
    int[] shape = node.input(0).shape();
    long[] starts = required(node.wholes("starts", 1), "starts");
    long[] ends = required(node.wholes("ends", 2), "ends");
    long[] axes = node.wholes("axes", 3);
    Tensor given = node.optionalConstant(4);
    int[] strides = Shapes.strides(shape);
    int[] result = shape.clone();
    int offset = 0;
    for (int i = 0; i < starts.length; i++) {
      int axis = Shapes.axis(axes == null ? i : axes[i], shape.length);
      long step = given == null ? 1 : given.longs()[i];
      if (step == 0) {
        throw new IllegalArgumentException("step 0 along axis " + axis + "; must not be 0");
      }
      int extent = shape[axis];
      long least = step > 0 ? 0 : -1;
      long most = step > 0 ? extent : extent - 1;
      long start =
          Math.clamp(
              starts[i] < 0 ? starts[i] + extent : starts[i],
              Math.max(0, least),
              Math.max(0, most));
      long end = Math.clamp(ends[i] < 0 ? ends[i] + extent : ends[i], least, most);
      result[axis] = (int) Math.max(0, Math.ceilDiv(end - start, step));
      offset += (int) start * strides[axis];
      strides[axis] *= (int) step;
    }
    TensorType type = new TensorType(node.first().type(), result);
    if (type.elements() == 0) {
      return Prepared.of(frame -> {}, type);
    }
    return new StridedCopy(result, strides, offset).prepared(type);
  }

  private static long[] required(long @Nullable [] values, String what) {
    if (values == null) {
      throw new IllegalArgumentException(what + " are missing");
    }
    return values;
  }

  private static Prepared expand(PlanNode node) {
    int[] input = node.input(0).shape();
    int[] shape = Shapes.broadcast(input, PlanNode.ints(node.constant(1).longs()));
    return new StridedCopy(shape, Shapes.broadcastStrides(input, shape), 0)
        .prepared(new TensorType(node.first().type(), shape));
  }

  private static Prepared tile(PlanNode node) {
    int[] input = node.input(0).shape();
    int[] repeats = PlanNode.ints(node.constant(1).longs());
    int rank = input.length;
    int[] split = new int[2 * rank];
    int[] steps = new int[2 * rank];
    int[] strides = Shapes.strides(input);
    int[] result = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      split[2 * axis] = repeats[axis];
      split[2 * axis + 1] = input[axis];
      steps[2 * axis + 1] = strides[axis];
      result[axis] = repeats[axis] * input[axis];
    }
    return new StridedCopy(split, steps, 0).prepared(new TensorType(node.first().type(), result));
  }

  private static Prepared depthToSpace(PlanNode node) {
    int[] x = node.input(0).shape();
    int block = (int) node.whole("blocksize", 1);
    int depth = x[1] / (block * block);
    boolean columnsFirst = node.text("mode", "DCR").equals("DCR");
    int[] split =
        columnsFirst
            ? new int[] {x[0], block, block, depth, x[2], x[3]}
            : new int[] {x[0], depth, block, block, x[2], x[3]};
    int[] permutation = columnsFirst ? new int[] {0, 3, 4, 1, 5, 2} : new int[] {0, 1, 4, 2, 5, 3};
    return regrouped(node, split, permutation, x[0], depth, x[2] * block, x[3] * block);
  }

  private static Prepared spaceToDepth(PlanNode node) {
    int[] x = node.input(0).shape();
    int block = (int) node.whole("blocksize", 1);
    int[] split = {x[0], x[1], x[2] / block, block, x[3] / block, block};
    return regrouped(
        node,
        split,
        new int[] {0, 3, 5, 1, 2, 4},
        x[0],
        x[1] * block * block,
        x[2] / block,
        x[3] / block);
  }

  private static Prepared regrouped(PlanNode node, int[] split, int[] permutation, int... result) {
    int[] strides = Shapes.strides(split);
    int[] shape = new int[split.length];
    int[] steps = new int[split.length];
    for (int axis = 0; axis < split.length; axis++) {
      shape[axis] = split[permutation[axis]];
      steps[axis] = strides[permutation[axis]];
    }
    return new StridedCopy(shape, steps, 0).prepared(new TensorType(node.first().type(), result));
  }
}
