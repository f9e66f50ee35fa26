package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Samples;

/** What was simulated beside what the closed form says, of every case. */
final class Comparison {
  private static final List<String> HEADERS =
      List.of(
          "Quantity",
          "Case",
          "Simulated",
          "Closed form",
          "Relative error",
          "Tolerance",
          "Within",
          "Source");

  private static final String NONE = "–";

  private final Cases cases;

  Comparison(Cases cases) {
    this.cases = cases;
  }

  /** The table, without the columns that have nothing in any row. */
  Block of(DataTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      rows.add(row(table, row));
    }
    List<Integer> kept =
        IntStream.range(0, HEADERS.size())
            .filter(c -> c == 0 || rows.stream().anyMatch(row -> says(row.get(c))))
            .boxed()
            .toList();
    return new Block.Grid(
        "Output against the closed form",
        kept.stream().map(HEADERS::get).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
  }

  private static boolean says(String cell) {
    return !cell.isEmpty() && !cell.equals(NONE);
  }

  /**
   * A comparison made from what {@code results.arrow} says of the last position of the first case,
   * for runs without a table of their own.
   */
  static DataTable atOutput(DataTable results) {
    DataTable first = results.where("case", 0);
    int last = first.rows() - 1;
    double simulated = first.numbers("peakPower_W").get(last);
    double expected = first.numbers("referencePeakPower_W").get(last);
    double field = first.numbers("referenceError_rel").get(last);
    DataTable.Builder table = DataTable.builder();
    if (Double.isNaN(expected)) {
      return table
          .texts("quantity", List.of("relative deviation"))
          .numbers("error_rel", field)
          .build();
    }
    return table
        .texts("quantity", List.of("peak power", "field, relative deviation"))
        .texts("unit", List.of("W", ""))
        .numbers("simulated", simulated, Double.NaN)
        .numbers("expected", expected, Double.NaN)
        .numbers("error_rel", simulated / expected - 1, field)
        .build();
  }

  private List<String> row(DataTable table, int row) {
    String unit = MetricCatalogue.unit("_" + table.texts("unit").get(row));
    double error = table.numbers("error_rel").get(row);
    double tolerance = table.numbers("tolerance_rel").get(row);
    String within = Math.abs(error) <= tolerance ? "yes" : "no";
    return List.of(
        table.texts("quantity").get(row),
        which(table.numbers("case").get(row)),
        value(table.numbers("simulated"), row, unit),
        value(table.numbers("expected"), row, unit),
        Numbers.quantity(error, "", 3),
        Numbers.quantity(tolerance, "", 3),
        Double.isNaN(tolerance) ? NONE : within,
        table.texts("source").get(row));
  }

  private String which(double index) {
    boolean known = index >= 0 && index < cases.count();
    return cases.many() && known ? cases.names().get((int) index) : "";
  }

  private static String value(Samples column, int row, String unit) {
    return Numbers.quantity(column.get(row), unit, 6);
  }
}
