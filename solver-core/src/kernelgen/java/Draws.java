/**
 * Standard normals of neighbouring Philox counters: 64-bit lanes hold 32-bit words, so that one
 * multiplication gives both halves of a product; the words of even and odd counters are then laid
 * side by side for single precision.
 *
 * <p>ln u is taken of the word's distance from 0 or from 1, whichever is smaller, as e ln 2 + 2
 * artanh((m − 1)/(m + 1)) with m in [√½, √2): exact to a few ulp also where u is close to 1. The
 * angle is reduced to a quarter turn by shifts of the word.
 *
 * <p>Cost for each 64-bit lane and two words: 10 rounds of 2 products, 2 shifts and 6 logical
 * operations; logarithm, root and cosine take about 40 operations a vector.
 */
final class Draws {
  private static final int ROUNDS = 10;
  private static final int M0 = 0xD2511F53;
  private static final int M1 = 0xCD9E8D57;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;

  private final Dialect d;

  private Draws(Dialect d) {
    this.d = d;
  }

  static String emitAll(Dialect d) {
    Draws draws = new Draws(d);
    return (d.wide() ? ENTRY_DOUBLE : ENTRY_SINGLE)
        + draws.rounds(false)
        + draws.rounds(true)
        + draws.normals(false)
        + draws.normals(true);
  }

  /** h = Σ c_k z^k. */
  static void horner(Body b, Series series, String h, String z) {
    double[] c = new double[series.terms()];
    for (int k = 0; k < c.length; k++) {
      c[k] = series.coefficient(k);
    }
    horner(b, c, h, z);
  }

  private static void horner(Body b, double[] c, String h, String z) {
    String sum = b.d.constant(b.d.literal(c[c.length - 1]));
    for (int k = c.length - 2; k >= 0; k--) {
      String next = k == 0 ? h : h + k;
      b.let(next, b.d.fma(sum, z, b.d.constant(b.d.literal(c[k]))));
      sum = next;
    }
  }

  private static final String ENTRY_DOUBLE =
      """
        @Override
        public void normals(
            Draw draw, long index, boolean upper, int vectors, @A x, long[] scratch) {
          rounds(draw, index, upper, vectors, scratch, 0);
          cosines(scratch, vectors, x);
        }

        @Override
        public void pairs(Draw draw, long index, int vectors, @A x, @A y, long[] scratch) {
          rounds(draw, index, false, vectors, scratch, 0);
          both(scratch, vectors, x, y);
        }

      """
          + common();

  private static final String ENTRY_SINGLE =
      """
        @Override
        public void normals(
            Draw draw, long index, boolean upper, int vectors, @A x, long[] scratch) {
          rounds(draw, index, upper, vectors, scratch, 0);
          rounds(draw, index + 1, upper, vectors, scratch, 2 * vectors * LONG_LANES);
          cosines(scratch, vectors, x);
        }

        @Override
        public void pairs(Draw draw, long index, int vectors, @A x, @A y, long[] scratch) {
          rounds(draw, index, false, vectors, scratch, 0);
          rounds(draw, index + 1, false, vectors, scratch, 2 * vectors * LONG_LANES);
          both(scratch, vectors, x, y);
        }

      """
          + common();

  private static String common() {
    return """
        private static void rounds(
            Draw draw, long index, boolean upper, int vectors, long[] w, int wo) {
          if (upper) {
            upperWords(draw.seed(), draw.stream(), draw.sample(), index, vectors, w, wo);
          } else {
            lowerWords(draw.seed(), draw.stream(), draw.sample(), index, vectors, w, wo);
          }
        }

      """;
  }

  /** Words 0 and 1 or 2 and 3 of counters, in the low halves; the high halves hold anything. */
  private String rounds(boolean upper) {
    Body head = new Body(d, "    ");
    Body b = new Body(d, "      ");
    head.line("final int k0 = (int) seed;");
    head.line("final int k1 = (int) (seed >>> 32);");
    head.line("final long p = " + (M1 & 0xFFFFFFFFL) + "L * (sample & 0xFFFFFFFFL);");
    constant(head, "mask", "0xFFFFFFFFL");
    constant(head, "m0", (M0 & 0xFFFFFFFFL) + "L");
    constant(head, "m1", (M1 & 0xFFFFFFFFL) + "L");
    for (int r = 0; r < ROUNDS; r++) {
      String x = r == 0 ? "(p >>> 32) ^ " : "";
      String y = r == 0 ? "(stream & 0xFFFFFFFFL) ^ " : "";
      constant(head, "x" + r, x + "((k0 + " + r * W0 + ") & 0xFFFFFFFFL)");
      constant(head, "y" + r, y + "((k1 + " + r * W1 + ") & 0xFFFFFFFFL)");
    }
    constant(head, "first", "p");
    head.line("final LongVector count = LongVector.fromArray(LONGS, COUNT, 0);");
    head.line("final int qo = wo + vectors * LONG_LANES;");
    b.line("final long at = index + (long) i * " + d.lanes() + ";");
    let(b, "element", "LongVector.broadcast(LONGS, at).add(count)");
    let(b, "a0", "element.and(mask)");
    let(b, "b0", "element.lanewise(VectorOperators.LSHR, 32)");
    for (int r = 0; r < ROUNDS; r++) {
      round(b, r, upper);
    }
    String result = upper ? "c" : "a";
    b.line(result + ROUNDS + ".intoArray(w, wo + i * LONG_LANES);");
    b.line((upper ? "d" : "b") + ROUNDS + ".intoArray(w, qo + i * LONG_LANES);");
    return """
          private static void %sWords(
              long seed, int stream, int sample, long index, int vectors, long[] w, int wo) {
        %s    for (int i = 0; i < vectors; i++) {
        %s    }
          }

        """
        .formatted(upper ? "upper" : "lower", head.text(), b.text());
  }

  /** (a, b, c, d) → (high(c M1) ^ b ^ x, low(c M1), high(a M0) ^ d ^ y, low(a M0)). */
  private static void round(Body b, int r, boolean upper) {
    boolean last = r == ROUNDS - 1;
    int n = r + 1;
    if (!last || upper) {
      let(b, "p" + r, (r == 0 ? "a0" : "a" + r + ".and(mask)") + ".mul(m0)");
      String high = "p" + r + ".lanewise(VectorOperators.LSHR, 32)";
      String rest = r == 0 ? "" : ".lanewise(VectorOperators.XOR, d" + r + ")";
      let(b, "c" + n, high + rest + ".lanewise(VectorOperators.XOR, y" + r + ")");
      let(b, "d" + n, "p" + r);
    }
    if (last && upper) {
      return;
    }
    if (r == 0) {
      let(b, "a1", "b0.lanewise(VectorOperators.XOR, x0)");
      let(b, "b1", "first");
      return;
    }
    let(b, "q" + r, "c" + r + ".and(mask).mul(m1)");
    String high = "q" + r + ".lanewise(VectorOperators.LSHR, 32)";
    String rest = ".lanewise(VectorOperators.XOR, b" + r + ")";
    let(b, "a" + n, high + rest + ".lanewise(VectorOperators.XOR, x" + r + ")");
    let(b, "b" + n, "q" + r);
  }

  private static void let(Body b, String name, String expression) {
    b.line("final LongVector " + name + " = " + expression + ";");
  }

  private static void constant(Body b, String name, String expression) {
    let(b, name, "LongVector.broadcast(LONGS, " + expression + ")");
  }

  private String normals(boolean both) {
    Body b = new Body(d, "      ");
    if (d.wide()) {
      wideRadius(b);
    } else {
      singleRadius(b);
    }
    b.let("s", "f.div(f.add(" + d.constant(d.literal(2)) + "))");
    b.let("ss", d.mul("s", "s"));
    double[] c = new double[d.wide() ? 11 : 5];
    for (int k = 0; k < c.length; k++) {
      c[k] = 2.0 / (2 * k + 1);
    }
    horner(b, c, "h", "ss");
    b.let("log", d.fma("e", d.constant(d.literal(Math.log(2))), d.mul("s", "h")));
    b.let("radius", "log.mul(" + d.constant(d.literal(-2)) + ").sqrt()");
    b.let("z", d.mul("angle", "angle"));
    horner(b, Series.cosine(d.wide() ? 10 : 5), "k", "z");
    b.let("cosine", d.fma("k", "z", d.constant(d.literal(1))));
    b.let("n", d.flip(d.mul("radius", "cosine"), "flip"));
    b.line(d.store("n", "x", "i * @L") + ";");
    if (both) {
      horner(b, Series.sine(d.wide() ? 10 : 5), "l", "z");
      b.let("sine", d.mul("l", "angle"));
      b.let("m", d.flip(d.mul("radius", "sine"), "flip"));
      b.line(d.store("m", "y", "i * @L") + ";");
    }
    return """
          private static void %s {
            final int section = vectors * LONG_LANES;
            final LongVector mask = LongVector.broadcast(LONGS, 0xFFFFFFFFL);
            for (int i = 0; i < vectors; i++) {
              final int o = i * LONG_LANES;
        %s    }
          }

        """
        .formatted(
            both
                ? "both(long[] w, int vectors, @A x, @A y)"
                : "cosines(long[] w, int vectors, @A x)",
            b.text());
  }

  /** e and f of ln u = e ln 2 + ln(1 + f); angle in turns, at most a quarter, and its sign. */
  private static void wideRadius(Body b) {
    let(b, "p", "LongVector.fromArray(LONGS, w, o)");
    let(b, "q", "LongVector.fromArray(LONGS, w, o + section)");
    String bits = "p.and(mask).lanewise(VectorOperators.OR, 0x4330000000000000L)";
    b.let("word", bits + ".reinterpretAsDoubles().sub(" + b.d.constant("0x1p52") + ")");
    b.let("u", b.d.fma("word", b.d.constant("0x1p-32"), b.d.constant("0x1p-33")));
    let(b, "ix", "u.reinterpretAsLongs().sub(0x3fe6a09e667f3bcdL)");
    let(b, "ei", "ix.lanewise(VectorOperators.ASHR, 52).add(0x4338000000000000L)");
    b.let("e", "ei.reinterpretAsDoubles().sub(" + b.d.constant("0x1.8p52") + ")");
    let(b, "mi", "ix.and(0xfffffffffffffL).add(0x3fe6a09e667f3bcdL)");
    b.let("f", "mi.reinterpretAsDoubles().sub(" + b.d.constant("1.0") + ")");
    let(b, "twice", "q.lanewise(VectorOperators.LSHL, 1)");
    let(
        b,
        "flip",
        "q.lanewise(VectorOperators.XOR, twice).lanewise(VectorOperators.LSHL, 32)"
            + ".and(0x8000000000000000L)");
    let(
        b,
        "rest",
        "q.lanewise(VectorOperators.LSHL, 33).lanewise(VectorOperators.ASHR, 33)"
            + ".add(0x4338000000000000L)");
    b.let("turn", "rest.reinterpretAsDoubles().sub(" + b.d.constant("0x1.8p52") + ")");
    b.let("angle", b.d.fma("turn", b.d.constant("0x1p-32"), b.d.constant("0x1p-33")));
  }

  private static void singleRadius(Body b) {
    merge(b, "p", "o", "o + 2 * section");
    merge(b, "q", "o + section", "o + 3 * section");
    integer(b, "sign", "p.lanewise(VectorOperators.ASHR, 31)");
    integer(b, "least", "p.lanewise(VectorOperators.XOR, sign)");
    String scale = b.d.constant("0x1p-32f");
    String half = b.d.constant("0x1p-33f");
    b.let("t", b.d.fma(converted("least"), scale, half));
    // v = t, or 1 − t with what its rounding loses.
    b.let("g", converted("sign"));
    b.let("c", b.d.fma("g", b.d.constant("2f"), b.d.constant("1f")));
    b.let("one", "g.neg()");
    b.let("v", b.d.fma("t", "c", "one"));
    b.let("lost", b.d.fma("t", "c", b.d.sub("one", "v")));
    integer(b, "ix", "v.reinterpretAsInts().sub(0x3f3504f3)");
    integer(b, "ei", "ix.lanewise(VectorOperators.ASHR, 23)");
    b.let("e", converted("ei"));
    integer(b, "mi", "ix.and(0x7fffff).add(0x3f3504f3)");
    b.let("f", "mi.reinterpretAsFloats().sub(" + b.d.constant("1f") + ").add(lost)");
    integer(b, "twice", "q.lanewise(VectorOperators.LSHL, 1)");
    integer(b, "flip", "q.lanewise(VectorOperators.XOR, twice).and(0x80000000)");
    integer(b, "rest", "twice.lanewise(VectorOperators.ASHR, 1)");
    b.let("angle", b.d.fma(converted("rest"), scale, half));
  }

  private static String converted(String ints) {
    return "((FloatVector) " + ints + ".convert(VectorOperators.I2F, 0))";
  }

  private static void integer(Body b, String name, String expression) {
    b.line("final IntVector " + name + " = " + expression + ";");
  }

  private static void merge(Body b, String name, String even, String odd) {
    let(b, name + "e", "LongVector.fromArray(LONGS, w, " + even + ").and(mask)");
    let(
        b,
        name + "o",
        "LongVector.fromArray(LONGS, w, " + odd + ").lanewise(VectorOperators.LSHL, 32)");
    integer(
        b,
        name,
        name + "e.lanewise(VectorOperators.OR, " + name + "o).reinterpretAsInts()");
  }

  static String scalar() {
    return """
          @Override
          public void normals(
              Draw draw, long index, boolean upper, int vectors, @A x, long[] scratch) {
            for (int i = 0; i < vectors; i++) {
              Philox.words(draw.seed(), draw.stream(), draw.sample(), index + i, words);
              final double radius = Math.sqrt(-2 * Math.log(Philox.uniform(words[upper ? 2 : 0])));
              final double angle = 2 * Math.PI * Philox.uniform(words[upper ? 3 : 1]);
              x[i] = (@E) (radius * Math.cos(angle));
            }
          }

          @Override
          public void pairs(Draw draw, long index, int vectors, @A x, @A y, long[] scratch) {
            for (int i = 0; i < vectors; i++) {
              Philox.complexNormal(
                  draw.seed(), draw.stream(), draw.sample(), index + i, words, normal);
              x[i] = (@E) normal[0];
              y[i] = (@E) normal[1];
            }
          }

          private final int[] words = new int[4];
          private final double[] normal = new double[2];

        """;
  }
}
