package org.lightpath.datasets.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.InvalidModelException.Problem;

/** Reads the header of a file: a JSON object of tensors by name, and of free texts. */
final class HeaderReader {
  static final String DAMAGED = "the file is damaged or not of this format: download it again";
  private static final String METADATA = "__metadata__";
  private static final int MAX_DIMS = 16;

  /** Assumed: the largest published language models have a few thousand tensors. */
  private static final int MAX_ENTRIES = 200_000;

  /** Names are not kept in Jackson's tables, which a hostile header could overflow. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).build())
          .build();

  private final String file;
  private final long start;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  private HeaderReader(String file, long start) {
    this.file = file;
    this.start = start;
  }

  /**
   * What the header says of a tensor.
   *
   * @param at where it says so, counted in characters after the start of the header [B]
   * @param begin first byte, counted from the end of the header [B]
   * @param end byte after the last [B]
   */
  record Entry(long at, SafetensorsType type, List<Long> dims, long begin, long end) {}

  /** A whole header. */
  record Header(Map<String, Entry> entries, Map<String, String> metadata) {}

  /**
   * Reads a header.
   *
   * @param file name, for messages
   * @param start of the header in the file [B]
   */
  static Header read(String file, long start, MemorySegment header) {
    HeaderReader reader = new HeaderReader(file, start);
    try (Reader text =
            new InputStreamReader(new SegmentStream(header), StandardCharsets.UTF_8.newDecoder());
        JsonParser json = JSON.createParser(text)) {
      try {
        reader.readHeader(json);
      } catch (IOException e) {
        InvalidModelException invalid =
            reader.invalid(
                json,
                "header",
                InvalidModelException.shown("" + e.getMessage()),
                "JSON as the format has it");
        invalid.initCause(e);
        throw invalid;
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to close", e);
    }
    return new Header(reader.entries, reader.metadata);
  }

  private void readHeader(JsonParser json) throws IOException {
    expect(json, json.nextToken(), JsonToken.START_OBJECT, "header");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (entries.size() + metadata.size() >= MAX_ENTRIES) {
        throw invalid(json, "header", "more entries", "at most " + MAX_ENTRIES);
      }
      json.nextToken();
      if (name.equals(METADATA)) {
        readMetadata(json);
      } else {
        entries.put(name, entry(json, "tensor '%s'".formatted(InvalidModelException.shown(name))));
      }
    }
    if (json.nextToken() != null) {
      throw invalid(json, "header", "more after its end", "nothing but blanks");
    }
  }

  private void readMetadata(JsonParser json) throws IOException {
    expect(json, json.currentToken(), JsonToken.START_OBJECT, METADATA);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      expect(json, json.nextToken(), JsonToken.VALUE_STRING, METADATA);
      if (metadata.size() >= MAX_ENTRIES) {
        throw invalid(json, METADATA, "more entries", "at most " + MAX_ENTRIES);
      }
      metadata.put(key, json.getText());
    }
  }

  private Entry entry(JsonParser json, String what) throws IOException {
    expect(json, json.currentToken(), JsonToken.START_OBJECT, what);
    long at = start + json.currentLocation().getCharOffset();
    SafetensorsType type = null;
    List<Long> dims = null;
    List<Long> offsets = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      switch (key) {
        case "dtype" -> type = type(json, value, what);
        case "shape" -> dims = numbers(json, value, what + ": shape");
        case "data_offsets" -> offsets = numbers(json, value, what + ": data_offsets");
        default ->
            throw invalid(
                json,
                what,
                "key '%s'".formatted(InvalidModelException.shown(key)),
                "dtype, shape and data_offsets");
      }
    }
    if (type == null || dims == null || offsets == null || offsets.size() != 2) {
      throw invalid(
          json, what, "an incomplete entry", "dtype, shape and data_offsets of two numbers");
    }
    return new Entry(at, type, dims, offsets.get(0), offsets.get(1));
  }

  private SafetensorsType type(JsonParser json, JsonToken token, String what) throws IOException {
    expect(json, token, JsonToken.VALUE_STRING, what + ": dtype");
    String name = json.getText();
    return SafetensorsType.of(name)
        .orElseThrow(
            () ->
                invalid(
                    json,
                    what + ": dtype",
                    "'%s'".formatted(InvalidModelException.shown(name)),
                    "F64, F32, F16, BF16, F8_E4M3, F8_E5M2, I64 to I8, U64 to U8 or BOOL"));
  }

  private List<Long> numbers(JsonParser json, JsonToken token, String what) throws IOException {
    expect(json, token, JsonToken.START_ARRAY, what);
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json, json.currentToken(), JsonToken.VALUE_NUMBER_INT, what);
      long number = json.getLongValue();
      if (number < 0 || numbers.size() == MAX_DIMS) {
        throw invalid(
            json,
            what,
            number < 0 ? "" + number : "more than " + MAX_DIMS,
            "at most %d numbers of 0 or more".formatted(MAX_DIMS));
      }
      numbers.add(number);
    }
    return numbers;
  }

  private void expect(JsonParser json, @Nullable JsonToken token, JsonToken expected, String what) {
    if (token != expected) {
      throw invalid(json, what, token == null ? "the end" : token.name(), expected.name());
    }
  }

  private InvalidModelException invalid(
      JsonParser json, String what, String observed, String expected) {
    long at = start + Math.max(0, json.currentLocation().getCharOffset());
    return new InvalidModelException(file, at, new Problem(what, observed, expected, DAMAGED));
  }

  /** Stream over a piece of memory, so that a header needs no copy. */
  private static final class SegmentStream extends InputStream {
    private final MemorySegment segment;
    private long position;

    SegmentStream(MemorySegment segment) {
      this.segment = segment;
    }

    @Override
    public int read() {
      return position == segment.byteSize()
          ? -1
          : segment.get(ValueLayout.JAVA_BYTE, position++) & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = (int) Math.min(length, segment.byteSize() - position);
      if (count == 0) {
        return length == 0 ? 0 : -1;
      }
      MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, position, target, offset, count);
      position += count;
      return count;
    }
  }
}
