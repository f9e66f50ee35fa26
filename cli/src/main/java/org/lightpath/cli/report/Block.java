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

  /**
   * Two texts that should be the same, word by word.
   *
   * @param caption what they are and where they part
   * @param prompt what both continue; may be empty
   * @param digital parts of the text of the digital model
   * @param optical parts of the text of the optical model
   */
  record TextPair(String caption, String prompt, List<String> digital, List<String> optical)
      implements Block {
    /** Keeps copies. */
    public TextPair {
      digital = List.copyOf(digital);
      optical = List.copyOf(optical);
    }
  }

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** Says what could not be shown and which data were looked for. */
  record Missing(String text) implements Block {}
}
