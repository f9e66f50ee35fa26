package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A whole number within bounds. */
final class WholeType extends ValueType<Long> {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

  private final long low;
  private final long high;
  private final String reason;

  WholeType(long low, long high, String reason) {
    this.low = low;
    this.high = high;
    this.reason = reason;
  }

  @Override
  @Nullable Long bind(Tree tree, Context context) {
    Tree.Scalar scalar = scalar(tree, context);
    if (scalar == null) {
      return null;
    }
    Long value = parse(scalar.text());
    if (value == null || value < low || value > high) {
      context
          .problems()
          .error(
              scalar.place(),
              "%s is '%s', expected %s".formatted(context.path(), scalar.text(), expected()),
              reason);
      return null;
    }
    return value;
  }

  private static @Nullable Long parse(String text) {
    try {
      return WHOLE.matcher(text).matches() ? Long.valueOf(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  ObjectNode schema() {
    ObjectNode node = json().objectNode().put("type", "integer");
    return node.put("minimum", low).put("maximum", high);
  }

  @Override
  JsonNode resolved(Long value) {
    return json().numberNode(value);
  }

  @Override
  String expected() {
    return "a whole number from %d to %d".formatted(low, high);
  }
}
