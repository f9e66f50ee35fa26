package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;

/** Operators that pick or place elements by index. */
public final class IndexOperators {
  private IndexOperators() {}

  /** The operators by name. */
  public static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    all.put("Gather", Operator.of(IndexOperators::gather, "axis"));
    all.put("GatherElements", Operator.of(IndexOperators::gatherElements, "axis"));
    all.put("GatherND", Operator.of(IndexOperators::gatherNd, "batch_dims"));
    all.put(
        "ScatterND",
        Operator.of(IndexOperators::scatterNd, "reduction").refusing(IndexOperators::reduction));
    all.put(
        "ScatterElements",
        Operator.of(IndexOperators::scatterElements, "axis", "reduction")
            .refusing(IndexOperators::reduction));
    return all;
  }

  private static @org.jspecify.annotations.Nullable String reduction(OperatorNode node) {
    String reduction = node.text("reduction", "none");
    return reduction.equals("none")
        ? null
        : "reduction \"" + reduction + "\" is not implemented; only \"none\" is";
  }

  /** An index counted from the front. */
  private static int index(long index, int extent) {
    long positive = index < 0 ? index + extent : index;
    if (positive < 0 || positive >= extent) {
      throw new IllegalArgumentException(
          "index %d into an axis of extent %d: must lie from %d to %d"
              .formatted(index, extent, -extent, extent - 1));
    }
    return (int) positive;
  }

  private static Prepared gather(PlanNode node) {
    int[] data = node.input(0).shape();
    int[] indices = node.input(1).shape();
    int axis = Shapes.axis(node.whole("axis", 0), data.length);
    int[] shape = new int[data.length - 1 + indices.length];
    System.arraycopy(data, 0, shape, 0, axis);
    System.arraycopy(indices, 0, shape, axis, indices.length);
    System.arraycopy(data, axis + 1, shape, axis + indices.length, data.length - axis - 1);
    int outer = Shapes.elements(data, 0, axis);
    int inner = Shapes.elements(data, axis + 1, data.length);
    int extent = data[axis];
    int count = Shapes.elements(indices);
    Kernel kernel =
        frame -> {
          Object from = MoveOperators.array(frame.input(0));
          Object to = MoveOperators.array(frame.output(0));
          long[] picks = frame.input(1).longs();
          for (int o = 0; o < outer; o++) {
            for (int i = 0; i < count; i++) {
              int source = (o * extent + index(picks[i], extent)) * inner;
              System.arraycopy(from, source, to, (o * count + i) * inner, inner);
            }
          }
        };
    return Prepared.of(kernel, node.first().type(), shape);
  }

  /** Position in the data of every element of the indices along an axis. */
  private static int along(int[] data, int[] indices, int axis, int element, long pick) {
    int[] strides = Shapes.strides(data);
    int rest = element;
    int position = index(pick, data[axis]) * strides[axis];
    for (int a = indices.length - 1; a >= 0; a--) {
      if (a != axis) {
        position += rest % indices[a] * strides[a];
      }
      rest /= indices[a];
    }
    return position;
  }

  private static Prepared gatherElements(PlanNode node) {
    int[] data = node.input(0).shape();
    int[] indices = node.input(1).shape();
    int axis = Shapes.axis(node.whole("axis", 0), data.length);
    Kernel kernel =
        frame -> {
          Object from = MoveOperators.array(frame.input(0));
          Object to = MoveOperators.array(frame.output(0));
          long[] picks = frame.input(1).longs();
          for (int i = 0; i < picks.length; i++) {
            System.arraycopy(from, along(data, indices, axis, i, picks[i]), to, i, 1);
          }
        };
    return Prepared.of(kernel, node.first().type(), indices);
  }

  private static Prepared scatterElements(PlanNode node) {
    int[] data = node.input(0).shape();
    int[] indices = node.input(1).shape();
    int axis = Shapes.axis(node.whole("axis", 0), data.length);
    Kernel kernel =
        frame -> {
          Object to = MoveOperators.array(frame.output(0));
          copy(frame);
          Object updates = MoveOperators.array(frame.input(2));
          long[] picks = frame.input(1).longs();
          for (int i = 0; i < picks.length; i++) {
            System.arraycopy(updates, i, to, along(data, indices, axis, i, picks[i]), 1);
          }
        };
    return Prepared.of(kernel, node.first());
  }

  private static void copy(Frame frame) {
    Tensor data = frame.input(0);
    System.arraycopy(
        MoveOperators.array(data), 0, MoveOperators.array(frame.output(0)), 0, data.elements());
  }

  /** Blocks that tuples of indices point at. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Blocks(int[] data, int skipped, int depth) {
    int size() {
      return Shapes.elements(data, skipped + depth, data.length);
    }

    int position(long[] picks, int tuple, int batch) {
      int position = batch;
      for (int i = 0; i < depth; i++) {
        int extent = data[skipped + i];
        position = position * extent + index(picks[tuple * depth + i], extent);
      }
      return position * size();
    }
  }

  private static Prepared gatherNd(PlanNode node) {
    int[] data = node.input(0).shape();
    int[] indices = node.input(1).shape();
    int batches = (int) node.whole("batch_dims", 0);
    Blocks blocks = new Blocks(data, batches, indices[indices.length - 1]);
    int tail = data.length - batches - blocks.depth;
    int[] shape = Arrays.copyOf(indices, indices.length - 1 + tail);
    System.arraycopy(data, batches + blocks.depth, shape, indices.length - 1, tail);
    int tuples = Shapes.elements(indices, 0, indices.length - 1);
    int perBatch = tuples / Math.max(1, Shapes.elements(data, 0, batches));
    Kernel kernel =
        frame -> {
          Object from = MoveOperators.array(frame.input(0));
          Object to = MoveOperators.array(frame.output(0));
          long[] picks = frame.input(1).longs();
          int size = blocks.size();
          for (int i = 0; i < tuples; i++) {
            System.arraycopy(from, blocks.position(picks, i, i / perBatch), to, i * size, size);
          }
        };
    return Prepared.of(kernel, node.first().type(), shape);
  }

  private static Prepared scatterNd(PlanNode node) {
    int[] data = node.input(0).shape();
    int[] indices = node.input(1).shape();
    Blocks blocks = new Blocks(data, 0, indices[indices.length - 1]);
    int tuples = Shapes.elements(indices, 0, indices.length - 1);
    Kernel kernel =
        frame -> {
          copy(frame);
          Object updates = MoveOperators.array(frame.input(2));
          Object to = MoveOperators.array(frame.output(0));
          long[] picks = frame.input(1).longs();
          int size = blocks.size();
          for (int i = 0; i < tuples; i++) {
            System.arraycopy(updates, i * size, to, blocks.position(picks, i, 0), size);
          }
        };
    return Prepared.of(kernel, node.first());
  }
}
