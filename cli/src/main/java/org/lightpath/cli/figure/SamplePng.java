package org.lightpath.cli.figure;

import org.lightpath.cli.figure.PngFile.ColourType;

/** A picture of grey or RGB samples as they are, pixel by pixel, written as 8-bit PNG. */
public final class SamplePng implements Picture {
  private final int width;
  private final int height;
  private final ColourType type;
  private final byte[] samples;

  /**
   * A picture.
   *
   * @param width pixels in a row
   * @param height rows
   * @param samples one (grey) or three (red, green, blue) for each pixel, row by row from the top,
   *     0 to 255
   * @throws IllegalArgumentException if the count of samples fits neither
   */
  public SamplePng(int width, int height, byte[] samples) {
    boolean grey = samples.length == width * height;
    if (width < 1 || height < 1 || (!grey && samples.length != 3 * width * height)) {
      throw new IllegalArgumentException(
          "picture: %d samples for %d x %d pixels, expected one or three for each"
              .formatted(samples.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.type = grey ? ColourType.GREY : ColourType.RGB;
    this.samples = samples.clone();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int argb(int column, int row) {
    int at = (row * width + column) * type.samples();
    int argb = 0xff;
    for (int c = 0; c < 3; c++) {
      argb = argb << 8 | (samples[type == ColourType.GREY ? at : at + c] & 0xff);
    }
    return argb;
  }

  @Override
  public SamplePng enlarged(int factor) {
    return new SamplePng(
        width * factor, height * factor, PngFile.enlarged(samples, width, type.samples(), factor));
  }

  @Override
  public byte[] encode() {
    return PngFile.of(width, height, type).pixels(samples, width * type.samples());
  }
}
