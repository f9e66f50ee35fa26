package org.lightpath.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes blocks from a table, or says which table was looked for. */
final class Blocks {
  private Blocks() {}

  /**
   * What {@code make} makes of the table in {@code file}.
   *
   * @param file path in the run folder, without ending
   */
  static List<Block> from(
      RunData data, String file, Function<DataTable, List<? extends Block>> make) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    Optional<DataTable> table = data.tables().find(name).filter(t -> t.rows() > 0);
    return table
        .map(t -> List.<Block>copyOf(make.apply(t)))
        .orElseGet(
            () -> List.of(new Block.Missing("Nothing to show: looked for " + file + ".arrow.")));
  }
}
