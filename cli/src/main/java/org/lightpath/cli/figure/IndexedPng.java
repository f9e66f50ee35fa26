package org.lightpath.cli.figure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A picture in the colours of {@link ColorMap}, written as 8-bit indexed PNG (ISO/IEC 15948)
 * without any graphics library, so that maps appear also where the machine has none.
 */
public final class IndexedPng {
  /** The index that stands for "no value" and is fully transparent. */
  public static final int TRANSPARENT = ColorMap.ENTRIES;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

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

  /** Pixels in a row. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The colour of a pixel as 0xAARRGGBB. */
  public int argb(int column, int row) {
    int index = indices[row * width + column] & 0xff;
    return index == TRANSPARENT ? 0 : 0xff000000 | ColorMap.entry(index);
  }

  /** The picture as a data URI. */
  public String dataUri() {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(encode());
  }

  /** The PNG file. */
  public byte[] encode() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    byte bitsPerSample = 8;
    byte indexedColour = 3;
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(bitsPerSample).put(indexedColour).put(new byte[3]);
    chunk(png, "IHDR", header.array());
    chunk(png, "PLTE", palette());
    chunk(png, "tRNS", opacities());
    chunk(png, "IDAT", deflated());
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
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

  private byte[] deflated() {
    byte[] rows = new byte[height * (width + 1)];
    for (int row = 0; row < height; row++) {
      // The first byte of a row names its filter; 0 means none, best for indexed colours.
      System.arraycopy(indices, row * width, rows, row * (width + 1) + 1, width);
    }
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
