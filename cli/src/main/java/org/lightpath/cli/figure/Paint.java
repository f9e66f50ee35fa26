package org.lightpath.cli.figure;

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
    private static final double DARKEST = 0.32;
    private static final double LIGHTEST = 0.82;

    /** The colour as 0xRRGGBB. */
    public int rgb() {
      return ColorMap.rgb(DARKEST + (LIGHTEST - DARKEST) * Math.clamp(position, 0, 1));
    }
  }

  /** The paint of series {@code index} out of {@code count}: the palette, or a ramp for many. */
  static Paint series(int index, int count) {
    int palette = Ink.S7.ordinal() - Ink.S1.ordinal() + 1;
    if (count <= palette) {
      return Ink.values()[Ink.S1.ordinal() + index];
    }
    return new Ramp(index / (double) (count - 1));
  }
}
