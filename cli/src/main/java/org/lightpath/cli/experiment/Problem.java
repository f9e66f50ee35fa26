package org.lightpath.cli.experiment;

/**
 * Something wrong, or doubtful, at a place of an experiment file.
 *
 * @param severity error or warning
 * @param place where
 * @param message what, observed, expected
 * @param action what to do; may be empty
 */
public record Problem(Severity severity, Place place, String message, String action) {
  /** How bad it is. */
  public enum Severity {
    /** The experiment cannot run. */
    ERROR,
    /** The experiment runs, but the value is unusual. */
    WARNING;

    private String word() {
      return this == ERROR ? "error" : "warning";
    }
  }

  /** The message with its place, the source line, a caret and the action. */
  public String render() {
    StringBuilder text = new StringBuilder();
    text.append(place).append(": ").append(severity.word()).append(": ").append(message);
    String line = place.source().line(place.line());
    if (!line.isBlank()) {
      text.append("\n  ").append(line).append("\n  ").append(caret(line));
    }
    if (!action.isEmpty()) {
      text.append("\n  ").append(action);
    }
    return text.toString();
  }

  private String caret(String line) {
    StringBuilder indent = new StringBuilder();
    for (int i = 0; i < place.column() - 1; i++) {
      indent.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
    }
    return indent.append('^').toString();
  }
}
