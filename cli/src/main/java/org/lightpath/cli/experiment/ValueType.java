package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What the value of a key may be: how it is read, how the schema describes it and how it is written
 * resolved.
 *
 * @param <T> the value in the program
 */
public abstract class ValueType<T> {
  /** For the types of this package. */
  ValueType() {}

  /** Reads a value; on failure records the problem and returns null. */
  abstract @Nullable T bind(Tree tree, Context context);

  /** JSON Schema of a value. */
  abstract ObjectNode schema();

  /** A value as the resolved experiment writes it: SI units, readable by {@link #bind}. */
  abstract JsonNode resolved(T value);

  /** What is expected, with an example, for messages. */
  abstract String expected();

  /** The wanted unit or form, in a few words, for the list of keys. */
  String unit() {
    return "";
  }

  static JsonNodeFactory json() {
    return JsonNodeFactory.instance;
  }

  /** Reads a scalar or records that something else stands there. */
  Tree.@Nullable Scalar scalar(Tree tree, Context context) {
    if (tree instanceof Tree.Scalar scalar && !scalar.isNull()) {
      return scalar;
    }
    context
        .problems()
        .error(
            tree.place(),
            "%s is %s: expected %s".formatted(context.path(), tree.describe(), expected()),
            "");
    return null;
  }

  /**
   * Where a value is being read.
   *
   * @param problems collects what is wrong
   * @param path dotted path of the key
   */
  record Context(Problems problems, String path) {
    Context child(String key) {
      return new Context(problems, path.isEmpty() ? key : path + "." + key);
    }

    Context item(int index) {
      return new Context(problems, path + "[" + index + "]");
    }
  }
}
