package org.lightpath.cloud.generate;

import java.util.Arrays;

/**
 * Images side by side as one picture, row after row.
 *
 * @param size of the picture
 * @param columns images in a row
 * @param values (channels, height, width)
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record ImageGrid(ImageBatch.Size size, int columns, float[] values) {
  /**
   * Images, 0 where black and 1 where white; what lies outside is cut. One pixel of {@code gap}
   * parts them, and empty places are of {@code gap} as well.
   *
   * @param images to show
   * @param columns images in a row
   * @param gap value between images, 0 to 1
   */
  public static ImageGrid of(ImageBatch images, int columns, float gap) {
    ImageBatch unit = images.scaledTo(ValueRange.UNIT);
    float[] values = unit.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.clamp(values[i], 0f, 1f);
    }
    return laidOut(unit, columns, gap);
  }

  /**
   * What light did to images: (optical − digital) over the width of the range, −1 to 1 unless
   * pixels lie outside it; 0 between images.
   *
   * @param digital images
   * @param optical images of the same latents
   * @param columns images in a row
   * @throws IllegalArgumentException if the images are not of equal number, size and range
   */
  public static ImageGrid difference(ImageBatch digital, ImageBatch optical, int columns) {
    if (digital.count() != optical.count()
        || !digital.size().equals(optical.size())
        || !digital.range().equals(optical.range())) {
      throw new IllegalArgumentException(
          "%d images of %s and %d of %s have no difference: compare equal requests"
              .formatted(digital.count(), digital.size(), optical.count(), optical.size()));
    }
    float[] difference = new float[digital.values().length];
    double width = digital.range().width();
    for (int i = 0; i < difference.length; i++) {
      difference[i] = (float) (((double) optical.values()[i] - digital.values()[i]) / width);
    }
    ImageBatch map =
        new ImageBatch(digital.count(), digital.size(), ValueRange.SYMMETRIC, difference);
    return laidOut(map, columns, 0);
  }

  private static ImageGrid laidOut(ImageBatch images, int columns, float gap) {
    if (columns < 1) {
      throw new IllegalArgumentException("%d columns, expected at least 1".formatted(columns));
    }
    ImageBatch.Size each = images.size();
    int across = Math.min(columns, images.count());
    int down = Math.ceilDiv(images.count(), across);
    ImageBatch.Size size =
        new ImageBatch.Size(
            each.channels(), down * (each.height() + 1) - 1, across * (each.width() + 1) - 1);
    float[] values = new float[size.elements()];
    Arrays.fill(values, gap);
    for (int i = 0; i < images.count(); i++) {
      int corner =
          i / across * (each.height() + 1) * size.width() + i % across * (each.width() + 1);
      place(images, i, values, size, corner);
    }
    return new ImageGrid(size, across, values);
  }

  private static void place(
      ImageBatch images, int index, float[] values, ImageBatch.Size size, int corner) {
    ImageBatch.Size each = images.size();
    for (int channel = 0; channel < each.channels(); channel++) {
      for (int row = 0; row < each.height(); row++) {
        int from = ((index * each.channels() + channel) * each.height() + row) * each.width();
        int to = (channel * size.height() + row) * size.width() + corner;
        System.arraycopy(images.values(), from, values, to, each.width());
      }
    }
  }
}
