package org.lightpath.datasets.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a JSON file into values that know their place. */
final class JsonFile {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final JsonParser parser;

  private JsonFile(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is not JSON: with line and column; a key that
   *     occurs twice in an object is refused too
   */
  static JsonValue read(Path file) throws IOException {
    try (JsonParser parser = FACTORY.createParser(Files.newInputStream(file))) {
      JsonFile reader = new JsonFile(file, parser);
      JsonValue value = reader.value(parser.nextToken());
      if (parser.nextToken() != null) {
        throw reader.here().fault("there is more behind the end of the document");
      }
      return value;
    } catch (NoSuchFileException e) {
      throw new IOException("%s does not exist".formatted(file), e);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new IOException(
          "%s:%d:%d: not valid JSON: %s"
              .formatted(
                  file,
                  at == null ? 0 : at.getLineNr(),
                  at == null ? 0 : at.getColumnNr(),
                  e.getOriginalMessage()),
          e);
    }
  }

  private JsonValue here() {
    JsonLocation at = parser.currentTokenLocation();
    return new JsonValue(
        new JsonValue.Where(file, at.getLineNr(), at.getColumnNr()), Optional.empty());
  }

  private JsonValue value(@Nullable JsonToken token) throws IOException {
    JsonValue place = here();
    if (token == null) {
      throw place.fault("the file ends where a value is expected");
    }
    Optional<Object> content =
        switch (token) {
          case START_OBJECT -> Optional.of(object());
          case START_ARRAY -> Optional.of(list());
          case VALUE_STRING -> Optional.of(parser.getText());
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(parser.getDoubleValue());
          case VALUE_TRUE -> Optional.of(true);
          case VALUE_FALSE -> Optional.of(false);
          case VALUE_NULL -> Optional.empty();
          default -> throw place.fault("unexpected %s".formatted(token));
        };
    return new JsonValue(place.where(), content);
  }

  private JsonValue.JsonObject object() throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      members.put(key, value(parser.nextToken()));
    }
    return new JsonValue.JsonObject(Collections.unmodifiableMap(members));
  }

  private JsonValue.JsonList list() throws IOException {
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(value(t));
    }
    return new JsonValue.JsonList(List.copyOf(items));
  }
}
