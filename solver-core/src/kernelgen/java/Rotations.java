/**
 * Kerr rotation x ← x e^(−2πjcP) of one mode (P = |x|²) or of two that share P = |x|² + |y|².
 *
 * <p>Turns t = c P are formed with the error of the product (fused multiply-add), halves of turns
 * are taken off by adding and subtracting 1.5·2^(p−2), whose last bit is then the sign, and sin and
 * cos − 1 of the rest, at most a quarter turn, are polynomials. x + (x (cos − 1) − …) is summed
 * last, so that small angles do not round cos to 1: with a rounded cos the modulus grows with every
 * step.
 *
 * <p>Cost for each block and mode in single precision: 2 vectors read and written, 38 operations
 * for one mode; with four 256-bit pipes the floor is 19 cycles (Zen 4).
 */
final class Rotations {
  private final Dialect d;
  private final Series sine;
  private final Series cosine;

  Rotations(Dialect d) {
    this.d = d;
    int terms = d.wide() ? 10 : 5;
    this.sine = Series.sine(terms);
    this.cosine = Series.cosine(terms);
  }

  /** Rotation kernels for one and two modes, and the scaling kernel. */
  static String emitAll(Dialect d) {
    Rotations rotations = new Rotations(d);
    return rotations.entry("rotateOne", "int xo", "xo")
        + rotations.kernel("One", 1)
        + rotations.entry("rotateTwo", "int xo, int yo", "xo, yo")
        + rotations.kernel("Two", 2)
        + rotations.four()
        + scale(d);
  }

  private String entry(String name, String offsets, String arguments) {
    String e = d.element();
    String parts =
        d.wide() ? "high, low" : "(float) high, (float) (high - (float) high + low)";
    return """
          @Override
          public void %1$s(%2$s[] x, %3$s, int blocks, double high, double low) {
            %6$s(x, %4$s, blocks, %5$s);
          }

        """
        .formatted(name, e, offsets, arguments, parts, name.replace("rotate", "turn"));
  }

  private String kernel(String suffix, int modes) {
    Body head = new Body(d, "    ");
    head.let("high", d.constant("c"));
    head.let("low", d.constant("lost"));
    series(head);
    Body b = new Body(d, "      ");
    String[] offsets = {"xo", "yo"};
    for (int m = 0; m < modes; m++) {
      b.line("final int o" + m + " = " + offsets[m] + " + i * " + d.width() + ";");
      b.load("x" + m, "x", "o" + m);
    }
    String[] x = modes == 1 ? new String[] {"x0"} : new String[] {"x0", "x1"};
    rotation(b, "", x);
    for (int m = 0; m < modes; m++) {
      b.store(x[m] + "f", "x", "o" + m);
    }
    return """
          private static void turn%s(
              %s x, int %s, int count, %s c, %s lost) {
        %s    for (int i = 0; i < count; i++) {
        %s    }
          }

        """
        .formatted(
            suffix,
            d.array(),
            modes == 1 ? "xo" : "xo, int yo",
            d.element(),
            d.element(),
            head.text(),
            b.text());
  }

  /** Declares what {@link #reduce} takes. */
  void series(Body head) {
    head.let("magic", d.constant(d.literal(d.wide() ? 0x1.8p51 : 0x1.8p22)));
    constants(head, "s", sine);
    constants(head, "k", cosine);
  }

  private void constants(Body head, String name, Series series) {
    for (int k = 0; k < series.terms(); k++) {
      head.let(name + k, d.constant(d.literal(series.coefficient(k))));
    }
  }

  /** Turns the values x by their common power; the results are called xf. Names begin with s. */
  private void rotation(Body b, String s, String[] x) {
    String power = s + "p";
    b.let(power, d.mul(x[0] + "r", x[0] + "r"));
    for (int i = 1; i < 2 * x.length; i++) {
      String part = x[i / 2] + (i % 2 == 0 ? "r" : "i");
      b.let(power + i, d.fma(part, part, power));
      power += i;
    }
    angle(b, s, power);
    for (String value : x) {
      b.let(value + "dr", d.sum(value + "r", s + "cs", value + "i", s + "sn"));
      b.let(value + "di", d.difference(value + "i", s + "cs", value + "r", s + "sn"));
      b.add(value + "y", value, value + "d");
      b.let(value + "fr", d.flip(value + "yr", s + "flip"));
      b.let(value + "fi", d.flip(value + "yi", s + "flip"));
    }
  }

  private void angle(Body b, String s, String p) {
    b.let(s + "t", d.mul(p, "high"));
    b.let(s + "error", d.productError(p, "high", s + "t"));
    b.let(s + "tail", d.fma(p, "low", s + "error"));
    reduce(b, s);
  }

  /** cos − 1 and sin of the turns st + stail, up to the signs in sflip. */
  void reduce(Body b, String s) {
    b.let(s + "shifted", d.add(s + "t", "magic"));
    b.let(s + "halves", d.sub(s + "shifted", "magic"));
    b.let(s + "rest", d.sub(s + "t", s + "halves"));
    b.let(s + "a", d.add(s + "rest", s + "tail"));
    b.let(s + "z", d.mul(s + "a", s + "a"));
    b.let(s + "sn", d.mul(horner(b, s, "s", sine), s + "a"));
    b.let(s + "cs", d.mul(horner(b, s, "k", cosine), s + "z"));
    b.line("final " + d.bitsValue() + " " + s + "flip = " + d.signFromLastBit(s + "shifted") + ";");
  }

  private String horner(Body b, String s, String name, Series series) {
    String sum = name + (series.terms() - 1);
    for (int k = series.terms() - 2; k >= 0; k--) {
      String next = s + name + "h" + k;
      b.let(next, d.fma(sum, s + "z", name + k));
      sum = next;
    }
    return sum;
  }

  /**
   * The radix 4 stage back, the rotation of one mode and the stage forward, in registers: four rows
   * are read and written once.
   */
  private String four() {
    Body head = new Body(d, "    ");
    head.let("high", d.constant("c"));
    head.let("low", d.constant("lost"));
    series(head);
    Body b = new Body(d, "      ");
    b.line("final int o = xo + i * " + d.width() + ";");
    b.line("final int u = wo + i * " + 3 * d.width() + ";");
    String[] rows = {"o", "o + row", "o + 2 * row", "o + 3 * row"};
    for (int q = 0; q < 4; q++) {
      b.load((q == 0 ? "b" : "v") + q, "x", rows[q]);
    }
    for (int m = 1; m < 4; m++) {
      b.load("w" + m, "w", Body.plus("u", (m - 1) * d.width()));
      b.multiply("b" + m, "v" + m, "w" + m, true);
    }
    Butterfly.emit(b, 4, "b", "x", true);
    for (int q = 0; q < 4; q++) {
      rotation(b, "q" + q, new String[] {"x" + q});
      b.alias("g" + q, "x" + q + "f");
    }
    Butterfly.emit(b, 4, "g", "y", false);
    b.store("y0", "x", rows[0]);
    for (int m = 1; m < 4; m++) {
      b.multiply("f" + m, "y" + m, "w" + m, false);
      b.store("f" + m, "x", rows[m]);
    }
    String e = d.element();
    String parts = d.wide() ? "high, low" : "(float) high, (float) (high - (float) high + low)";
    return """
          @Override
          public void rotateFour(
              %1$s x, int xo, int row, int count, %1$s w, int wo, double high, double low) {
            turnFour(x, xo, row, count, w, wo, %3$s);
          }

          private static void turnFour(
              %1$s x, int xo, int row, int count, %1$s w, int wo, %2$s c, %2$s lost) {
        %4$s    for (int i = 0; i < count; i++) {
        %5$s    }
          }

        """
        .formatted(d.array(), e, parts, head.text(), b.text());
  }

  private static String scale(Dialect d) {
    Body b = new Body(d, "      ");
    b.line("final int o = xo + i * " + d.width() + ";");
    b.load("x", "x", "o");
    b.let("yr", d.mul("xr", "f"));
    b.let("yi", d.mul("xi", "f"));
    b.store("y", "x", "o");
    return """
          @Override
          public void scale(%s x, int xo, int blocks, double factor) {
            final %s f = %s;
            for (int i = 0; i < blocks; i++) {
        %s    }
          }
        """
        .formatted(d.array(), d.value(), d.constant(d.wide() ? "factor" : "(float) factor"), b.text());
  }
}
