package org.lightpath.cli.figure;

import java.util.List;
import java.util.Locale;

/** What a mark is painted with. Roles have one colour in each {@link Theme}. */
public sealed interface Paint {
  /** The role of a mark in the figure. */
  enum Ink implements Paint {
    /** Text and the frame. */
    INK,
    /** Secondary text. */
    MUTED,
    /** Grid lines. */
    GRID,
    /** The background of the figure. */
    SURFACE,
    /** First series. */
    S1,
    /** Second series. */
    S2,
    /** Third series. */
    S3,
    /** Fourth series. */
    S4,
    /** Fifth series. */
    S5,
    /** Sixth series. */
    S6,
    /** Seventh series. */
    S7,
    /** Least dense points. */
    D1,
    /** Second density class. */
    D2,
    /** Third density class. */
    D3,
    /** Fourth density class. */
    D4,
    /** Densest points. */
    D5;

    /** The CSS custom property that holds the colour. */
    public String variable() {
      return "--" + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A colour of the {@link ColorMap}, kept to the middle of its lightness so that it shows on light
   * and dark grounds.
   *
   * @param position 0 to 1
   */
  record Ramp(double position) implements Paint {
    private static final double DARKEST = 0.24;
    private static final double LIGHTEST = 0.86;

    /** The colour as 0xRRGGBB. */
    public int rgb() {
      return ColorMap.rgb(inMap(position));
    }

    /** Where a position stands in the whole {@link ColorMap}. */
    static double inMap(double position) {
      return DARKEST + (LIGHTEST - DARKEST) * Math.clamp(position, 0, 1);
    }
  }

  /** The palette of series, in the order of use. */
  List<Ink> PALETTE = List.of(Ink.S1, Ink.S2, Ink.S3, Ink.S4, Ink.S5, Ink.S6, Ink.S7);

  /** The classes of density, least dense first. */
  List<Ink> DENSITIES = List.of(Ink.D1, Ink.D2, Ink.D3, Ink.D4, Ink.D5);

  /** The paint of series {@code index} out of {@code count}: the palette, or a ramp for many. */
  static Paint series(int index, int count) {
    return count <= PALETTE.size() ? PALETTE.get(index) : new Ramp(index / (double) (count - 1));
  }
}
