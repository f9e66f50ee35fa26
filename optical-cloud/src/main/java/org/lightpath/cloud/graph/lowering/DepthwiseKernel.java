package org.lightpath.cloud.graph.lowering;

import java.util.Arrays;
import org.lightpath.cloud.graph.operator.Frame;
import org.lightpath.cloud.graph.operator.Kernel;
import org.lightpath.cloud.parallel.Parallel;

/**
 * Convolution of one channel per group: y[f, p] = b[f] + Σ_t w[f, t]·x[c, p·stride + t·dilation −
 * pad] with the channel c = f·C/F.
 *
 * @param window how it moves
 * @param images N
 * @param channels C
 * @param filters F
 * @param biased whether there is a bias
 */
record DepthwiseKernel(Window window, int images, int channels, int filters, boolean biased)
    implements Kernel {
  @Override
  public void run(Frame frame) {
    float[] x = frame.input(0).floats();
    float[] w = frame.input(1).floats();
    float[] y = frame.output(0).floats();
    Parallel.ranges(
        images * filters,
        Math.max(1, Planes.GRAIN / (window.outputSize() * window.taps())),
        (from, to) -> {
          Line line = new Line(window);
          for (int plane = from; plane < to; plane++) {
            int filter = plane % filters;
            int channel = filter / (filters / channels);
            int source = (plane / filters * channels + channel) * window.inputSize();
            float bias = biased ? frame.input(2).floats()[filter] : 0;
            for (int row = 0; row < window.outputRows(); row++) {
              line.compute(x, source, w, filter * window.taps(), row, bias);
              System.arraycopy(
                  line.sums,
                  0,
                  y,
                  plane * window.outputSize() + row * line.sums.length,
                  line.sums.length);
            }
          }
        });
  }

  /** One row of positions, on arrays of its own so that the compiler can vectorise. */
  private static final class Line {
    private final Window window;
    private final float[] sums;
    private final float[] taken;

    Line(Window window) {
      this.window = window;
      this.sums = new float[window.output()[2]];
      this.taken = new float[window.output()[2]];
    }

    private void compute(float[] x, int source, float[] w, int weights, int row, float bias) {
      Arrays.fill(sums, bias);
      int[] kernel = window.kernel();
      int[] input = window.input();
      int weight = weights;
      for (int d = 0; d < kernel[0]; d++) {
        int depth = window.element(0, row / window.output()[1], d);
        for (int h = 0; h < kernel[1]; h++) {
          int height = window.element(1, row % window.output()[1], h);
          if (depth >= 0 && depth < input[0] && height >= 0 && height < input[1]) {
            add(x, source + (depth * input[1] + height) * input[2], w, weight);
          }
          weight += kernel[2];
        }
      }
    }

    private void add(float[] x, int start, float[] w, int weight) {
      int stride = window.strides()[2];
      for (int tap = 0; tap < window.kernel()[2]; tap++) {
        int first = window.firstInside(tap);
        int count = window.endInside(tap) - first;
        int from = start + window.element(2, first, tap);
        Arrays.fill(taken, 0);
        if (stride == 1) {
          System.arraycopy(x, from, taken, first, count);
        } else {
          for (int i = 0; i < count; i++) {
            taken[first + i] = x[from + i * stride];
          }
        }
        accumulate(sums, taken, w[weight + tap]);
      }
    }

    private static void accumulate(float[] sums, float[] values, float factor) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.fma(factor, values[i], sums[i]);
      }
    }
  }
}
