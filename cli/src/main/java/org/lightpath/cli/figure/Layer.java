package org.lightpath.cli.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * Horizontal bars, for things whose names stand on the ordinate; several layers end to end make
   * stacked bars or a waterfall.
   *
   * @param from where each bar begins; NaN for the lower end of the axis
   * @param to where each bar ends; NaN for no bar
   * @param at ordinates of the bars' middles
   * @param thickness in units of the ordinate
   */
  record Spans(String name, Samples from, Samples to, Samples at, double thickness, Style style)
      implements Layer {
    /** Checks the counts. */
    public Spans {
      if (from.size() != to.size() || from.size() != at.size()) {
        throw new IllegalArgumentException(
            "spans: %d beginnings, %d ends and %d ordinates, expected as many of each"
                .formatted(from.size(), to.size(), at.size()));
      }
    }
  }

  /**
   * Lines whose colour is a value, for the links of a network; a colour bar tells the value.
   *
   * @param value what the colour shows
   * @param lines one for each value
   * @param values NaN for a line in the colour of secondary text
   */
  record Ties(Axis value, List<Points> lines, Samples values) implements Layer {
    /** Keeps a copy and checks the counts. */
    public Ties {
      lines = List.copyOf(lines);
      if (lines.size() != values.size()) {
        throw new IllegalArgumentException(
            "ties: %d lines but %d values, expected as many"
                .formatted(lines.size(), values.size()));
      }
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public Style style() {
      return Style.of(Paint.Ink.INK);
    }
  }

  /** Places of a network, as marks larger than those of data points. */
  record Nodes(String name, Points points, Style style, Marker marker) implements Layer {}

  /**
   * Words beside points, placed so that they touch neither one another nor the nodes.
   *
   * @param words one for each point; empty for none
   * @param strong whether they are set as text, not as a remark
   */
  record Labels(Points points, List<String> words, boolean strong) implements Layer {
    /** Keeps a copy and checks the counts. */
    public Labels {
      words = List.copyOf(words);
      if (words.size() != points.size()) {
        throw new IllegalArgumentException(
            "labels: %d words for %d points, expected as many"
                .formatted(words.size(), points.size()));
      }
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public Style style() {
      return Style.of(Paint.Ink.INK);
    }
  }

  /**
   * Pictures in rows, pixel by pixel; a chart with this layer has no axes.
   *
   * @param pictures all of one size
   * @param columns pictures in a row
   * @param words what stands below each; as many as pictures, or none
   * @param value what the colours show, with both ends; null for pictures in their own colours
   */
  record Montage(List<Picture> pictures, int columns, List<String> words, @Nullable Axis value)
      implements Layer {
    /** Keeps copies and checks the counts. */
    public Montage {
      pictures = List.copyOf(pictures);
      words = List.copyOf(words);
      if (pictures.isEmpty() || columns < 1) {
        throw new IllegalArgumentException(
            "montage: %d pictures in %d columns, expected at least one of each"
                .formatted(pictures.size(), columns));
      }
      if (!words.isEmpty() && words.size() != pictures.size()) {
        throw new IllegalArgumentException(
            "montage: %d words for %d pictures".formatted(words.size(), pictures.size()));
      }
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public Style style() {
      return Style.of(Paint.Ink.INK);
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
    CROSS,
    /** A filled square. */
    SQUARE
  }
}
