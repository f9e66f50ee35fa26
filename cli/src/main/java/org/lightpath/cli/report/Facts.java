package org.lightpath.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads {@code summary.json} without trusting it: what is absent or of another type is empty or
 * NaN, because a report of an interrupted run must still appear.
 *
 * @param values an object of the file
 */
record Facts(Map<?, ?> values) {
  /** A string, or a number as text; empty if absent. */
  String text(String key) {
    return Objects.toString(values.get(key), "");
  }

  /** A string, or {@code otherwise} if absent or empty. */
  String text(String key, String otherwise) {
    String text = text(key);
    return text.isEmpty() ? otherwise : text;
  }

  /** A number; NaN if absent. */
  double number(String key) {
    return values.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** An object; empty if absent. */
  Facts object(String key) {
    return new Facts(values.get(key) instanceof Map<?, ?> map ? map : Map.of());
  }

  /** The strings of an array; empty if absent. */
  List<String> texts(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The elements of an array as text, numbers in engineering form; empty if absent. */
  List<Object> elements(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(e -> e == null ? "" : (Object) e).toList()
        : List.of();
  }

  /** The objects of an array; empty if absent. */
  List<Facts> objects(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(e -> new Facts(e instanceof Map<?, ?> map ? map : Map.of())).toList()
        : List.of();
  }

  /** All numbers of this object, in their order. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (value instanceof Number number) {
            numbers.put(String.valueOf(key), number.doubleValue());
          }
        });
    return numbers;
  }
}
