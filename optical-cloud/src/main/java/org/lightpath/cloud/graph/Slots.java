package org.lightpath.cloud.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.cloud.graph.operator.TensorType;
import org.lightpath.cloud.graph.operator.ValueInfo;

/** Numbers the values of a plan. */
final class Slots {
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<ValueInfo> values = new ArrayList<>();

  /** Number of a value, a new one at its first mention. */
  int of(ValueInfo value) {
    return indices.computeIfAbsent(
        value.name(),
        name -> {
          values.add(value);
          return values.size() - 1;
        });
  }

  /** Number of a value, −1 if it is not part of the plan. */
  int find(String name) {
    return indices.getOrDefault(name, -1);
  }

  ValueInfo value(int slot) {
    return values.get(slot);
  }

  TensorType type(int slot) {
    return values.get(slot).tensorType();
  }

  int count() {
    return values.size();
  }
}
