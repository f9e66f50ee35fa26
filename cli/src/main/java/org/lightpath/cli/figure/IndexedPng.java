package org.lightpath.cli.figure;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A picture in the colours of {@link ColorMap}, written as 8-bit indexed PNG (ISO/IEC 15948)
 * without any graphics library, so that maps appear also where the machine has none.
 */
public final class IndexedPng implements Picture {
  /** The index that stands for "no value" and is fully transparent. */
  public static final int TRANSPARENT = ColorMap.ENTRIES;

  private final int width;
  private final int height;
  private final byte[] indices;

  /**
   * A picture.
   *
   * @param width pixels in a row
   * @param height rows
   * @param indices entries of the colour map or {@link #TRANSPARENT}, row by row from the top
   */
  public IndexedPng(int width, int height, byte[] indices) {
    if (width < 1 || height < 1 || indices.length != width * height) {
      throw new IllegalArgumentException(
          "picture: %d values for %d x %d pixels".formatted(indices.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.indices = indices.clone();
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
    int index = indices[row * width + column] & 0xff;
    return index == TRANSPARENT ? 0 : 0xff000000 | ColorMap.entry(index);
  }

  @Override
  public IndexedPng enlarged(int factor) {
    return new IndexedPng(
        width * factor, height * factor, PngFile.enlarged(indices, width, 1, factor));
  }

  @Override
  public byte[] encode() {
    return PngFile.of(width, height, PngFile.ColourType.INDEXED)
        .chunk("PLTE", palette())
        .chunk("tRNS", opacities())
        .pixels(indices, width);
  }

  private static byte[] palette() {
    ByteBuffer palette = ByteBuffer.allocate(3 * (ColorMap.ENTRIES + 1));
    for (int i = 0; i < ColorMap.ENTRIES; i++) {
      int rgb = ColorMap.entry(i);
      palette.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
    }
    return palette.array();
  }

  private static byte[] opacities() {
    byte[] alpha = new byte[ColorMap.ENTRIES + 1];
    Arrays.fill(alpha, (byte) 0xff);
    alpha[TRANSPARENT] = 0;
    return alpha;
  }
}
