package org.lightpath.cli.report;

import java.util.List;
import org.lightpath.cli.figure.Chart;

/** A part of a section. */
public sealed interface Block {
  /** A figure with its caption. */
  record Figure(Chart chart) implements Block {}

  /**
   * A table.
   *
   * @param caption what it shows
   * @param headers one for each column, with units
   * @param rows as many cells as headers; the first cell names the row
   */
  record Grid(String caption, List<String> headers, List<List<String>> rows) implements Block {
    /** Keeps copies. */
    public Grid {
      headers = List.copyOf(headers);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** Says what could not be shown and which data were looked for. */
  record Missing(String text) implements Block {}
}
