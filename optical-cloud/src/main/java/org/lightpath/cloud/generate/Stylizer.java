package org.lightpath.cloud.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lightpath.cloud.graph.Tensor;

/**
 * Image to image: a picture in the style that a vector tells.
 *
 * @param image name of the input (count, 3, height, width)
 * @param style name of the input (count, styleSize)
 * @param output name of the output, as the input
 * @param range of the pixels of both
 */
public record Stylizer(String image, String style, String output, ValueRange range) {
  /** Inputs image01 and style, output stylized01, all in [0, 1]. */
  public static final Stylizer DEFAULT =
      new Stylizer("image01", "style", "stylized01", ValueRange.UNIT);

  /**
   * Stylizes pictures.
   *
   * @param model that does
   * @param pictures contents; scaled to the range of the model
   * @param styles one vector a picture
   * @param batching runs of the model
   * @throws IllegalArgumentException if the numbers of pictures and styles differ
   */
  public Generation.Images stylize(
      ModelRunner model, ImageBatch pictures, float[] styles, Batching batching) {
    int count = pictures.count();
    if (styles.length == 0 || styles.length % count != 0) {
      throw new IllegalArgumentException(
          "%d numbers of style are no whole vector for each of %d pictures"
              .formatted(styles.length, count));
    }
    int length = styles.length / count;
    ImageBatch scaled = pictures.range().equals(range) ? pictures : pictures.scaledTo(range);
    ImageCollector collector = new ImageCollector(count, range);
    batching.forEach(
        count,
        (start, images, number) -> {
          float[] part = Arrays.copyOfRange(styles, start * length, (start + images) * length);
          Map<String, Tensor> inputs =
              Map.of(
                  image, scaled.tensor(start, images),
                  style, Tensor.floats(new int[] {images, length}, part));
          collector.add(start, model.run(inputs, batching.firstSample() + number, output));
        });
    return new Generation.Images(collector.images(), List.of());
  }
}
