package org.lightpath.datasets.idx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.InvalidModelException.Problem;

/**
 * Reads the IDX format (LeCun, Cortes, Burges, "The MNIST database of handwritten digits"): two
 * zero bytes, type, number of extents, extents (32 bits, big-endian), elements. Files compressed
 * with gzip are told by their first bytes.
 */
public final class IdxFile {
  /** Largest array [B]; assumed, five times the training images of MNIST. */
  static final long MAX_BYTES = 1L << 28;

  private static final int MAX_DIMS = 8;
  private static final int GZIP = 0x1F8B;
  private static final String DAMAGED = "the file is damaged or not IDX: download it again";

  private final String file;
  private final InputStream in;

  private IdxFile(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidModelException if it cannot be read or is not IDX
   */
  public static IdxArray read(Path path) {
    String file = path.toString();
    if (!Files.isRegularFile(path)) {
      throw invalid(file, 0, "file", "none", "a regular file");
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path))) {
      raw.mark(2);
      boolean zipped = (raw.read() << 8 | raw.read()) == GZIP;
      raw.reset();
      if (!zipped) {
        return new IdxFile(file, raw).read();
      }
      try (InputStream unzipped = new GZIPInputStream(raw)) {
        return new IdxFile(file, unzipped).read();
      }
    } catch (IOException e) {
      InvalidModelException invalid =
          invalid(file, 0, "file", String.valueOf(e.getMessage()), "readable bytes");
      invalid.initCause(e);
      throw invalid;
    }
  }

  private IdxArray read() throws IOException {
    ByteBuffer head = take(0, 4, "magic number");
    int code = head.get(2);
    int dims = head.get(3);
    if (head.getShort(0) != 0 || dims < 1 || dims > MAX_DIMS) {
      throw invalid(
          file,
          0,
          "magic number",
          "0x%08x".formatted(head.getInt(0)),
          "0x0000tt01 to 0x0000tt%02x".formatted(MAX_DIMS));
    }
    IdxType type =
        IdxType.of(code)
            .orElseThrow(
                () ->
                    invalid(file, 2, "type", "0x%02x".formatted(code), "0x08, 0x09, 0x0b to 0x0e"));
    ByteBuffer extents = take(4, Integer.BYTES * dims, "extents");
    int[] shape = new int[dims];
    long size = type.bytes();
    for (int i = 0; i < dims; i++) {
      shape[i] = extents.getInt();
      if (shape[i] < 0 || (shape[i] > 0 && size > MAX_BYTES / shape[i])) {
        throw invalid(
            file,
            4,
            "extents",
            Arrays.toString(Arrays.copyOf(shape, i + 1)),
            "0 or more, and at most %d B in all".formatted(MAX_BYTES));
      }
      size *= shape[i];
    }
    // Grows with what is there, not with what the extents claim.
    byte[] elements = take(4 + 4L * dims, (int) size, "elements").array();
    if (in.read() >= 0) {
      throw invalid(file, 4 + 4L * dims + size, "elements", "more bytes", "the end of the file");
    }
    return new IdxArray(type, shape, elements);
  }

  private ByteBuffer take(long at, int count, String what) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw invalid(file, at + bytes.length, what, bytes.length + " B", count + " B");
    }
    return ByteBuffer.wrap(bytes);
  }

  private static InvalidModelException invalid(
      String file, long at, String what, String observed, String expected) {
    return new InvalidModelException(file, at, new Problem(what, observed, expected, DAMAGED));
  }
}
