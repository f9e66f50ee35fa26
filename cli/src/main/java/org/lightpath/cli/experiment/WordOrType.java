package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value, or a word in its place.
 *
 * @param <T> the value in the program
 */
@SuppressWarnings("NullableOptional") // null: refused, as in every type; empty: the word
final class WordOrType<T> extends ValueType<Optional<T>> {
  private final String word;
  private final ValueType<T> type;

  WordOrType(String word, ValueType<T> type) {
    this.word = word;
    this.type = type;
  }

  @Override
  @Nullable Optional<T> bind(Tree tree, Context context) {
    if (tree instanceof Tree.Scalar scalar && scalar.text().equals(word)) {
      return Optional.empty();
    }
    T value = type.bind(tree, context);
    return value == null ? null : Optional.of(value);
  }

  @Override
  ObjectNode schema() {
    ObjectNode constant = json().objectNode().put("const", word);
    ObjectNode either = json().objectNode();
    either.putArray("anyOf").add(constant).add(type.schema());
    return either;
  }

  @Override
  JsonNode resolved(Optional<T> value) {
    return value.map(type::resolved).orElseGet(() -> json().textNode(word));
  }

  @Override
  String expected() {
    return "'%s' or %s".formatted(word, type.expected());
  }

  @Override
  String unit() {
    return type.unit();
  }
}
