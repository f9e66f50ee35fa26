package org.lightpath.cli.bench;

import java.util.List;

/**
 * How the rows of a benchmark are printed.
 *
 * @param <R> a row
 */
interface Table<R> {
  /** Columns for programs. */
  Columns<R> columns();

  /** For people. */
  String markdown(List<R> rows);
}
