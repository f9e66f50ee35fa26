package org.lightpath.cloud.generate;

import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Tensor;

/** Puts batches of images together; the first one says their size. */
final class ImageCollector {
  private final int count;
  private final ValueRange range;
  private ImageBatch.@Nullable Size size;
  private float[] values = new float[0];

  ImageCollector(int count, ValueRange range) {
    this.count = count;
    this.range = range;
  }

  void add(int start, Tensor images) {
    ImageBatch.Size observed = ImageBatch.sizeOf(images);
    if (size == null) {
      size = observed;
      values = new float[Math.multiplyExact(count, observed.elements())];
    }
    if (!size.equals(observed)) {
      throw new IllegalStateException("images of %s after images of %s".formatted(observed, size));
    }
    float[] part = images.floats();
    System.arraycopy(part, 0, values, start * observed.elements(), part.length);
  }

  ImageBatch images() {
    if (size == null) {
      throw new IllegalStateException("no images were made");
    }
    return new ImageBatch(count, size, range, values);
  }
}
