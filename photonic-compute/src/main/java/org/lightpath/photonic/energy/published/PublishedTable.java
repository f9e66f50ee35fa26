package org.lightpath.photonic.energy.published;

import java.util.List;
import java.util.Objects;
import org.lightpath.photonic.device.Provenance;

/**
 * A table of numbers, published or ours.
 *
 * @param title of the table
 * @param unit of every number
 * @param columns names of the columns after the first
 * @param rows in order
 * @param provenance where the numbers come from
 */
public record PublishedTable(
    String title, String unit, List<String> columns, List<Row> rows, Provenance provenance) {
  /**
   * One row.
   *
   * @param name first column
   * @param values one for each column
   */
  public record Row(String name, List<Double> values) {
    /** Copies the list. */
    public Row {
      Objects.requireNonNull(name);
      values = List.copyOf(values);
    }

    /** A row of numbers. */
    public static Row of(String name, Double... values) {
      return new Row(name, List.of(values));
    }
  }

  /**
   * Checks that every row is as long as the header.
   *
   * @throws IllegalArgumentException if one is not
   */
  public PublishedTable {
    Objects.requireNonNull(title);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(provenance);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.values.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table %s, row %s: %d values, expected %d"
                .formatted(title, row.name, row.values.size(), columns.size()));
      }
    }
  }

  /**
   * A number by row and column.
   *
   * @throws IllegalArgumentException if there is no such row or column
   */
  public double value(String row, String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException(
          "table %s has no column %s, expected one of %s".formatted(title, column, columns));
    }
    return rows.stream()
        .filter(r -> r.name.equals(row))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("table %s has no row %s".formatted(title, row)))
        .values
        .get(at);
  }

  /**
   * Relative deviations (ours − published)/published of a table with the same rows and columns.
   *
   * @throws IllegalArgumentException if a row or column is missing in ours
   */
  public PublishedTable deviationOf(PublishedTable ours) {
    List<Row> deviations =
        rows.stream()
            .map(
                row ->
                    new Row(
                        row.name,
                        columns.stream()
                            .map(c -> ours.value(row.name, c) / value(row.name, c) - 1)
                            .toList()))
            .toList();
    return new PublishedTable(
        "deviation: " + title,
        "relative",
        columns,
        deviations,
        Provenance.derived("(ours - published)/published"));
  }
}
