package org.lightpath.cloud.graph;

import java.util.Arrays;

/** Arithmetic of extents. */
public final class Shapes {
  private Shapes() {}

  /**
   * Number of elements.
   *
   * @throws IllegalArgumentException if an extent is negative or the product exceeds 2³¹ − 1
   */
  public static int elements(int... shape) {
    long product = 1;
    for (int extent : shape) {
      product *= extent;
      if (extent < 0 || product > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "shape %s: extents must not be negative and the elements fewer than 2^31"
                .formatted(Arrays.toString(shape)));
      }
    }
    return (int) product;
  }

  /** Number of elements of the axes from one to another, exclusive. */
  public static int elements(int[] shape, int from, int to) {
    return elements(Arrays.copyOfRange(shape, from, to));
  }

  /** Distance in elements between neighbours along each axis, row-major. */
  public static int[] strides(int... shape) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return strides;
  }

  /**
   * Shape of two operands broadcast against each other (ONNX, "multidirectional": aligned at the
   * last axis, an extent of 1 repeats).
   *
   * @throws IllegalArgumentException if two extents differ and none is 1
   */
  public static int[] broadcast(int[] first, int[] second) {
    int rank = Math.max(first.length, second.length);
    int[] result = new int[rank];
    for (int axis = 1; axis <= rank; axis++) {
      int a = axis <= first.length ? first[first.length - axis] : 1;
      int b = axis <= second.length ? second[second.length - axis] : 1;
      if (a != b && a != 1 && b != 1) {
        throw new IllegalArgumentException(
            "shapes %s and %s do not broadcast: extents %d and %d differ and none is 1"
                .formatted(Arrays.toString(first), Arrays.toString(second), a, b));
      }
      result[rank - axis] = a == 1 ? b : a;
    }
    return result;
  }

  /**
   * Strides of a tensor as it is repeated into a larger shape: 0 along the repeated axes.
   *
   * @param shape of the tensor
   * @param target shape it is broadcast to
   */
  public static int[] broadcastStrides(int[] shape, int[] target) {
    int[] own = strides(shape);
    int[] strides = new int[target.length];
    for (int axis = 1; axis <= shape.length; axis++) {
      int extent = shape[shape.length - axis];
      strides[target.length - axis] = extent == 1 ? 0 : own[shape.length - axis];
    }
    return strides;
  }

  /**
   * An axis counted from the front.
   *
   * @param axis from −rank to rank − 1
   * @param rank number of axes
   * @throws IllegalArgumentException if there is no such axis
   */
  public static int axis(long axis, int rank) {
    if (axis < -rank || axis >= rank) {
      throw new IllegalArgumentException(
          "axis %d of a tensor of %d axes: must lie from %d to %d"
              .formatted(axis, rank, -rank, rank - 1));
    }
    return (int) (axis < 0 ? axis + rank : axis);
  }
}
