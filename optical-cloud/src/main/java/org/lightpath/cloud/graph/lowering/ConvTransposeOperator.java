package org.lightpath.cloud.graph.lowering;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.graph.operator.Frame;
import org.lightpath.cloud.graph.operator.PlanNode;
import org.lightpath.cloud.graph.operator.Prepared;
import org.lightpath.cloud.graph.operator.ProductRequest;
import org.lightpath.core.plan.MatmulShape;

/**
 * ConvTranspose as a product: weights A[C_out/g·taps, C_in/g] times images B[C_in/g, N·elements],
 * with the g groups as a batch; the columns of the result are then added into the larger image. For
 * stride s in two dimensions s² times fewer multiplications than a convolution of an image filled
 * with zeros.
 */
final class ConvTransposeOperator {
  /** The window moves over the result; its positions are the elements of the image. */
  private final Window window;

  private final int images;
  private final int channels;
  private final int filters;
  private final int groups;
  private final boolean biased;
  private final int[] shape;

  /** Transposed weights where they are constant. */
  private final float @Nullable [] constant;

  private ConvTransposeOperator(PlanNode node) {
    int[] x = node.input(0).shape();
    int[] w = node.input(1).shape();
    groups = (int) node.whole("group", 1);
    images = x[0];
    channels = x[1];
    biased = node.hasInput(2);
    if (w.length != x.length || channels != w[0] || channels % groups != 0) {
      throw new IllegalArgumentException(
          "image %s, weights %s, group %d: expected weights [C, M/group, ...] of an image [N, C, ...] with C a multiple of the groups"
              .formatted(Arrays.toString(x), Arrays.toString(w), groups));
    }
    filters = w[1] * groups;
    int[] image = Arrays.copyOfRange(x, 2, x.length);
    Window.Attributes attributes = Window.Attributes.of(node, Arrays.copyOfRange(w, 2, w.length));
    Extents extents = Extents.of(node, image, attributes);
    window = Window.of(extents.output, image, attributes, extents.pads);
    shape = x.clone();
    shape[1] = filters;
    System.arraycopy(extents.output, 0, shape, 2, image.length);
    Tensor weights = node.input(1).constant();
    constant = weights == null ? null : transposed(weights.floats());
  }

  /** Extents of the result and what is cut from its front. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Extents(int[] output, int[] pads) {
    static Extents of(PlanNode node, int[] image, Window.Attributes attributes) {
      int axes = image.length;
      int[] extra = node.ints("output_padding", new int[axes]);
      int[] asked = node.ints("output_shape");
      int[] output = new int[axes];
      int[] pads = new int[axes];
      for (int axis = 0; axis < axes; axis++) {
        int stride = attributes.strides()[axis];
        int full = stride * (image[axis] - 1) + extra[axis] + attributes.reach(axis);
        if (asked.length > 0 || attributes.same()) {
          output[axis] =
              asked.length > 0 ? asked[asked.length - axes + axis] : image[axis] * stride;
          int total = full - output[axis];
          boolean upper = attributes.autoPad().equals("SAME_UPPER");
          pads[axis] = Math.max(0, upper ? total / 2 : total - total / 2);
        } else {
          boolean padded = attributes.autoPad().equals("NOTSET");
          pads[axis] = padded ? attributes.pads()[axis] : 0;
          output[axis] = full - pads[axis] - (padded ? attributes.pads()[axes + axis] : 0);
        }
      }
      if (Arrays.stream(output).anyMatch(extent -> extent < 1)) {
        throw new IllegalArgumentException(
            "image of %s gives a result of %s: extents must be at least 1, the pads are too large"
                .formatted(Arrays.toString(image), Arrays.toString(output)));
      }
      return new Extents(output, pads);
    }
  }

  static Prepared prepare(PlanNode node) {
    ConvTransposeOperator operator = new ConvTransposeOperator(node);
    int rows = operator.filters / operator.groups * operator.window.taps();
    int columns = operator.images * operator.window.outputSize();
    MatmulShape product =
        MatmulShape.of(operator.groups, rows, columns, operator.channels / operator.groups);
    return Prepared.of(operator::run, node.first().type(), operator.shape)
        .withProducts(new ProductRequest(product, node.input(1), node.input(0)))
        .withScratch(
            List.of(
                operator.images == 1 ? 0 : operator.channels * columns,
                Shapes.elements(operator.groups, rows, columns),
                operator.constant == null ? node.input(1).elements() : 0));
  }

  private float[] transposed(float[] weights) {
    float[] result = new float[weights.length];
    transpose(weights, result);
    return result;
  }

  private void transpose(float[] weights, float[] result) {
    int columns = filters / groups * window.taps();
    Planes.transpose(weights, result, groups, channels / groups, columns);
  }

  private void run(Frame frame) {
    float[] left = constant;
    if (left == null) {
      left = frame.scratch(2);
      transpose(frame.input(1).floats(), left);
    }
    float[] image = frame.input(0).floats();
    if (images > 1) {
      Planes.channelsFirst(image, frame.scratch(0), images, channels, window.outputSize());
      image = frame.scratch(0);
    }
    frame.multiply(0, left, image, frame.scratch(1));
    float[] output = frame.output(0).floats();
    if (biased) {
      Planes.fillBias(output, frame.input(2).floats(), images, window.inputSize());
    } else {
      Arrays.fill(output, 0);
    }
    new Columns(window, filters).scatter(frame.scratch(1), images, output);
  }
}
