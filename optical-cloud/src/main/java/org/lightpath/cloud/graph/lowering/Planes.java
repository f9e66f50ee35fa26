package org.lightpath.cloud.graph.lowering;

import org.lightpath.cloud.parallel.Parallel;

/** Copies between the layouts of images and of matrices. */
final class Planes {
  /** Numbers worth a thread of their own. */
  static final int GRAIN = 1 << 14;

  private Planes() {}

  /** From [image, channel, element] to [channel, image, element]. */
  static void channelsFirst(float[] from, float[] to, int images, int channels, int size) {
    Parallel.ranges(
        images * channels,
        Math.max(1, GRAIN / size),
        (first, end) -> {
          for (int plane = first; plane < end; plane++) {
            int target = plane % channels * images + plane / channels;
            System.arraycopy(from, plane * size, to, target * size, size);
          }
        });
  }

  /** Adds the bias of its channel to every plane of [image, channel, element]. */
  static void addBias(float[] values, float[] bias, int images, int size) {
    Parallel.ranges(
        images * bias.length,
        Math.max(1, GRAIN / size),
        (first, end) -> {
          for (int plane = first; plane < end; plane++) {
            float offset = bias[plane % bias.length];
            for (int i = plane * size; i < (plane + 1) * size; i++) {
              values[i] += offset;
            }
          }
        });
  }

  /** Fills every plane of [image, channel, element] with the bias of its channel. */
  static void fillBias(float[] values, float[] bias, int images, int size) {
    Parallel.ranges(
        images * bias.length,
        Math.max(1, GRAIN / size),
        (first, end) -> {
          for (int plane = first; plane < end; plane++) {
            java.util.Arrays.fill(
                values, plane * size, (plane + 1) * size, bias[plane % bias.length]);
          }
        });
  }

  /** From [rows, columns] to [columns, rows], matrix by matrix. */
  static void transpose(float[] from, float[] to, int matrices, int rows, int columns) {
    Parallel.ranges(
        matrices * columns,
        Math.max(1, GRAIN / rows),
        (first, end) -> {
          for (int line = first; line < end; line++) {
            int source = line / columns * rows * columns + line % columns;
            for (int row = 0; row < rows; row++) {
              to[line * rows + row] = from[source + row * columns];
            }
          }
        });
  }
}
