package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** True or false. */
final class FlagType extends ValueType<Boolean> {
  @Override
  @Nullable Boolean bind(Tree tree, Context context) {
    Tree.Scalar scalar = scalar(tree, context);
    if (scalar == null) {
      return null;
    }
    return switch (scalar.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        context
            .problems()
            .error(
                scalar.place(),
                "%s is '%s', expected true or false".formatted(context.path(), scalar.text()),
                "");
        yield null;
      }
    };
  }

  @Override
  ObjectNode schema() {
    return json().objectNode().put("type", "boolean");
  }

  @Override
  JsonNode resolved(Boolean value) {
    return json().booleanNode(value);
  }

  @Override
  String expected() {
    return "true or false";
  }
}
