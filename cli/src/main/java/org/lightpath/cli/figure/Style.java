package org.lightpath.cli.figure;

/**
 * How a line or a surface is painted.
 *
 * @param paint its colour
 * @param width line width [px]
 * @param dash the pattern of the line
 * @param opacity 0 (invisible) to 1
 */
public record Style(Paint paint, double width, Dash dash, double opacity) {
  /** The pattern of a line, so that colour is never the only difference. */
  public enum Dash {
    /** Without gaps. */
    SOLID(""),
    /** Long dashes. */
    DASHED("6 4"),
    /** Dots. */
    DOTTED("1.5 3.5");

    private final String pattern;

    Dash(String pattern) {
      this.pattern = pattern;
    }

    /** Lengths of marks and gaps [px], separated by blanks; empty when solid. */
    public String pattern() {
      return pattern;
    }
  }

  /** A solid line of 1.6 px. */
  public static Style of(Paint paint) {
    return new Style(paint, 1.6, Dash.SOLID, 1);
  }

  /** The same, {@code width} px wide. */
  public Style wide(double width) {
    return new Style(paint, width, dash, opacity);
  }

  /** The same with another pattern. */
  public Style dash(Dash dash) {
    return new Style(paint, width, dash, opacity);
  }

  /** The same with another opacity. */
  public Style opacity(double opacity) {
    return new Style(paint, width, dash, opacity);
  }
}
