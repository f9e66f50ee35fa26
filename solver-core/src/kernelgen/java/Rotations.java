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

  private Rotations(Dialect d) {
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
    head.let("magic", d.constant(d.literal(d.wide() ? 0x1.8p51 : 0x1.8p22)));
    constants(head, "s", sine);
    constants(head, "k", cosine);
    Body b = new Body(d, "      ");
    String[] offsets = {"xo", "yo"};
    for (int m = 0; m < modes; m++) {
      b.line("final int o" + m + " = " + offsets[m] + " + i * " + d.width() + ";");
      b.load("x" + m, "x", "o" + m);
    }
    power(b, modes);
    angle(b);
    for (int m = 0; m < modes; m++) {
      turn(b, m);
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

  private void constants(Body head, String name, Series series) {
    for (int k = 0; k < series.terms(); k++) {
      head.let(name + k, d.constant(d.literal(series.coefficient(k))));
    }
  }

  private void power(Body b, int modes) {
    b.let("p0", d.mul("x0r", "x0r"));
    int last = 0;
    for (int m = 0; m < modes; m++) {
      for (String part : new String[] {"r", "i"}) {
        if (m > 0 || part.equals("i")) {
          String x = "x" + m + part;
          b.let("p" + (last + 1), d.fma(x, x, "p" + last));
          last++;
        }
      }
    }
    b.let("p", "p" + last);
  }

  private void angle(Body b) {
    b.let("t", d.mul("p", "high"));
    b.let("error", d.productError("p", "high", "t"));
    b.let("shifted", d.add("t", "magic"));
    b.let("halves", d.sub("shifted", "magic"));
    b.let("rest", d.sub("t", "halves"));
    b.let("tail", d.fma("p", "low", "error"));
    b.let("a", d.add("rest", "tail"));
    b.let("z", d.mul("a", "a"));
    b.let("sn", d.mul(horner(b, "s", sine), "a"));
    b.let("cs", d.mul(horner(b, "k", cosine), "z"));
    b.line("final " + d.bitsValue() + " flip = " + d.signFromLastBit("shifted") + ";");
  }

  private String horner(Body b, String name, Series series) {
    String sum = name + (series.terms() - 1);
    for (int k = series.terms() - 2; k >= 0; k--) {
      String next = name + "h" + k;
      b.let(next, d.fma(sum, "z", name + k));
      sum = next;
    }
    return sum;
  }

  private void turn(Body b, int m) {
    String x = "x" + m;
    b.let("d" + m + "r", d.sum(x + "r", "cs", x + "i", "sn"));
    b.let("d" + m + "i", d.difference(x + "i", "cs", x + "r", "sn"));
    b.add("y" + m, x, "d" + m);
    b.let("f" + m + "r", d.flip("y" + m + "r", "flip"));
    b.let("f" + m + "i", d.flip("y" + m + "i", "flip"));
    b.store("f" + m, "x", "o" + m);
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
