package org.lightpath.datasets.safetensors;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.InvalidModelException.Problem;
import org.lightpath.datasets.ModelFiles;

/**
 * Reads weights in the safetensors format: the length N of the header (u64, little-endian), N bytes
 * of JSON, then the elements of the tensors (Hugging Face, "safetensors, Format").
 *
 * <p>Files may come from anywhere. As the format demands, a header is at most 100 MB long, and the
 * tensors fill the rest of the file without gap or overlap. Elements stay in the mapped file, which
 * must not be cut while it is open.
 */
public final class SafetensorsReader {
  /** Longest header [B], as the format has it. */
  static final long MAX_HEADER = 100_000_000;

  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private SafetensorsReader() {}

  /**
   * Opens a file.
   *
   * @throws InvalidModelException if the file cannot be read or used
   */
  @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as the file: see its close()
  public static Safetensors read(Path file) {
    Arena arena = Arena.ofShared();
    try {
      Path name = file.getFileName();
      return read(
          name == null ? "" : name.toString(), file.toString(), ModelFiles.map(file, arena), arena);
    } catch (RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  private static Safetensors read(String name, String file, MemorySegment bytes, Arena arena) {
    if (bytes.byteSize() < Long.BYTES) {
      throw invalid(file, 0, "file", bytes.byteSize() + " B", "at least 8 B");
    }
    long length = bytes.get(LENGTH, 0);
    long room = Math.min(MAX_HEADER, bytes.byteSize() - Long.BYTES);
    if (length < 2 || length > room) {
      throw invalid(
          file,
          0,
          "length of the header",
          Long.toUnsignedString(length) + " B",
          "2 to %d B".formatted(room));
    }
    MemorySegment header = bytes.asSlice(Long.BYTES, length);
    if (header.get(ValueLayout.JAVA_BYTE, 0) != '{') {
      throw invalid(file, Long.BYTES, "header", "no '{' at its start", "a JSON object");
    }
    HeaderReader.Header read = HeaderReader.read(file, Long.BYTES, header);
    MemorySegment data = bytes.asSlice(Long.BYTES + length).asReadOnly();
    read.entries().forEach((tensor, entry) -> checkSize(file, tensor, entry));
    checkCover(file, read.entries(), data.byteSize());
    Map<String, SafetensorsTensor> tensors = new LinkedHashMap<>();
    read.entries()
        .forEach(
            (key, entry) ->
                tensors.put(
                    key,
                    new SafetensorsTensor(
                        key,
                        entry.type(),
                        entry.dims(),
                        data.asSlice(entry.begin(), entry.end() - entry.begin()))));
    return new Safetensors(name, tensors, read.metadata(), arena);
  }

  private static void checkSize(String file, String name, HeaderReader.Entry entry) {
    long size = -1;
    try {
      size = entry.dims().stream().reduce((long) entry.type().bytes(), Math::multiplyExact);
    } catch (ArithmeticException e) {
      // No range of a file can be so long, which the comparison below tells.
    }
    if (size < 0 || entry.begin() > entry.end() || entry.end() - entry.begin() != size) {
      throw invalid(
          file,
          entry.at(),
          "tensor '%s': data_offsets".formatted(InvalidModelException.shown(name)),
          "%d to %d".formatted(entry.begin(), entry.end()),
          size < 0
              ? "a shape of fewer than 2^63 B, not " + entry.dims()
              : "%d B for %s of shape %s".formatted(size, entry.type(), entry.dims()));
    }
  }

  private static void checkCover(
      String file, Map<String, HeaderReader.Entry> entries, long available) {
    List<Map.Entry<String, HeaderReader.Entry>> sorted = new ArrayList<>(entries.entrySet());
    sorted.sort(
        Comparator.comparingLong(
                (Map.Entry<String, HeaderReader.Entry> entry) -> entry.getValue().begin())
            .thenComparingLong(entry -> entry.getValue().end()));
    long end = 0;
    for (Map.Entry<String, HeaderReader.Entry> next : sorted) {
      HeaderReader.Entry entry = next.getValue();
      if (entry.begin() != end || entry.end() > available) {
        throw invalid(
            file,
            entry.at(),
            "tensor '%s': data_offsets".formatted(InvalidModelException.shown(next.getKey())),
            "%d to %d".formatted(entry.begin(), entry.end()),
            "a start at %d, where the tensor before ends, and an end at %d at most"
                .formatted(end, available));
      }
      end = entry.end();
    }
    if (end != available) {
      throw invalid(
          file, InvalidModelException.NO_OFFSET, "data", available + " B", end + " B of tensors");
    }
  }

  private static InvalidModelException invalid(
      String file, long at, String what, String observed, String expected) {
    return new InvalidModelException(
        file, at, new Problem(what, observed, expected, HeaderReader.DAMAGED));
  }
}
