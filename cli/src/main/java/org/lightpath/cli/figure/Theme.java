package org.lightpath.cli.figure;

import java.util.EnumMap;
import java.util.Map;
import org.lightpath.cli.figure.Paint.Ink;

/**
 * The colour of every role in a light and in a dark figure.
 *
 * <p>Series colours are those of Okabe and Ito, "Color Universal Design" (2008), in an order that
 * keeps the contrast with the ground; yellow serves dark grounds only.
 */
public enum Theme {
  /** Dark marks on white. */
  LIGHT(
      0x1b1f24, 0x5a6370, 0xe3e7ec, 0xffffff, 0x0072b2, 0xd55e00, 0x009e73, 0xb5548a, 0xc77f00,
      0x56b4e9, 0x7a7a7a, 0xb8d4ea, 0x7fb2da, 0x3f86bf, 0x1b5c96, 0x0b3560),
  /** Light marks on near black. */
  DARK(
      0xe8ecf1, 0xa3adba, 0x2c333d, 0x14181e, 0x56b4e9, 0xf0803c, 0x2fbf95, 0xd99cc0, 0xe69f00,
      0xf0e442, 0xb0b0b0, 0x1f4d70, 0x2f7aad, 0x56b4e9, 0x9bd3f3, 0xe4f4fd);

  @SuppressWarnings("ImmutableEnumChecker") // filled in the constructor, never after
  private final Map<Ink, Integer> colours = new EnumMap<>(Ink.class);

  Theme(int... rgb) {
    Ink[] inks = Ink.values();
    if (rgb.length != inks.length) {
      throw new IllegalStateException(
          "theme: %d colours for %d roles".formatted(rgb.length, inks.length));
    }
    for (int i = 0; i < inks.length; i++) {
      colours.put(inks[i], rgb[i]);
    }
  }

  /** The colour of a paint as 0xRRGGBB. */
  public int rgb(Paint paint) {
    return switch (paint) {
      case Ink ink -> colours.getOrDefault(ink, 0);
      case Paint.Ramp ramp -> ramp.rgb();
    };
  }

  /** Declarations of all custom properties, for the body of a CSS rule. */
  public String css() {
    StringBuilder css = new StringBuilder();
    for (Ink ink : Ink.values()) {
      css.append(ink.variable()).append(':').append(hex(rgb(ink))).append(';');
    }
    return css.toString();
  }

  static String hex(int rgb) {
    return "#%06x".formatted(rgb);
  }
}
