package org.lightpath.cloud.generate;

import java.util.Map;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.cloud.quality.Classes;

/**
 * A network that judges images: which class, and the features it saw.
 *
 * @param input name of the input (count, channels, height, width)
 * @param range of the pixels it was trained with; images of other ranges are scaled
 * @param logits name of the output (count, classes)
 * @param features name of the output (count, dimensions)
 */
public record Classifier(String input, ValueRange range, String logits, String features) {
  /** Input image in [−1, 1], outputs logits and features. */
  public static final Classifier DEFAULT =
      new Classifier("image", ValueRange.SYMMETRIC, "logits", "features");

  /**
   * What the classifier saw.
   *
   * @param classes number of classes
   * @param logits (count, classes)
   * @param dimensions numbers in a feature vector
   * @param features (count, dimensions)
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  public record Seen(int classes, float[] logits, int dimensions, float[] features) {
    /** Class of the largest logit of each image. */
    public int[] predicted() {
      return Classes.predicted(logits, classes);
    }
  }

  /**
   * Looks at images.
   *
   * @param model the network
   * @param images of the size it was made for
   * @param batching runs of the network
   */
  public Seen see(ModelRunner model, ImageBatch images, Batching batching) {
    ImageBatch scaled = images.range().equals(range) ? images : images.scaledTo(range);
    Rows rowsOfLogits = new Rows(images.count());
    Rows rowsOfFeatures = new Rows(images.count());
    batching.forEach(
        images.count(),
        (start, count, number) -> {
          Map<String, Tensor> inputs = Map.of(input, scaled.tensor(start, count));
          Map<String, Tensor> outputs = model.run(inputs, batching.firstSample() + number);
          rowsOfLogits.add(start, output(outputs, logits));
          rowsOfFeatures.add(start, output(outputs, features));
        });
    return new Seen(
        rowsOfLogits.columns, rowsOfLogits.values, rowsOfFeatures.columns, rowsOfFeatures.values);
  }

  private static Tensor output(Map<String, Tensor> outputs, String name) {
    Tensor tensor = outputs.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "the classifier has no output '%s', only %s: name one of these"
              .formatted(name, outputs.keySet()));
    }
    return tensor;
  }

  /** Rows of batches put together; the first batch says how long they are. */
  private static final class Rows {
    private final int count;
    private int columns;
    private float[] values = new float[0];

    Rows(int count) {
      this.count = count;
    }

    void add(int start, Tensor batch) {
      if (columns == 0) {
        columns = batch.elements() / batch.extent(0);
        values = new float[Math.multiplyExact(count, columns)];
      }
      System.arraycopy(batch.floats(), 0, values, start * columns, batch.elements());
    }
  }
}
