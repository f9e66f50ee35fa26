package org.lightpath.cli.figure;

/**
 * A line of text to be drawn.
 *
 * @param content the text
 * @param x anchor [px]
 * @param y baseline [px]
 * @param role its size and weight
 * @param anchor which part of it stands at the anchor
 */
record Text(String content, double x, double y, Role role, Anchor anchor) {
  /** Sizes and weights. */
  enum Role {
    TITLE(14.5, true, Paint.Ink.INK, false),
    LABEL(12.5, false, Paint.Ink.INK, false),
    TICK(11.5, false, Paint.Ink.MUTED, false),
    LEGEND(12, false, Paint.Ink.INK, false),
    NOTE(13, false, Paint.Ink.MUTED, false),
    UPRIGHT_LABEL(12.5, false, Paint.Ink.INK, true);

    private final double size;
    private final boolean bold;
    private final Paint.Ink ink;
    private final boolean upright;

    Role(double size, boolean bold, Paint.Ink ink, boolean upright) {
      this.size = size;
      this.bold = bold;
      this.ink = ink;
      this.upright = upright;
    }

    double size() {
      return size;
    }

    boolean bold() {
      return bold;
    }

    Paint.Ink ink() {
      return ink;
    }

    /** Whether it reads from bottom to top. */
    boolean upright() {
      return upright;
    }
  }

  /** Which part stands at the anchor. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /**
   * Width of {@code content} in a common sans-serif face [px], a little generous: the reader's font
   * is not known, and labels must not touch.
   */
  static double width(String content, Role role) {
    double em = 0;
    for (int i = 0; i < content.length(); i++) {
      em += advance(content.charAt(i));
    }
    return em * role.size() * (role.bold() ? 1.1 : 1.03);
  }

  private static double advance(char c) {
    if ("iljI.,:;|'!()[]ft\u202f\u00a0 ".indexOf(c) >= 0) {
      return 0.34;
    }
    if ("mwMW@%".indexOf(c) >= 0) {
      return 0.92;
    }
    if ("⁰¹²³⁴⁵⁶⁷⁸⁹⁻".indexOf(c) >= 0) {
      return 0.42;
    }
    return Character.isUpperCase(c) ? 0.72 : 0.6;
  }
}
