package org.lightpath.datasets.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Columns of equal length, and facts about all of them.
 *
 * @param columns at least one
 * @param facts names and values that hold for the whole table, for instance the carrier frequency
 */
public record Table(List<Column> columns, Map<String, String> facts) {
  /**
   * Checks that the columns are equally long.
   *
   * @throws IllegalArgumentException if they are not, or there is none
   */
  public Table {
    columns = List.copyOf(columns);
    facts = new TreeMap<>(facts);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("table: expected at least one column, got none");
    }
    int rows = columns.getFirst().rows();
    for (Column column : columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "table: column '%s' has %d rows, column '%s' has %d"
                .formatted(column.name(), column.rows(), columns.getFirst().name(), rows));
      }
    }
  }

  /** A table without facts. */
  public static Table of(Column... columns) {
    return new Table(List.of(columns), Map.of());
  }

  /** Number of rows. */
  public int rows() {
    return columns.getFirst().rows();
  }

  /** Real numbers of a column. */
  public double[] reals(String name) {
    return column(name, Column.Real.class).values();
  }

  /** Whole numbers of a column. */
  public long[] wholes(String name) {
    return column(name, Column.Whole.class).values();
  }

  /** Words of a column. */
  public List<String> texts(String name) {
    return column(name, Column.Text.class).values();
  }

  /** Numbers of a column that holds several in each row. */
  public Column.Series series(String name) {
    return column(name, Column.Series.class);
  }

  /** Numbers of a single-precision column that holds several in each row. */
  public Column.SingleSeries singleSeries(String name) {
    return column(name, Column.SingleSeries.class);
  }

  /** Whether there is a column of this name. */
  public boolean has(String name) {
    return columns.stream().anyMatch(column -> column.name().equals(name));
  }

  /**
   * A column by name and type.
   *
   * @throws IllegalArgumentException if there is none; the message lists the columns
   */
  private <T extends Column> T column(String name, Class<T> type) {
    for (Column column : columns) {
      if (column.name().equals(name) && type.isInstance(column)) {
        return type.cast(column);
      }
    }
    throw new IllegalArgumentException(
        "table has no column '%s' of type %s; it has %s"
            .formatted(
                name,
                type.getSimpleName(),
                columns.stream().map(c -> c.name() + ":" + c.getClass().getSimpleName()).toList()));
  }
}
