package org.lightpath.cli.experiment;

import java.util.List;

/**
 * A text that values come from: an experiment file, or a {@code --set} option.
 *
 * @param name how messages call it
 * @param lines its lines, without line ends
 */
public record SourceText(String name, List<String> lines) {
  /** Copies the lines. */
  public SourceText {
    lines = List.copyOf(lines);
  }

  /** A text of one or more lines. */
  public static SourceText of(String name, String text) {
    return new SourceText(name, text.lines().toList());
  }

  /** The line at a number counted from 1; empty beyond the end. */
  String line(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
