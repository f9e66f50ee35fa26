package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import org.lightpath.cloud.graph.Tensor;

/**
 * Copies elements that lie at regular distances in one tensor to the whole of another:
 * transposition, repetition, cutting and reversal alike.
 */
public final class StridedCopy {
  private final Broadcast walk;
  private final int offset;

  /**
   * A copy.
   *
   * @param result extents of the target
   * @param strides steps of the source along the axes of the target
   * @param offset first element of the source
   */
  public StridedCopy(int[] result, int[] strides, int offset) {
    this.walk = Broadcast.strided(result, strides);
    this.offset = offset;
  }

  /** Copies real or whole numbers, whichever the tensors hold. */
  void copy(Tensor from, Tensor to) {
    if (from.real()) {
      copy(from.floats(), to.floats());
    } else {
      copy(from.longs(), to.longs());
    }
  }

  /** Copies real numbers. */
  public void copy(float[] from, float[] to) {
    int step = walk.step(0);
    walk.rows(
        (offsets, result, length) -> {
          int source = offset + offsets[0];
          if (step == 1) {
            System.arraycopy(from, source, to, result, length);
          } else if (step == 0) {
            Arrays.fill(to, result, result + length, from[source]);
          } else {
            for (int i = 0; i < length; i++) {
              to[result + i] = from[source + i * step];
            }
          }
        });
  }

  private void copy(long[] from, long[] to) {
    int step = walk.step(0);
    walk.rows(
        (offsets, result, length) -> {
          int source = offset + offsets[0];
          for (int i = 0; i < length; i++) {
            to[result + i] = from[source + i * step];
          }
        });
  }

  /** A node that copies its first input so. */
  Prepared prepared(TensorType type) {
    return Prepared.of(frame -> copy(frame.input(0), frame.output(0)), type);
  }
}
