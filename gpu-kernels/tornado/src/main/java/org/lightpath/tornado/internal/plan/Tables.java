package org.lightpath.tornado.internal.plan;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.tornado.internal.kernel.Numbers;

/** Tables of a program one after the other in one array; a kernel's layout holds their places. */
final class Tables {
  private final List<double[]> tables = new ArrayList<>();
  private int size;

  /** Adds a table and returns its place. */
  int add(double... values) {
    int place = size;
    tables.add(values);
    size = Math.addExact(size, values.length);
    return place;
  }

  /** Numbers so far. */
  int size() {
    return size;
  }

  /** Stores all tables. */
  void writeTo(Numbers target) {
    int at = 0;
    for (double[] table : tables) {
      for (double value : table) {
        target.set(at++, value);
      }
    }
  }
}
