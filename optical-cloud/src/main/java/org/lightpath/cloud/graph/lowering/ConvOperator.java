package org.lightpath.cloud.graph.lowering;

import java.util.Arrays;
import java.util.List;
import org.lightpath.cloud.graph.Shapes;
import org.lightpath.cloud.graph.operator.Frame;
import org.lightpath.cloud.graph.operator.Kernel;
import org.lightpath.cloud.graph.operator.PlanNode;
import org.lightpath.cloud.graph.operator.Prepared;
import org.lightpath.cloud.graph.operator.ProductRequest;
import org.lightpath.cloud.graph.operator.ValueInfo;
import org.lightpath.cloud.parallel.Parallel;
import org.lightpath.core.plan.MatmulShape;

/**
 * Conv as a product: weights A[C_out/g, C_in/g·taps] times patches B[C_in/g·taps, N·positions],
 * with the g groups as a batch. A convolution of one tap per image needs no copies. Convolutions of
 * one channel per group with few taps (depthwise) stay digital: their sums are too short for light.
 */
final class ConvOperator {
  /** Most taps of a depthwise convolution that is done by loops. */
  private static final int DEPTHWISE_TAPS = 81;

  /**
   * Most numbers in the matrix of patches: 1 GiB. Larger ones are cut along the positions into
   * several products.
   */
  private static final long MOST_PATCHES = 1L << 28;

  private final Window window;
  private final int images;
  private final int channels;
  private final int filters;
  private final int groups;
  private final boolean biased;
  private final int[] cuts;

  private ConvOperator(PlanNode node) {
    int[] x = node.input(0).shape();
    int[] w = node.input(1).shape();
    groups = (int) node.whole("group", 1);
    images = x[0];
    channels = x[1];
    filters = w[0];
    biased = node.hasInput(2);
    if (w.length != x.length || channels != w[1] * groups || filters % groups != 0) {
      throw new IllegalArgumentException(
          "image %s, weights %s, group %d: expected weights [M, C/group, ...] of an image [N, C, ...] with M a multiple of the groups"
              .formatted(Arrays.toString(x), Arrays.toString(w), groups));
    }
    int[] kernel = Arrays.copyOfRange(w, 2, w.length);
    int[] image = Arrays.copyOfRange(x, 2, x.length);
    window = Window.over(image, Window.Attributes.of(node, kernel), false);
    cuts = cuts();
  }

  static Prepared prepare(PlanNode node) {
    ConvOperator conv = new ConvOperator(node);
    int[] shape = node.input(0).shape().clone();
    shape[1] = conv.filters;
    System.arraycopy(
        conv.window.output(), Window.AXES - shape.length + 2, shape, 2, shape.length - 2);
    if (conv.channels == conv.groups && conv.window.taps() <= DEPTHWISE_TAPS && conv.groups > 1) {
      Kernel kernel =
          new DepthwiseKernel(conv.window, conv.images, conv.channels, conv.filters, conv.biased);
      return Prepared.of(kernel, node.first().type(), shape)
          .withDigitalMacs((long) Shapes.elements(shape) * conv.window.taps());
    }
    return conv.lowered(node, shape);
  }

  /** Rows of positions at which the matrix of patches is cut. */
  private int[] cuts() {
    int rows = images * window.outputRows();
    long perRow = (long) channels * window.taps() * window.output()[2];
    int most = Math.clamp(MOST_PATCHES / perRow, 1, rows);
    int pieces = window.pointwise() ? 1 : Math.ceilDiv(rows, most);
    int[] result = new int[pieces + 1];
    for (int i = 0; i <= pieces; i++) {
      result[i] = (int) ((long) rows * i / pieces);
    }
    return result;
  }

  private Prepared lowered(PlanNode node, int[] shape) {
    ValueInfo image = node.input(0);
    ValueInfo weights = node.input(1);
    ProductRequest[] requests = new ProductRequest[cuts.length - 1];
    for (int i = 0; i < requests.length; i++) {
      int columns = (cuts[i + 1] - cuts[i]) * window.output()[2];
      requests[i] =
          new ProductRequest(
              MatmulShape.of(groups, filters / groups, columns, channels / groups * window.taps()),
              weights,
              image);
    }
    return Prepared.of(this::run, node.first().type(), shape)
        .withProducts(requests)
        .withScratch(scratch());
  }

  private int widest() {
    int widest = 0;
    for (int i = 0; i + 1 < cuts.length; i++) {
      widest = Math.max(widest, cuts[i + 1] - cuts[i]);
    }
    return widest * window.output()[2];
  }

  /** Patches and products, each empty where image and output serve directly. */
  private List<Integer> scratch() {
    boolean direct = images == 1;
    int columns = widest();
    return List.of(
        direct && window.pointwise() ? 0 : channels * window.taps() * columns,
        direct && cuts.length == 2 ? 0 : filters * columns);
  }

  private void run(Frame frame) {
    float[] image = frame.input(0).floats();
    float[] weights = frame.input(1).floats();
    float[] output = frame.output(0).floats();
    for (int i = 0; i + 1 < cuts.length; i++) {
      int columns = (cuts[i + 1] - cuts[i]) * window.output()[2];
      float[] patches = image;
      if (window.pointwise() && images > 1) {
        patches = frame.scratch(0);
        Planes.channelsFirst(image, patches, images, channels, window.inputSize());
      } else if (!window.pointwise()) {
        patches = exact(frame.scratch(0), channels * window.taps() * columns);
        new Columns(window, channels).gather(image, patches, cuts[i], cuts[i + 1]);
      }
      boolean direct = images == 1 && cuts.length == 2;
      float[] result = direct ? output : exact(frame.scratch(1), filters * columns);
      frame.multiply(i, weights, patches, result);
      if (!direct) {
        spread(result, output, cuts[i] * window.output()[2], columns);
      }
    }
    if (biased) {
      Planes.addBias(output, frame.input(2).floats(), images, window.outputSize());
    }
  }

  /** Operands must have exactly their size: the last piece may be smaller than the scratch. */
  private static float[] exact(float[] scratch, int size) {
    return scratch.length == size ? scratch : new float[size];
  }

  /** Copies [filter, position] to [image, filter, position]. */
  private void spread(float[] result, float[] output, int from, int columns) {
    int size = window.outputSize();
    Parallel.ranges(
        filters,
        Math.max(1, Planes.GRAIN / columns),
        (first, end) -> {
          for (int filter = first; filter < end; filter++) {
            int position = from;
            while (position < from + columns) {
              int image = position / size;
              int stop = Math.min(from + columns, (image + 1) * size);
              System.arraycopy(
                  result,
                  filter * columns + position - from,
                  output,
                  (image * filters + filter) * size + position - image * size,
                  stop - position);
              position = stop;
            }
          }
        });
  }
}
