package org.lightpath.cloud.graph.lowering;

import java.util.Arrays;
import org.lightpath.cloud.parallel.Parallel;

/**
 * Writes the patches of images as columns of a matrix B[C·taps, rows·width] (im2col) and adds such
 * a matrix back into images (col2im). A row of the matrix belongs to one channel and tap; along it
 * run images, depth, height and width of the positions.
 *
 * @param window how it moves
 * @param channels of the images
 */
record Columns(Window window, int channels) {
  /** Numbers worth a thread of their own. */
  private static final int GRAIN = 1 << 14;

  /**
   * Gathers patches.
   *
   * @param images in the layout (image, channel, depth, height, width)
   * @param matrix overwritten
   * @param from first row of positions, counted over all images
   * @param to row of positions after the last
   */
  void gather(float[] images, float[] matrix, int from, int to) {
    int length = (to - from) * window.output()[2];
    Parallel.ranges(
        channels * window.taps(),
        Math.max(1, GRAIN / length),
        (first, end) -> {
          for (int row = first; row < end; row++) {
            gatherRow(images, matrix, row, new int[] {from, to, row * length});
          }
        });
  }

  /** Where a row of the matrix takes its numbers from. */
  private record Tap(int channel, int depth, int height, int width) {
    static Tap of(Window window, int row) {
      int[] kernel = window.kernel();
      int tap = row % window.taps();
      return new Tap(
          row / window.taps(),
          tap / (kernel[1] * kernel[2]),
          tap / kernel[2] % kernel[1],
          tap % kernel[2]);
    }
  }

  private void gatherRow(float[] images, float[] matrix, int row, int[] range) {
    Tap tap = Tap.of(window, row);
    int width = window.output()[2];
    int first = window.firstInside(tap.width);
    int end = window.endInside(tap.width);
    int stride = window.strides()[2];
    int at = range[2];
    for (int position = range[0]; position < range[1]; position++) {
      int source = source(tap, position);
      if (source < 0) {
        Arrays.fill(matrix, at, at + width, 0);
      } else {
        Arrays.fill(matrix, at, at + first, 0);
        Arrays.fill(matrix, at + end, at + width, 0);
        int start = source + window.element(2, first, tap.width);
        if (stride == 1) {
          System.arraycopy(images, start, matrix, at + first, end - first);
        } else {
          for (int i = 0; i < end - first; i++) {
            matrix[at + first + i] = images[start + i * stride];
          }
        }
      }
      at += width;
    }
  }

  /** First element of the image row that a row of positions reads, −1 if it lies outside. */
  private int source(Tap tap, int position) {
    int rows = window.outputRows();
    int image = position / rows;
    int depth = window.element(0, position % rows / window.output()[1], tap.depth);
    int height = window.element(1, position % window.output()[1], tap.height);
    if (depth < 0 || depth >= window.input()[0] || height < 0 || height >= window.input()[1]) {
      return -1;
    }
    return (((image * channels + tap.channel) * window.input()[0] + depth) * window.input()[1]
            + height)
        * window.input()[2];
  }

  /**
   * Adds columns into images.
   *
   * @param matrix in the layout that {@link #gather} writes for all rows of positions
   * @param images number of images
   * @param result images, added to
   */
  void scatter(float[] matrix, int images, float[] result) {
    int length = images * window.outputSize();
    Parallel.ranges(
        images * channels,
        Math.max(1, GRAIN / (window.taps() * window.outputSize())),
        (from, to) -> {
          for (int plane = from; plane < to; plane++) {
            scatterPlane(matrix, length, plane / channels, plane % channels, result);
          }
        });
  }

  private void scatterPlane(float[] matrix, int length, int image, int channel, float[] result) {
    int rows = window.outputRows();
    int width = window.output()[2];
    int stride = window.strides()[2];
    for (int t = 0; t < window.taps(); t++) {
      int row = channel * window.taps() + t;
      Tap tap = Tap.of(window, row);
      int first = window.firstInside(tap.width);
      int end = window.endInside(tap.width);
      for (int position = image * rows; position < (image + 1) * rows; position++) {
        int target = source(tap, position);
        if (target >= 0) {
          int from = row * length + position * width + first;
          int to = target + window.element(2, first, tap.width);
          for (int i = 0; i < end - first; i++) {
            result[to + i * stride] += matrix[from + i];
          }
        }
      }
    }
  }
}
