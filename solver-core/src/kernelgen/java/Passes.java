import java.util.Locale;

/**
 * One stage outside the vectors, r rows at a time.
 *
 * <p>Forward (decimation in frequency): z_m = w^m Σ_q x_q e^(−2πjmq/r), m = 0 … r−1, with x_q the
 * block of row q and w = e^(−2πji/n) of the column's lanes. Inverse: x_q = Σ_m conj(w^m) z_m
 * e^(+2πjmq/r), which undoes it up to the factor r.
 *
 * <p>Cost of a radix 4 butterfly for each block: 2 vectors read and written, 1.5 vectors of twiddle
 * factors read, 4 additions and 4 multiplications or fused operations; with one addition, one
 * multiplication and half a store a cycle (Zen 4, 512 bit) the floor is 4 cycles, set by the
 * stores.
 */
final class Passes {
  /** How a loop walks. */
  enum Shape {
    /** Neighbouring columns in place: twiddle factors stream, all strides but the rows' constant. */
    ALONG("%1$s x, int xo, int row, int count, %1$s w, int wo", "x, xo, row, count, w, wo"),
    /** One column of many sub-transforms in place: twiddle factors stay in registers. */
    ACROSS(
        "%1$s x, int xo, int row, int step, int count, %1$s w, int wo",
        "x, xo, row, step, count, w, wo"),
    /** 2^shift columns of each of several neighbouring sub-transforms in place. */
    WITHIN(
        "%1$s x, int xo, int row, int shift, int count, %1$s w, int wo",
        "x, xo, row, shift, count, w, wo"),
    /** Neighbouring columns from one array to another. */
    MOVE(
        "%1$s src, int so, int srow, %1$s dst, int to, int drow, int count, %1$s w, int wo",
        "src, so, srow, dst, to, drow, count, w, wo");

    private final String parameters;
    private final String arguments;

    Shape(String parameters, String arguments) {
      this.parameters = parameters;
      this.arguments = arguments;
    }
  }

  private static final int[] RADICES = {2, 3, 4, 5, 7, 8};

  private final Dialect d;
  private final Shape shape;
  private final boolean inverse;

  private Passes(Dialect d, Shape shape, boolean inverse) {
    this.d = d;
    this.shape = shape;
    this.inverse = inverse;
  }

  /** All passes of a class: for each shape and direction the choice of the radix and the loops. */
  static String emitAll(Dialect d) {
    StringBuilder text = new StringBuilder();
    for (Shape shape : Shape.values()) {
      for (boolean inverse : new boolean[] {false, true}) {
        Passes passes = new Passes(d, shape, inverse);
        text.append(passes.choice());
        for (int radix : RADICES) {
          text.append(passes.loop(radix));
        }
      }
    }
    return text.toString();
  }

  private String name() {
    String suffix = shape.name().charAt(0) + shape.name().substring(1).toLowerCase(Locale.ROOT);
    return (inverse ? "inverse" : "forward") + suffix;
  }

  private String choice() {
    StringBuilder cases = new StringBuilder();
    for (int radix : RADICES) {
      cases.append("      case %d -> %s%d(%s);\n".formatted(radix, name(), radix, shape.arguments));
    }
    return """
          @Override
          public void %s(int radix, %s) {
            switch (radix) {
        %s      default -> throw new IllegalArgumentException("radix " + radix);
            }
          }

        """
        .formatted(name(), shape.parameters.formatted(d.array()), cases);
  }

  private String loop(int radix) {
    Body head = new Body(d, "    ");
    Butterfly.constants(head, radix);
    Body b = new Body(d, "      ");
    boolean move = shape == Shape.MOVE;
    indices(head, b, radix);
    String o = "o";
    for (int q = 0; q < radix; q++) {
      b.load((inverse && q > 0 ? "v" : "x") + q, move ? "src" : "x", row(o, move ? "s" : "", q));
    }
    for (int m = 1; inverse && m < radix; m++) {
      twiddle(b, m);
      b.multiply("x" + m, "v" + m, "w" + m, true);
    }
    Butterfly.emit(b, radix, "x", "y", inverse);
    String target = move ? "p" : "o";
    b.store("y0", move ? "dst" : "x", target);
    for (int m = 1; m < radix; m++) {
      if (!inverse) {
        twiddle(b, m);
        b.multiply("z" + m, "y" + m, "w" + m, false);
      }
      b.store((inverse ? "y" : "z") + m, move ? "dst" : "x", row(target, move ? "d" : "", m));
    }
    return """
          private static void %s%d(%s) {
        %s    for (int i = 0; i < count; i++) {
        %s    }
          }

        """
        .formatted(name(), radix, shape.parameters.formatted(d.array()), head.text(), b.text());
  }

  private void indices(Body head, Body b, int radix) {
    if (shape == Shape.ACROSS) {
      for (int m = 1; m < radix; m++) {
        head.load("w" + m, "w", Body.plus("wo", (m - 1) * d.width()));
      }
      b.line("final int o = xo + i * step;");
      return;
    }
    if (shape == Shape.WITHIN) {
      head.line("final int step = " + radix + " * row;");
      head.line("final int mask = (1 << shift) - 1;");
      b.line("final int o = xo + (i >> shift) * step + (i & mask) * " + d.width() + ";");
      b.line("final int t = wo + (i & mask) * " + d.width() * (radix - 1) + ";");
      return;
    }
    b.line("final int c = i * " + d.width() + ";");
    if (shape == Shape.MOVE) {
      b.line("final int o = so + c;");
      b.line("final int p = to + c;");
    } else {
      b.line("final int o = xo + c;");
    }
    b.line("final int t = wo + i * " + d.width() * (radix - 1) + ";");
  }

  private void twiddle(Body b, int m) {
    if (shape != Shape.ACROSS) {
      b.load("w" + m, "w", Body.plus("t", (m - 1) * d.width()));
    }
  }

  private static String row(String base, String prefix, int q) {
    return switch (q) {
      case 0 -> base;
      case 1 -> base + " + " + prefix + "row";
      default -> base + " + " + q + " * " + prefix + "row";
    };
  }
}
