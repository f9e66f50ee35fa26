package org.lightpath.cli.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.lightpath.cli.figure.Samples;

/**
 * A table in memory: named columns of numbers or of text, all of one length. Column names end in
 * their unit, such as {@code launchPower_dBm}.
 */
public final class DataTable {
  private final int rows;
  private final Map<String, Samples> numbers;
  private final Map<String, List<String>> texts;

  private DataTable(Builder parts) {
    rows = Math.max(parts.rows, 0);
    numbers = new LinkedHashMap<>(parts.numbers);
    texts = new LinkedHashMap<>(parts.texts);
  }

  /** A table to be filled. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many rows there are. */
  public int rows() {
    return rows;
  }

  /** Whether there is a numeric column {@code name}. */
  public boolean has(String name) {
    return numbers.containsKey(name);
  }

  /** A column of numbers; all NaN if the table lacks it. */
  public Samples numbers(String name) {
    Samples column = numbers.get(name);
    return column == null ? Samples.of(new double[rows]).map(v -> Double.NaN) : column;
  }

  /** The first of two columns of numbers that is there; all NaN if the table lacks both. */
  Samples numbers(String name, String otherwise) {
    return numbers(has(name) ? name : otherwise);
  }

  /** A column of numbers that has at least one finite value. */
  public Optional<Samples> present(String name) {
    return Optional.ofNullable(numbers.get(name)).filter(c -> c.finite().findAny().isPresent());
  }

  /** A column of text; all empty if the table lacks it. */
  public List<String> texts(String name) {
    List<String> column = texts.get(name);
    return column == null ? Collections.nCopies(rows, "") : column;
  }

  /** The different values of a column of numbers, ascending; empty if the table lacks it. */
  public List<Double> distinct(String name) {
    Samples column = numbers.get(name);
    return column == null ? List.of() : column.finite().distinct().sorted().boxed().toList();
  }

  /** The rows where the column {@code name} is {@code value}; all rows if the table lacks it. */
  public DataTable where(String name, double value) {
    Samples column = numbers.get(name);
    if (column == null) {
      return this;
    }
    return rowsAt(indices(row -> column.get(row) == value));
  }

  /** The rows where the text column {@code name} is {@code value}; all if the table lacks it. */
  public DataTable where(String name, String value) {
    List<String> column = texts.get(name);
    return column == null ? this : rowsAt(indices(row -> column.get(row).equals(value)));
  }

  /** The rows that {@code wanted} accepts. */
  public DataTable rowsWhere(IntPredicate wanted) {
    return rowsAt(indices(wanted));
  }

  private int[] indices(IntPredicate wanted) {
    return IntStream.range(0, rows).filter(wanted).toArray();
  }

  private DataTable rowsAt(int[] indices) {
    Builder kept = builder();
    kept.rows = indices.length;
    numbers.forEach((name, column) -> kept.numbers.put(name, column.at(indices)));
    texts.forEach(
        (name, column) ->
            kept.texts.put(name, Arrays.stream(indices).mapToObj(column::get).toList()));
    return kept.build();
  }

  /** Collects columns. */
  public static final class Builder {
    private int rows = -1;
    private final Map<String, Samples> numbers = new LinkedHashMap<>();
    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    private Builder() {}

    /** Adds a column of numbers. */
    public Builder numbers(String name, double... values) {
      check(name, values.length);
      numbers.put(name, Samples.of(values));
      return this;
    }

    /** Adds a column of text. */
    public Builder texts(String name, List<String> values) {
      check(name, values.size());
      texts.put(name, List.copyOf(values));
      return this;
    }

    private void check(String name, int length) {
      if (rows >= 0 && rows != length) {
        throw new IllegalArgumentException(
            "table column %s has %d rows, expected %d as the columns before it"
                .formatted(name, length, rows));
      }
      rows = length;
    }

    /** The table as it stands. */
    public DataTable build() {
      return new DataTable(this);
    }
  }
}
