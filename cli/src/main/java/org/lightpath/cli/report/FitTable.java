package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.figure.Numbers;

/** Link effects that were fitted to propagated waveforms. */
final class FitTable {
  private FitTable() {}

  /**
   * The table.
   *
   * @param fit {@code stream}, {@code parameter}, {@code unit} (text) and {@code value}
   */
  static List<Block> of(DataTable fit) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < fit.rows(); row++) {
      rows.add(
          List.of(
              fit.texts("stream").get(row),
              fit.texts("parameter").get(row),
              Numbers.quantity(fit.numbers("value").get(row), fit.texts("unit").get(row))));
    }
    return List.of(
        new Block.Grid(
            "Link effects fitted to waveforms of this network",
            List.of("Stream", "Parameter", "Value"),
            rows));
  }
}
