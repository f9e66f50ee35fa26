package org.lightpath.datasets.table;

import java.util.List;

/**
 * A column of a table: a name, a unit, and one value for each row. Arrays are handed over, not
 * copied: a column may be as large as the memory allows.
 */
@SuppressWarnings("ArrayRecordComponent") // see above; columns are never compared
public sealed interface Column {
  /** Name, as result files carry it. */
  String name();

  /** SI unit, or another unit that the name says; empty for words and plain counts. */
  String unit();

  /** Number of rows. */
  int rows();

  /** Real numbers. */
  record Real(String name, String unit, double[] values) implements Column {
    @Override
    public int rows() {
      return values.length;
    }
  }

  /** Whole numbers. */
  record Whole(String name, String unit, long[] values) implements Column {
    @Override
    public int rows() {
      return values.length;
    }
  }

  /** Words. */
  record Text(String name, List<String> values) implements Column {
    /** Copies the words. */
    public Text {
      values = List.copyOf(values);
    }

    @Override
    public String unit() {
      return "";
    }

    @Override
    public int rows() {
      return values.size();
    }
  }

  /**
   * A fixed number of real numbers in each row, double precision in the file.
   *
   * @param width numbers in each row
   * @param values row after row
   */
  record Series(String name, String unit, int width, double[] values) implements Column {
    /** Checks that the rows are whole. */
    public Series {
      requireWhole(name, width, values.length);
    }

    @Override
    public int rows() {
      return values.length / width;
    }
  }

  /**
   * A fixed number of real numbers in each row, single precision in the file.
   *
   * @param width numbers in each row
   * @param values row after row
   */
  record SingleSeries(String name, String unit, int width, float[] values) implements Column {
    /** Checks that the rows are whole. */
    public SingleSeries {
      requireWhole(name, width, values.length);
    }

    @Override
    public int rows() {
      return values.length / width;
    }
  }

  private static void requireWhole(String name, int width, int values) {
    if (width < 1 || values % width != 0) {
      throw new IllegalArgumentException(
          "column '%s': %d values do not make rows of %d".formatted(name, values, width));
    }
  }
}
