package org.lightpath.datasets.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A value of a JSON file that knows where it stands, so that every complaint names file, line and
 * column.
 *
 * @param where of the value
 * @param content a map of values by key, a list of values, text, a number or a Boolean; none for
 *     null
 */
record JsonValue(Where where, Optional<Object> content) {
  /**
   * A place.
   *
   * @param file that is read
   * @param line from 1
   * @param column from 1
   */
  record Where(Path file, int line, int column) {
    @Override
    public String toString() {
      return "%s:%d:%d".formatted(file, line, column);
    }
  }

  /** A complaint about this value. */
  IOException fault(String message) {
    return new IOException(where + ": " + message);
  }

  /**
   * The value as an object.
   *
   * @param what it is, for the complaint
   */
  Map<String, JsonValue> object(String what) throws IOException {
    if (content.isPresent() && content.get() instanceof JsonObject object) {
      return object.members();
    }
    throw fault("%s is %s, expected an object {…}".formatted(what, kind()));
  }

  /** The value as a list. */
  List<JsonValue> list(String what) throws IOException {
    if (content.isPresent() && content.get() instanceof JsonList list) {
      return list.items();
    }
    throw fault("%s is %s, expected a list […]".formatted(what, kind()));
  }

  /** The value as text. */
  String text(String what) throws IOException {
    if (content.isPresent() && content.get() instanceof String text) {
      return text;
    }
    throw fault("%s is %s, expected text in quotes".formatted(what, kind()));
  }

  /** The value as a finite number. */
  double number(String what) throws IOException {
    if (content.isPresent() && content.get() instanceof Double number && Double.isFinite(number)) {
      return number;
    }
    throw fault("%s is %s, expected a number".formatted(what, kind()));
  }

  /** The number of a key, if it is there and not null. */
  OptionalDouble number(String key, String what) throws IOException {
    Optional<JsonValue> member = member(key, what);
    return member.isPresent()
        ? OptionalDouble.of(member.get().number("%s: '%s'".formatted(what, key)))
        : OptionalDouble.empty();
  }

  /** The number of a key, or another one if it is missing. */
  double number(String key, String what, double otherwise) throws IOException {
    return number(key, what).orElse(otherwise);
  }

  /** The number of a key that must be there. */
  double requiredNumber(String key, String what) throws IOException {
    return required(key, what).number("%s: '%s'".formatted(what, key));
  }

  /** The value of a key, if it is there and not null. */
  Optional<JsonValue> member(String key, String what) throws IOException {
    return Optional.ofNullable(object(what).get(key)).filter(v -> v.content().isPresent());
  }

  /** The value of a key that must be there. */
  JsonValue required(String key, String what) throws IOException {
    Optional<JsonValue> member = member(key, what);
    if (member.isEmpty()) {
      throw fault("%s: key '%s' is missing; it has %s".formatted(what, key, object(what).keySet()));
    }
    return member.get();
  }

  private String kind() {
    if (content.isEmpty()) {
      return "null";
    }
    return switch (content.get()) {
      case JsonObject _ -> "an object";
      case JsonList _ -> "a list";
      case String text -> "the text '%s'".formatted(text);
      default -> content.get().toString();
    };
  }

  /** Members in their order. */
  record JsonObject(Map<String, JsonValue> members) {}

  /** Items in their order. */
  record JsonList(List<JsonValue> items) {}
}
