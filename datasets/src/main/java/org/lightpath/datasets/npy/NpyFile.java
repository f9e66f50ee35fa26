package org.lightpath.datasets.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * NumPy's NPY files, versions 1.0 to 3.0: little-endian float32, float64, int64, complex64 and
 * complex128 in C order. Whole numbers become the nearest doubles, exact up to 2⁵³.
 */
public final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int BUFFER_NUMBERS = 8192;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\\s*'descr'\\s*:\\s*'([^']*)'\\s*,\\s*'fortran_order'\\s*:\\s*(True|False)\\s*,"
              + "\\s*'shape'\\s*:\\s*\\(([^)]*)\\)\\s*,?\\s*}\\s*");

  private NpyFile() {}

  /** Writes an array in double precision to a stream, which stays open. */
  public static void write(NpyArray array, OutputStream out) throws IOException {
    String shape =
        Arrays.stream(array.shape()).mapToObj(n -> n + ",").collect(Collectors.joining(" "));
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(array.complex() ? "<c16" : "<f8", shape);
    int unpadded = MAGIC.length + 4 + header.length() + 1;
    String padded = header + " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
    ByteBuffer head = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 1).put((byte) 0).putShort((short) padded.length());
    out.write(MAGIC);
    out.write(head.array());
    out.write(padded.getBytes(StandardCharsets.ISO_8859_1));
    ByteBuffer buffer =
        ByteBuffer.allocate(BUFFER_NUMBERS * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : array.values()) {
      if (!buffer.hasRemaining()) {
        out.write(buffer.array());
        buffer.clear();
      }
      buffer.putDouble(value);
    }
    out.write(buffer.array(), 0, buffer.position());
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, is not NPY, or holds another type or order
   */
  public static NpyArray read(Path file) throws IOException {
    try {
      return read(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IOException("%s does not exist".formatted(file), e);
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for messages
   * @throws IOException if they are not NPY, or hold another type or order
   */
  public static NpyArray read(String file, byte[] bytes) throws IOException {
    try {
      return read(file, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    } catch (BufferUnderflowException e) {
      throw new IOException("%s is cut off".formatted(file), e);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IOException("%s: its shape is out of range".formatted(file), e);
    }
  }

  private static NpyArray read(String file, ByteBuffer bytes) throws IOException {
    byte[] magic = new byte[MAGIC.length];
    bytes.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IOException("%s is not an NPY file".formatted(file));
    }
    int version = bytes.get();
    bytes.get();
    int length = version == 1 ? Short.toUnsignedInt(bytes.getShort()) : bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new IOException("%s is cut off".formatted(file));
    }
    byte[] header = new byte[length];
    bytes.get(header);
    Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.UTF_8));
    if (!matcher.matches()) {
      throw new IOException("%s: its header is not understood".formatted(file));
    }
    if (matcher.group(2).equals("True")) {
      throw new IOException(
          "%s is in Fortran order: save it with numpy.ascontiguousarray".formatted(file));
    }
    return values(file, bytes, matcher.group(1), shape(matcher.group(3)));
  }

  private static int[] shape(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static NpyArray values(String file, ByteBuffer bytes, String type, int[] shape)
      throws IOException {
    boolean complex = type.equals("<c8") || type.equals("<c16");
    boolean single = type.equals("<f4") || type.equals("<c8");
    boolean whole = type.equals("<i8");
    if (!complex && !single && !whole && !type.equals("<f8")) {
      throw new IOException(
          "%s holds numbers of type '%s': expected <f4, <f8, <i8, <c8 or <c16"
              .formatted(file, type));
    }
    long elements = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    long count = complex ? Math.multiplyExact(2, elements) : elements;
    int size = single ? Float.BYTES : Double.BYTES;
    if (Math.multiplyExact(count, size) != bytes.remaining()) {
      throw new IOException(
          "%s: %d bytes of numbers, its shape %s needs %d"
              .formatted(file, bytes.remaining(), Arrays.toString(shape), count * size));
    }
    double[] values = new double[Math.toIntExact(count)];
    for (int i = 0; i < values.length; i++) {
      values[i] = single ? bytes.getFloat() : whole ? bytes.getLong() : bytes.getDouble();
    }
    return new NpyArray(shape, complex, values);
  }
}
