package org.lightpath.cloud.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads reference arrays of real and whole numbers. */
final class NpyTensors {
  private static final int PREAMBLE = 10;
  private static final Pattern HEADER =
      Pattern.compile("'descr': '<(..)', 'fortran_order': False, 'shape': \\(([^)]*)\\)");

  private NpyTensors() {}

  static Tensor read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = Short.toUnsignedInt(bytes.getShort(PREAMBLE - 2));
    String header = new String(bytes.array(), PREAMBLE, length, StandardCharsets.US_ASCII);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.find()) {
      throw new IOException(file + ": header " + header);
    }
    int[] shape =
        Arrays.stream(matcher.group(2).split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    bytes.position(PREAMBLE + length);
    return values(matcher.group(1), shape, bytes);
  }

  private static Tensor values(String type, int[] shape, ByteBuffer bytes) throws IOException {
    int elements = Shapes.elements(shape);
    float[] reals = new float[elements];
    long[] wholes = new long[elements];
    for (int i = 0; i < elements; i++) {
      switch (type) {
        case "f4" -> reals[i] = bytes.getFloat();
        case "f8" -> reals[i] = (float) bytes.getDouble();
        case "i8" -> wholes[i] = bytes.getLong();
        case "i4" -> wholes[i] = bytes.getInt();
        default -> throw new IOException("numbers of type " + type);
      }
    }
    return type.startsWith("f") ? Tensor.floats(shape, reals) : Tensor.longs(shape, wholes);
  }
}
