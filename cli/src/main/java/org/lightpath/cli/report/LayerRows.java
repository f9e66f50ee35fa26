package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lightpath.cli.figure.Axis;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Samples;

/**
 * Things with names as rows of a figure, the first one on top: layers of a model, components,
 * stages.
 *
 * @param names one for each row
 */
record LayerRows(List<String> names) {
  private static final int AROUND = 92;
  private static final double ROOM = 960;
  private static final double TALLEST = 22;
  private static final double LOWEST = 3;

  /** Height that a name needs [px]. */
  private static final double NAME = 15;

  private static final int LONGEST = 32;

  LayerRows {
    names = List.copyOf(names);
  }

  /**
   * The layers that the rows of {@code table} belong to: its text column {@code layer}, or its
   * numbers {@code layer} with the names of {@code results}.
   */
  static LayerRows of(DataTable table, DataTable results) {
    List<String> given = table.texts("layer");
    Samples numbers = table.numbers("layer");
    List<String> own = table.texts("name");
    List<String> names = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      String name = given.get(row).isEmpty() ? own.get(row) : given.get(row);
      names.add(name.isEmpty() ? name(numbers.get(row), results) : name);
    }
    return new LayerRows(names);
  }

  private static String name(double number, DataTable results) {
    for (int row = 0; row < results.rows(); row++) {
      String name = results.texts("name").get(row);
      if (results.numbers("layer").get(row) == number && !name.isEmpty()) {
        return name;
      }
    }
    return "layer " + Numbers.significant(number, 4);
  }

  int count() {
    return names.size();
  }

  /** Where the rows stand on the axis. */
  Samples at() {
    return at(0);
  }

  /** The same, moved down by {@code shift} rows. */
  Samples at(double shift) {
    return Samples.of(
        IntStream.range(0, count()).mapToDouble(i -> count() - 1 - i - shift).toArray());
  }

  /** What all names begin with, up to a slash; empty for a single one. */
  private String common() {
    String common = count() > 1 ? names.getFirst() : "";
    for (String name : names) {
      while (!name.startsWith(common)) {
        common = common.substring(0, common.length() - 1);
      }
    }
    return common.substring(0, common.lastIndexOf('/') + 1);
  }

  /** The ordinate; where rows are lower than letters only some are named. */
  Axis axis() {
    int every = Math.max(1, (int) Math.ceil(NAME / rowHeight()));
    int skipped = common().length();
    List<String> reversed = new ArrayList<>();
    for (int i = count() - 1; i >= 0; i--) {
      reversed.add(i % every == 0 ? shortened(names.get(i).substring(skipped)) : "");
    }
    return Axis.of("", reversed);
  }

  /** A long name loses its middle: layers of one block differ at the end, blocks at the start. */
  static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int head = LONGEST / 2 - 1;
    int tail = LONGEST - head - 1;
    return name.substring(0, head) + "…" + name.substring(name.length() - tail);
  }

  /** Height of the figure [px]. */
  int height() {
    return AROUND + (int) Math.round(Math.max(count(), 3) * rowHeight());
  }

  private double rowHeight() {
    return Math.clamp(ROOM / Math.max(1, count()), LOWEST, TALLEST);
  }
}
