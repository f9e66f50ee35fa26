package org.lightpath.cli.figure;

import java.util.List;

/** One thing drawn in a chart. A layer with an empty name has no entry in the legend. */
public sealed interface Layer {
  /** What the legend calls it; empty for nothing. */
  String name();

  /** How its legend entry is painted. */
  Style style();

  /** A line through points; gaps where a coordinate is NaN. */
  record Line(String name, Points points, Style style) implements Layer {}

  /** Marks at points. */
  record Scatter(String name, Points points, Style style, Marker marker) implements Layer {}

  /** Points painted by how many others are near them, for constellations. */
  record Density(String name, Points points) implements Layer {
    @Override
    public Style style() {
      return Style.of(Paint.Ink.D4);
    }
  }

  /** Many lines of one style, translucent, so that frequent paths stand out (eye diagram). */
  record Traces(String name, List<Points> traces, Style style) implements Layer {
    /** Keeps a copy. */
    public Traces {
      traces = List.copyOf(traces);
    }
  }

  /**
   * A map of values by colour; it has a colour bar instead of a legend entry.
   *
   * @param value what the colour shows; its ends are those of the colours, NaN to follow the data
   * @param grid the values; NaN is left blank
   */
  record HeatMap(Axis value, Grid grid) implements Layer {
    @Override
    public String name() {
      return "";
    }

    @Override
    public Style style() {
      return Style.of(Paint.Ink.INK);
    }
  }

  /** Bars from the lower end of the axis; {@code width} in units of the abscissa. */
  record Bars(String name, Points points, double width, Style style) implements Layer {}

  /** A level between each two neighbouring edges; one more edge than levels. */
  record Steps(String name, Samples edges, Samples levels, Style style) implements Layer {
    /** Checks the counts. */
    public Steps {
      if (edges.size() != levels.size() + 1) {
        throw new IllegalArgumentException(
            "steps: %d edges for %d levels, expected one more edge than levels"
                .formatted(edges.size(), levels.size()));
      }
    }
  }

  /** Points with a symmetric uncertainty in y. */
  record ErrorBars(String name, Points points, Samples halfWidths, Style style) implements Layer {
    /** Checks the counts. */
    public ErrorBars {
      if (halfWidths.size() != points.size()) {
        throw new IllegalArgumentException(
            "error bars: %d half widths for %d points".formatted(halfWidths.size(), points.size()));
      }
    }
  }

  /** A straight line across the whole chart, at one ordinate or one abscissa. */
  record Reference(String name, Orientation orientation, double at, Style style) implements Layer {}

  /** Which way a reference line runs. */
  enum Orientation {
    /** At one ordinate. */
    HORIZONTAL,
    /** At one abscissa. */
    VERTICAL
  }

  /** The shape of a mark. */
  enum Marker {
    /** A filled disc. */
    DISC,
    /** A ring. */
    RING,
    /** An upright cross. */
    CROSS
  }
}
