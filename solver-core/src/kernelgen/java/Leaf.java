import java.util.Locale;

/**
 * The last log₂L stages, which lie inside the vectors, on two or four neighbouring blocks.
 *
 * <p>A stage interleaves the lanes of vectors a, b (perfect shuffle, one two-vector permutation for
 * each result), which brings the next bit of the time index into the number of the vector; then
 * butterflies work lane by lane with constant twiddle factors. Four blocks take two bits at a time
 * (radix 4), and one more as pairs if log₂L is odd; two blocks take one bit at a time. The inverse
 * mirrors it. FILTER multiplies by H between the two.
 *
 * <p>A permutation is one call. Permuting the bits as integers takes up to six, each of which the
 * compiler must inline: with so many, it now and then gave up near the end of a kernel and boxed
 * vectors there, for good.
 *
 * <p>Cost of FILTER with L = 16 for each block: 2 vectors read and written, 2 of H read, 16
 * permutations, 18 additions, 10 multiplications or fused operations; with four 256-bit pipes the
 * floor is 22 cycles (Zen 4), set by the arithmetic; the latency of the chain costs another factor
 * of about 1.8.
 */
final class Leaf {
  /** What a kernel does. */
  enum Part {
    FORWARD,
    FILTER,
    INVERSE
  }

  private final Dialect d;
  private final Part part;
  private final Body b;
  private int serial;

  private Leaf(Dialect d, Part part) {
    this.d = d;
    this.part = part;
    this.b = new Body(d, "      ");
  }

  /** The three kernels and the choice between four and two blocks. */
  static String emitAll(Dialect d) {
    StringBuilder text = new StringBuilder();
    for (Part part : Part.values()) {
      Leaf choice = new Leaf(d, part);
      text.append(choice.choice());
      if (!d.scalar()) {
        text.append(new Leaf(d, part).kernel(2)).append(new Leaf(d, part).kernel(4));
      } else if (part == Part.FILTER) {
        text.append(new Leaf(d, part).kernel(1));
      }
    }
    return text.toString();
  }

  private String name() {
    return part.name().toLowerCase(Locale.ROOT);
  }

  private boolean filter() {
    return part == Part.FILTER;
  }

  private String parameters() {
    return filter() ? ", " + d.array() + " h, int ho" : "";
  }

  private String choice() {
    String arguments = filter() ? ", h, ho" : "";
    String body =
        """
            if (blocks %% 4 == 0) {
              %1$s4(x, xo, blocks / 4%2$s);
            } else {
              %1$s2(x, xo, blocks / 2%2$s);
            }
        """
            .formatted(name(), arguments);
    if (d.scalar()) {
      body = filter() ? "    filter1(x, xo, blocks, h, ho);\n" : "";
    }
    return """
          @Override
          public void %s(%s x, int xo, int blocks%s) {
        %s  }

        """
        .formatted(name(), d.array(), parameters(), body);
  }

  private String kernel(int blocks) {
    String[] v = new String[blocks];
    for (int q = 0; q < blocks; q++) {
      v[q] = "v" + q;
      b.load(v[q], "x", Body.plus("o", d.width() * q));
    }
    if (part != Part.INVERSE) {
      forward(v);
    }
    if (filter()) {
      product(v);
    }
    if (part != Part.FORWARD) {
      inverse(v);
    }
    for (int q = 0; q < blocks; q++) {
      b.store(v[q], "x", Body.plus("o", d.width() * q));
    }
    return method(blocks);
  }

  private void forward(String[] v) {
    int bits = d.laneBits();
    for (; v.length == 4 && bits >= 2; bits -= 2) {
      forwardFour(v, bits);
    }
    for (; bits > 0; bits--) {
      for (int q = 0; q < v.length; q += 2) {
        forwardTwo(v, q, bits);
      }
    }
  }

  private void inverse(String[] v) {
    int bits = d.laneBits();
    int pairs = v.length == 4 ? bits % 2 : bits;
    for (int k = 1; k <= pairs; k++) {
      for (int q = 0; q < v.length; q += 2) {
        inverseTwo(v, q, k);
      }
    }
    for (int k = pairs + 2; k <= bits; k += 2) {
      inverseFour(v, k);
    }
  }

  /** Radix 2 on one pair, with {@code bits} bits of time left. */
  private void forwardTwo(String[] v, int q, int bits) {
    String s = fresh();
    exchange(v[q], v[q + 1], s + "x0", s + "x1", true);
    Butterfly.emit(b, 2, s + "x", s + "y", false);
    v[q] = s + "y0";
    v[q + 1] = s + "y1";
    if (bits > 1) {
      b.multiply(s + "z", v[q + 1], "r" + bits, false);
      v[q + 1] = s + "z";
    }
  }

  private void inverseTwo(String[] v, int q, int bits) {
    String s = fresh();
    b.alias(s + "x0", v[q]);
    if (bits > 1) {
      b.multiply(s + "x1", v[q + 1], "r" + bits, true);
    } else {
      b.alias(s + "x1", v[q + 1]);
    }
    Butterfly.emit(b, 2, s + "x", s + "y", true);
    v[q] = s + "v0";
    v[q + 1] = s + "v1";
    exchange(s + "y0", s + "y1", v[q], v[q + 1], false);
  }

  private void forwardFour(String[] v, int bits) {
    String s = fresh();
    exchange(v[0], v[1], s + "a0", s + "a1", true);
    exchange(v[2], v[3], s + "a2", s + "a3", true);
    exchange(s + "a0", s + "a2", s + "x0", s + "x1", true);
    exchange(s + "a1", s + "a3", s + "x2", s + "x3", true);
    Butterfly.emit(b, 4, s + "x", s + "y", false);
    for (int m = 0; m < 4; m++) {
      v[m] = s + "y" + m;
      if (m > 0 && bits > 2) {
        b.multiply(s + "z" + m, v[m], "e" + m, false);
        v[m] = s + "z" + m;
      }
    }
  }

  private void inverseFour(String[] v, int bits) {
    String s = fresh();
    for (int m = 0; m < 4; m++) {
      if (m > 0 && bits > 2) {
        b.multiply(s + "u" + m, v[m], "e" + m, true);
      } else {
        b.alias(s + "u" + m, v[m]);
      }
    }
    Butterfly.emit(b, 4, s + "u", s + "x", true);
    exchange(s + "x0", s + "x1", s + "a0", s + "a2", false);
    exchange(s + "x2", s + "x3", s + "a1", s + "a3", false);
    exchange(s + "a0", s + "a1", s + "v0", s + "v1", false);
    exchange(s + "a2", s + "a3", s + "v2", s + "v3", false);
    for (int q = 0; q < 4; q++) {
      v[q] = s + "v" + q;
    }
  }

  private void product(String[] v) {
    for (int q = 0; q < v.length; q++) {
      String s = fresh();
      b.load(s + "h", "h", Body.plus("k", d.width() * q));
      b.multiply(s, v[q], s + "h", false);
      v[q] = s;
    }
  }

  /** Interleaves the lanes of two vectors, or undoes that. */
  private void exchange(String a, String c, String x, String y, boolean zip) {
    String shuffle = zip ? "zip" : "unzip";
    for (String part : new String[] {"r", "i"}) {
      b.let(x + part, d.permute(shuffle + 0, a + part, c + part));
      b.let(y + part, d.permute(shuffle + 1, a + part, c + part));
    }
  }

  private String fresh() {
    return "p" + serial++;
  }

  private String method(int blocks) {
    String index = filter() ? "      final int k = ho + i * " + d.width() * blocks + ";\n" : "";
    return """
          private static void %s%d(%s x, int xo, int count%s) {
        %s    for (int i = 0; i < count; i++) {
              final int o = xo + i * %d;
        %s%s    }
          }

        """
        .formatted(
            name(),
            blocks,
            d.array(),
            parameters(),
            constants(blocks),
            d.width() * blocks,
            index,
            b.text());
  }

  private String constants(int blocks) {
    Body head = new Body(d, "    ");
    int lanes = d.lanes();
    for (int m = 1; blocks == 4 && d.laneBits() > 2 && m < 4; m++) {
      head.load("e" + m, "FOURTH_ROOTS", Integer.toString((m - 1) * 2 * lanes));
    }
    for (int k = 2; blocks == 2 && k <= d.laneBits(); k++) {
      head.load("r" + k, "ROOTS", Integer.toString((k - 1) * 2 * lanes));
    }
    for (int k = 0; k < 4 && !d.scalar() && !d.blends(); k++) {
      if (k < 2 ? part != Part.INVERSE : part != Part.FORWARD) {
        String name = (k < 2 ? "zip" : "unzip") + k % 2;
        head.line(d.shuffle(name, k));
      }
    }
    return head.text();
  }
}
