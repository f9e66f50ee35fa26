package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A list of values, or one value in place of a list of one. */
final class ListType<T> extends ValueType<List<T>> {
  private final IntFunction<? extends ValueType<T>> item;
  private final boolean oneAllowed;

  ListType(IntFunction<? extends ValueType<T>> item, boolean oneAllowed) {
    this.item = item;
    this.oneAllowed = oneAllowed;
  }

  @Override
  @Nullable List<T> bind(Tree tree, Context context) {
    if (!(tree instanceof Tree.Sequence sequence)) {
      return single(tree, context);
    }
    if (sequence.items().isEmpty()) {
      context
          .problems()
          .error(
              tree.place(),
              "%s is an empty list: expected %s".formatted(context.path(), expected()),
              "");
      return null;
    }
    List<T> values = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      T value = item.apply(i).bind(sequence.items().get(i), context.item(i));
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == sequence.items().size() ? List.copyOf(values) : null;
  }

  private @Nullable List<T> single(Tree tree, Context context) {
    if (oneAllowed) {
      T value = item.apply(0).bind(tree, context);
      return value == null ? null : List.of(value);
    }
    context
        .problems()
        .error(
            tree.place(),
            "%s is %s: expected %s".formatted(context.path(), tree.describe(), expected()),
            "write it as [ … ]");
    return null;
  }

  @Override
  ObjectNode schema() {
    ObjectNode list = json().objectNode().put("type", "array").put("minItems", 1);
    list.set("items", item.apply(0).schema());
    if (!oneAllowed) {
      return list;
    }
    ObjectNode either = json().objectNode();
    either.putArray("anyOf").add(item.apply(0).schema()).add(list);
    return either;
  }

  @Override
  JsonNode resolved(List<T> values) {
    if (oneAllowed && values.size() == 1) {
      return item.apply(0).resolved(values.getFirst());
    }
    ArrayNode list = json().arrayNode();
    for (int i = 0; i < values.size(); i++) {
      list.add(item.apply(i).resolved(values.get(i)));
    }
    return list;
  }

  @Override
  String expected() {
    return (oneAllowed ? "one or a list of: " : "a list of: ") + item.apply(0).expected();
  }

  @Override
  String unit() {
    return item.apply(0).unit();
  }
}
