package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of some values with names. */
final class ChoiceType<T> extends ValueType<T> {
  private final List<T> values;
  private final Function<T, String> name;

  ChoiceType(List<T> values, Function<T, String> name) {
    this.values = List.copyOf(values);
    this.name = name;
  }

  @Override
  @Nullable T bind(Tree tree, Context context) {
    Tree.Scalar scalar = scalar(tree, context);
    if (scalar == null) {
      return null;
    }
    for (T value : values) {
      if (name.apply(value).equals(scalar.text())) {
        return value;
      }
    }
    context
        .problems()
        .error(
            scalar.place(),
            "%s is '%s', expected %s".formatted(context.path(), scalar.text(), expected()),
            Suggestion.nearest(scalar.text(), names())
                .map(near -> "did you mean '" + near + "'?")
                .orElse(""));
    return null;
  }

  private List<String> names() {
    return values.stream().map(name).toList();
  }

  @Override
  ObjectNode schema() {
    ObjectNode node = json().objectNode();
    ArrayNode items = node.putArray("enum");
    names().forEach(items::add);
    return node;
  }

  @Override
  JsonNode resolved(T value) {
    return json().textNode(name.apply(value));
  }

  @Override
  String expected() {
    return names().stream().collect(Collectors.joining(", ", "one of ", ""));
  }
}
