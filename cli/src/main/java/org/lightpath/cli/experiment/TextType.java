package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Words. */
final class TextType extends ValueType<String> {
  private final String what;

  TextType(String what) {
    this.what = what;
  }

  @Override
  @Nullable String bind(Tree tree, Context context) {
    Tree.Scalar scalar = scalar(tree, context);
    return scalar == null ? null : scalar.text();
  }

  @Override
  ObjectNode schema() {
    return json().objectNode().put("type", "string");
  }

  @Override
  JsonNode resolved(String value) {
    return json().textNode(value);
  }

  @Override
  String expected() {
    return what;
  }
}
