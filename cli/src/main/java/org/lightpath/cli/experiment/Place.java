package org.lightpath.cli.experiment;

/**
 * Where something stands in a text.
 *
 * @param source the text
 * @param line from 1
 * @param column from 1
 */
public record Place(SourceText source, int line, int column) {
  /** The first character of a text. */
  public static Place startOf(SourceText source) {
    return new Place(source, 1, 1);
  }

  @Override
  public String toString() {
    return "%s:%d:%d".formatted(source.name(), line, column);
  }
}
