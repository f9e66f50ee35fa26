package org.lightpath.cloud.graph.lowering;

import java.util.Arrays;
import org.lightpath.cloud.graph.operator.OperatorNode;

/**
 * How a window moves over an image of one to three axes, always written as three: depth, height,
 * width.
 *
 * @param input extents of the image that the window moves over
 * @param output positions of the window along each axis
 * @param kernel extents of the window
 * @param strides distance of neighbouring positions
 * @param dilations distance of neighbouring taps
 * @param pads elements before the image that the first position reaches back
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Window(
    int[] input, int[] output, int[] kernel, int[] strides, int[] dilations, int[] pads) {
  /** Axes of the image. */
  static final int AXES = 3;

  /** Taps of the window. */
  public int taps() {
    return kernel[0] * kernel[1] * kernel[2];
  }

  /** Elements of an image. */
  public int inputSize() {
    return input[0] * input[1] * input[2];
  }

  /** Positions of the window. */
  public int outputSize() {
    return output[0] * output[1] * output[2];
  }

  /** Rows of positions: each is contiguous in the output. */
  public int outputRows() {
    return output[0] * output[1];
  }

  /** Whether every position reads exactly its own element. */
  public boolean pointwise() {
    return taps() == 1
        && Arrays.equals(input, output)
        && Arrays.stream(strides).allMatch(stride -> stride == 1)
        && Arrays.stream(pads).allMatch(pad -> pad == 0);
  }

  /** First position along the width whose tap lies within the image. */
  int firstInside(int tap) {
    int start = tap * dilations[2] - pads[2];
    return start >= 0 ? 0 : Math.min(output[2], Math.ceilDiv(-start, strides[2]));
  }

  /** Position along the width after the last whose tap lies within the image. */
  int endInside(int tap) {
    int start = tap * dilations[2] - pads[2];
    int last = Math.floorDiv(input[2] - 1 - start, strides[2]);
    return Math.max(firstInside(tap), Math.min(output[2], last + 1));
  }

  /**
   * Element of the image along an axis that a tap reads at a position; may lie outside.
   *
   * @param axis 0 to 2
   * @param position of the window
   * @param tap of the window
   */
  int element(int axis, int position, int tap) {
    return position * strides[axis] + tap * dilations[axis] - pads[axis];
  }

  /** Attributes of a node that describe a window, for as many axes as the image has. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Attributes(int[] kernel, int[] strides, int[] dilations, int[] pads, String autoPad) {
    static Attributes of(OperatorNode node, int[] kernel) {
      int axes = kernel.length;
      int[] ones = new int[axes];
      Arrays.fill(ones, 1);
      Attributes attributes =
          new Attributes(
              kernel,
              node.ints("strides", ones),
              node.ints("dilations", ones),
              node.ints("pads", new int[2 * axes]),
              node.text("auto_pad", "NOTSET"));
      if (attributes.strides.length != axes
          || attributes.dilations.length != axes
          || attributes.pads.length != 2 * axes
          || axes < 1
          || axes > AXES) {
        throw new IllegalArgumentException(
            "strides %s, dilations %s, pads %s do not fit a window of %d axes (1 to 3 are known)"
                .formatted(
                    Arrays.toString(attributes.strides),
                    Arrays.toString(attributes.dilations),
                    Arrays.toString(attributes.pads),
                    axes));
      }
      return attributes;
    }

    /** Extent of the dilated window. */
    int reach(int axis) {
      return (kernel[axis] - 1) * dilations[axis] + 1;
    }

    /** Whether the padding follows from the extents. */
    boolean same() {
      return autoPad.equals("SAME_UPPER") || autoPad.equals("SAME_LOWER");
    }

    int padBefore(int axis, int total) {
      return autoPad.equals("SAME_LOWER") ? total - total / 2 : total / 2;
    }
  }

  /**
   * Window of a convolution or pooling.
   *
   * @param image extents of the image
   * @param attributes of the node
   * @param ceiling whether a last position that reaches beyond the image counts
   */
  static Window over(int[] image, Attributes attributes, boolean ceiling) {
    int axes = image.length;
    int[] output = new int[axes];
    int[] pads = new int[axes];
    for (int axis = 0; axis < axes; axis++) {
      int stride = attributes.strides[axis];
      if (attributes.same()) {
        output[axis] = Math.ceilDiv(image[axis], stride);
        int total = Math.max(0, (output[axis] - 1) * stride + attributes.reach(axis) - image[axis]);
        pads[axis] = attributes.padBefore(axis, total);
      } else {
        boolean padded = attributes.autoPad.equals("NOTSET");
        pads[axis] = padded ? attributes.pads[axis] : 0;
        int after = padded ? attributes.pads[axes + axis] : 0;
        int room = image[axis] + pads[axis] + after - attributes.reach(axis);
        output[axis] = (ceiling ? Math.ceilDiv(room, stride) : Math.floorDiv(room, stride)) + 1;
        if (ceiling && (output[axis] - 1) * stride >= image[axis] + pads[axis]) {
          output[axis]--;
        }
      }
      if (output[axis] < 1) {
        throw new IllegalArgumentException(
            "window of %d (dilated) does not fit into axis %d of extent %d with its padding"
                .formatted(attributes.reach(axis), axis, image[axis]));
      }
    }
    return of(image, output, attributes, pads);
  }

  static Window of(int[] image, int[] output, Attributes attributes, int[] pads) {
    return new Window(
        three(image, 1),
        three(output, 1),
        three(attributes.kernel, 1),
        three(attributes.strides, 1),
        three(attributes.dilations, 1),
        three(pads, 0));
  }

  private static int[] three(int[] values, int filling) {
    int[] result = new int[AXES];
    Arrays.fill(result, filling);
    System.arraycopy(values, 0, result, AXES - values.length, values.length);
    return result;
  }
}
