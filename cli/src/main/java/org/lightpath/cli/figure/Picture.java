package org.lightpath.cli.figure;

import java.util.Base64;

/** A raster picture that can be written as PNG (ISO/IEC 15948) without any graphics library. */
public sealed interface Picture permits IndexedPng, SamplePng {
  /** Pixels in a row. */
  int width();

  /** Rows. */
  int height();

  /** The colour of a pixel as 0xAARRGGBB. */
  int argb(int column, int row);

  /** The PNG file. */
  byte[] encode();

  /**
   * The same with every pixel as a square of {@code factor} × {@code factor} pixels, so that no
   * viewer can smooth what was computed pixel by pixel.
   *
   * @throws IllegalArgumentException if the factor is below 1
   */
  Picture enlarged(int factor);

  /** The picture as a data URI. */
  default String dataUri() {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(encode());
  }
}
