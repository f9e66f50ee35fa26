package org.lightpath.cloud.graph.lowering;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.graph.operator.Frame;
import org.lightpath.cloud.graph.operator.Kernel;
import org.lightpath.cloud.graph.operator.Operator;
import org.lightpath.cloud.graph.operator.OperatorNode;
import org.lightpath.cloud.graph.operator.PlanNode;
import org.lightpath.cloud.graph.operator.Prepared;
import org.lightpath.cloud.parallel.Parallel;

/** Pooling: maximum or mean of the elements under a window. */
final class PoolOperators {
  private PoolOperators() {}

  static Map<String, Operator> all() {
    Map<String, Operator> all = new HashMap<>();
    String[] window = {"auto_pad", "ceil_mode", "dilations", "kernel_shape", "pads", "strides"};
    all.put(
        "MaxPool",
        Operator.of(node -> pool(node, true), with(window, "storage_order"))
            .refusing(PoolOperators::refusal));
    all.put(
        "AveragePool", Operator.of(node -> pool(node, false), with(window, "count_include_pad")));
    all.put("GlobalAveragePool", Operator.of(node -> global(node, false)));
    all.put("GlobalMaxPool", Operator.of(node -> global(node, true)));
    return all;
  }

  private static String[] with(String[] names, String another) {
    String[] all = Arrays.copyOf(names, names.length + 1);
    all[names.length] = another;
    return all;
  }

  private static @Nullable String refusal(OperatorNode node) {
    return node.hasOutput(1) ? "the output Indices is not implemented; export without it" : null;
  }

  private static Prepared pool(PlanNode node, boolean maximum) {
    int[] shape = node.input(0).shape();
    int[] image = Arrays.copyOfRange(shape, 2, shape.length);
    Window.Attributes attributes = Window.Attributes.of(node, node.ints("kernel_shape"));
    Window window = Window.over(image, attributes, node.flag("ceil_mode", false));
    int[] result = shape.clone();
    System.arraycopy(window.output(), Window.AXES - image.length, result, 2, image.length);
    int[] ends = window.input().clone();
    boolean counted = node.flag("count_include_pad", false);
    if (counted) {
      for (int axis = 0; axis < image.length; axis++) {
        int after = attributes.same() ? window.taps() : attributes.pads()[image.length + axis];
        ends[Window.AXES - image.length + axis] += after;
      }
    }
    int planes = shape[0] * shape[1];
    Kernel kernel = frame -> run(frame, window, planes, maximum, counted ? ends : null);
    return Prepared.of(kernel, node.first().type(), result);
  }

  private static void run(
      Frame frame, Window window, int planes, boolean maximum, int @Nullable [] ends) {
    Tensor input = frame.input(0);
    Tensor output = frame.output(0);
    if (input.real()) {
      run(input.floats(), output.floats(), window, planes, maximum, ends);
      return;
    }
    float[] x = new float[input.elements()];
    float[] y = new float[output.elements()];
    for (int i = 0; i < x.length; i++) {
      x[i] = input.longs()[i];
    }
    run(x, y, window, planes, maximum, ends);
    for (int i = 0; i < y.length; i++) {
      output.longs()[i] = (long) y[i];
    }
  }

  private static void run(
      float[] x, float[] y, Window window, int planes, boolean maximum, int @Nullable [] ends) {
    Parallel.ranges(
        planes,
        Math.max(1, Planes.GRAIN / (window.outputSize() * window.taps())),
        (from, to) -> {
          for (int plane = from; plane < to; plane++) {
            if (maximum) {
              maxima(x, plane * window.inputSize(), y, plane * window.outputSize(), window);
            } else {
              means(x, plane * window.inputSize(), y, plane * window.outputSize(), window, ends);
            }
          }
        });
  }

  private static void means(
      float[] x, int source, float[] y, int target, Window window, int @Nullable [] ends) {
    for (int position = 0; position < window.outputSize(); position++) {
      y[target + position] = mean(x, source, window, Place.of(window, position), ends);
    }
  }

  /** Row by row and tap by tap: every tap takes a whole row of positions on. */
  private static void maxima(float[] x, int source, float[] y, int target, Window window) {
    int width = window.output()[2];
    for (int row = 0; row < window.outputRows(); row++) {
      int to = target + row * width;
      Arrays.fill(y, to, to + width, Float.NEGATIVE_INFINITY);
      for (int d = 0; d < window.kernel()[0]; d++) {
        int depth = window.element(0, row / window.output()[1], d);
        for (int h = 0; h < window.kernel()[1]; h++) {
          int height = window.element(1, row % window.output()[1], h);
          if (depth >= 0
              && depth < window.input()[0]
              && height >= 0
              && height < window.input()[1]) {
            int line = source + (depth * window.input()[1] + height) * window.input()[2];
            raise(x, line, y, to, window);
          }
        }
      }
    }
  }

  private static void raise(float[] x, int line, float[] y, int to, Window window) {
    int stride = window.strides()[2];
    for (int tap = 0; tap < window.kernel()[2]; tap++) {
      int first = window.firstInside(tap);
      int end = window.endInside(tap);
      int from = line + window.element(2, 0, tap);
      for (int i = first; i < end; i++) {
        y[to + i] = Math.max(y[to + i], x[from + i * stride]);
      }
    }
  }

  /** Taps of a position that lie within the image: first and end along each axis. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Place(int[] position, int[] first, int[] end) {
    static Place of(Window window, int index) {
      int[] output = window.output();
      int[] position = {
        index / (output[1] * output[2]), index / output[2] % output[1], index % output[2]
      };
      return new Place(
          position,
          taps(window, position, window.input(), true),
          taps(window, position, window.input(), false));
    }

    private static int[] taps(Window window, int[] position, int[] ends, boolean first) {
      int[] result = new int[Window.AXES];
      for (int axis = 0; axis < Window.AXES; axis++) {
        int start = window.element(axis, position[axis], 0);
        int dilation = window.dilations()[axis];
        int least = Math.max(0, Math.ceilDiv(-start, dilation));
        int most = Math.min(window.kernel()[axis], Math.ceilDiv(ends[axis] - start, dilation));
        result[axis] = first ? least : Math.max(least, most);
      }
      return result;
    }

    /** Taps within the image and the padding that counts. */
    int counted(Window window, int[] ends) {
      int count = 1;
      for (int axis = 0; axis < Window.AXES; axis++) {
        int start = window.element(axis, position[axis], 0);
        int most = Math.ceilDiv(ends[axis] - start, window.dilations()[axis]);
        count *= Math.min(window.kernel()[axis], most);
      }
      return count;
    }

    int inside() {
      return (end[0] - first[0]) * (end[1] - first[1]) * (end[2] - first[2]);
    }
  }

  private static int line(Window window, Place place, int source, int d, int h) {
    int depth = window.element(0, place.position[0], d);
    int height = window.element(1, place.position[1], h);
    return source
        + (depth * window.input()[1] + height) * window.input()[2]
        + window.element(2, place.position[2], 0);
  }

  private static float mean(
      float[] x, int source, Window window, Place place, int @Nullable [] ends) {
    double sum = 0;
    int dilation = window.dilations()[2];
    for (int d = place.first[0]; d < place.end[0]; d++) {
      for (int h = place.first[1]; h < place.end[1]; h++) {
        int line = line(window, place, source, d, h);
        for (int w = place.first[2]; w < place.end[2]; w++) {
          sum += x[line + w * dilation];
        }
      }
    }
    return (float) (sum / (ends == null ? place.inside() : place.counted(window, ends)));
  }

  private static Prepared global(PlanNode node, boolean maximum) {
    int[] shape = node.input(0).shape();
    int size = Shapes.elements(shape, 2, shape.length);
    int[] result = shape.clone();
    Arrays.fill(result, 2, result.length, 1);
    Kernel kernel =
        frame -> {
          float[] x = frame.input(0).floats();
          float[] y = frame.output(0).floats();
          for (int plane = 0; plane < y.length; plane++) {
            double sum = 0;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = plane * size; i < (plane + 1) * size; i++) {
              sum += x[i];
              most = Math.max(most, x[i]);
            }
            y[plane] = maximum ? most : (float) (sum / size);
          }
        };
    return Prepared.of(kernel, node.first().type(), result);
  }
}
