package org.lightpath.cli.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lightpath.datasets.table.Column;
import org.lightpath.datasets.table.Table;

/** Builds a table whose column names end in their unit, as the run folder wants them. */
public final class TableBuilder {
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("W", "W"),
          Map.entry("m", "m"),
          Map.entry("km", "km"),
          Map.entry("s", "s"),
          Map.entry("J", "J"),
          Map.entry("Hz", "Hz"),
          Map.entry("JPerHz", "J/Hz"),
          Map.entry("WPerHz", "W/Hz"),
          Map.entry("dB", "dB"),
          Map.entry("dBm", "dBm"),
          Map.entry("rad", "rad"),
          Map.entry("bit", "bit"),
          Map.entry("rel", "1"),
          Map.entry("m2", "m²"),
          Map.entry("mWPerTops", "mW/TOPS"),
          Map.entry("MACPerS", "MAC/s"),
          Map.entry("sqrtW", "√W"));

  private final List<Column> columns = new ArrayList<>();

  /** Creates an empty builder. */
  public TableBuilder() {}

  /** Adds a column of real numbers. */
  public TableBuilder real(String name, double[] values) {
    columns.add(new Column.Real(name, unit(name), values));
    return this;
  }

  /** Adds a column of real numbers. */
  public TableBuilder real(String name, List<Double> values) {
    return real(name, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Adds a column of whole numbers. */
  public TableBuilder whole(String name, long[] values) {
    columns.add(new Column.Whole(name, unit(name), values));
    return this;
  }

  /** Adds a column of words. */
  public TableBuilder text(String name, List<String> values) {
    columns.add(new Column.Text(name, values));
    return this;
  }

  /** The table. */
  public Table build() {
    return new Table(columns, Map.of());
  }

  /** The unit that ends a name; empty if it ends in none. */
  static String unit(String name) {
    int mark = name.lastIndexOf('_');
    if (mark < 0) {
      return "";
    }
    String unit = UNITS.get(name.substring(mark + 1));
    if (unit == null) {
      throw new IllegalArgumentException(
          "column '%s' ends in no known unit; known: %s".formatted(name, UNITS.keySet()));
    }
    return unit;
  }
}
