package org.lightpath.cli.figure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts the chunks of a PNG file together (ISO/IEC 15948), eight bits a sample. */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte BITS_PER_SAMPLE = 8;

  /** What the samples of a pixel are; the codes are those of the standard. */
  enum ColourType {
    GREY(0, 1),
    RGB(2, 3),
    INDEXED(3, 1);

    private final byte code;
    private final int samples;

    ColourType(int code, int samples) {
      this.code = (byte) code;
      this.samples = samples;
    }

    /** Bytes of a pixel. */
    int samples() {
      return samples;
    }
  }

  private final ByteArrayOutputStream png = new ByteArrayOutputStream();

  private PngFile() {}

  /** A file that begins with its header. */
  static PngFile of(int width, int height, ColourType type) {
    PngFile file = new PngFile();
    file.png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(BITS_PER_SAMPLE).put(type.code).put(new byte[3]);
    return file.chunk("IHDR", header.array());
  }

  /** Adds a chunk. */
  PngFile chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    return this;
  }

  /** Adds the pixels, {@code stride} bytes a row, and ends the file. */
  byte[] pixels(byte[] samples, int stride) {
    chunk("IDAT", deflated(samples, stride));
    chunk("IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] deflated(byte[] samples, int stride) {
    int height = samples.length / stride;
    byte[] rows = new byte[height * (stride + 1)];
    for (int row = 0; row < height; row++) {
      // The first byte of a row names its filter; 0 means none.
      System.arraycopy(samples, row * stride, rows, row * (stride + 1) + 1, stride);
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

  /** Every pixel of {@code samples} bytes as a square of {@code factor} pixels. */
  static byte[] enlarged(byte[] pixels, int width, int samples, int factor) {
    if (factor < 1) {
      throw new IllegalArgumentException(
          "picture: enlarged %d-fold, expected 1 or more".formatted(factor));
    }
    int height = pixels.length / (width * samples);
    byte[] large = new byte[pixels.length * factor * factor];
    int at = 0;
    for (int row = 0; row < height * factor; row++) {
      for (int column = 0; column < width * factor; column++) {
        int source = (row / factor * width + column / factor) * samples;
        for (int s = 0; s < samples; s++) {
          large[at++] = pixels[source + s];
        }
      }
    }
    return large;
  }
}
