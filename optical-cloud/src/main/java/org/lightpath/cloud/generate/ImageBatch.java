package org.lightpath.cloud.generate;

import java.util.Arrays;
import org.lightpath.cloud.graph.Tensor;

/**
 * Images of equal size.
 *
 * @param count number of images
 * @param size of each
 * @param range values that pixels can have; outliers are possible and kept
 * @param values (count, channels, height, width), not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record ImageBatch(int count, Size size, ValueRange range, float[] values) {
  /**
   * Size of an image.
   *
   * @param channels 1 for grey, 3 for red, green, blue
   * @param height [pixels]
   * @param width [pixels]
   */
  public record Size(int channels, int height, int width) {
    /**
     * Checks the extents.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public Size {
      if (channels < 1 || height < 1 || width < 1) {
        throw new IllegalArgumentException(
            "image of %d channels, %d × %d pixels: every extent must be at least 1"
                .formatted(channels, height, width));
      }
    }

    /** Numbers in an image. */
    public int elements() {
      return Math.multiplyExact(channels, Math.multiplyExact(height, width));
    }
  }

  /**
   * Checks the extents.
   *
   * @throws IllegalArgumentException if there are no images or the values are not so many
   */
  public ImageBatch {
    if (count < 1 || values.length != Math.multiplyExact(count, size.elements())) {
      throw new IllegalArgumentException(
          "%d images of %s: %d numbers, expected at least one image and %d numbers each"
              .formatted(count, size, values.length, size.elements()));
    }
  }

  /**
   * Images in a tensor (count, channels, height, width), not copied.
   *
   * @throws IllegalArgumentException if it has not four axes
   */
  public static ImageBatch of(Tensor tensor, ValueRange range) {
    return new ImageBatch(tensor.extent(0), sizeOf(tensor), range, tensor.floats());
  }

  static Size sizeOf(Tensor tensor) {
    if (tensor.rank() != 4) {
      throw new IllegalArgumentException(
          "images as %s: expected (count, channels, height, width)".formatted(tensor));
    }
    return new Size(tensor.extent(1), tensor.extent(2), tensor.extent(3));
  }

  /** Some of the images as a tensor (count, channels, height, width), copied. */
  public Tensor tensor(int start, int images) {
    int each = size.elements();
    float[] part = Arrays.copyOfRange(values, start * each, (start + images) * each);
    return Tensor.floats(new int[] {images, size.channels, size.height, size.width}, part);
  }

  /** The first images, copied. */
  public ImageBatch first(int images) {
    return new ImageBatch(images, size, range, tensor(0, images).floats());
  }

  /** The same images with black and white at other values. */
  public ImageBatch scaledTo(ValueRange other) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = other.from(range, values[i]);
    }
    return new ImageBatch(count, size, other, scaled);
  }
}
