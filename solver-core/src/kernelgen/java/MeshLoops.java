/**
 * Light through interferometers and dense blocks of them.
 *
 * <p>{@code pair}: (x, y) ← (t₁₁ x + t₁₂ y, t₂₁ x + t₂₂ y). For each block 4 vectors read and
 * written, 4 multiplications and 12 fused operations (28 flops a lane).
 *
 * <p>{@code multiply}: four rows of a matrix times the rows of a panel. With s = re + im a complex
 * product takes three real ones (Gauss): p = aᵣ xᵣ, q = aᵢ xᵢ, r = aₛ xₛ, and a x = (p − q) +
 * j (r − p − q), subtracted once after the sums. For each step of the sum, panel of W blocks: 3 W
 * vectors and 12 numbers read, 12 W fused operations; 12 W sums stay in registers.
 */
final class MeshLoops {
  private static final int ROWS = 4;
  private static final String[] PLANES = {"r", "i", "s"};

  private final Dialect d;

  private MeshLoops(Dialect d) {
    this.d = d;
  }

  static String className(Dialect d) {
    return d.className().replace("Kernels", "MeshKernels");
  }

  /** Source of a class. */
  static String type(Dialect d, String packageName) {
    MeshLoops loops = new MeshLoops(d);
    return """
        package %s;

        %s/** Written by KernelGenerator: {@code %s}, %d lanes. */
        final class %s extends MeshKernels<%s> {
        %s  %s() {}

          @Override
          int lanes() {
            return %d;
          }

          @Override
          int panel() {
            return %d;
          }

        %s}
        """
        .formatted(
            packageName,
            loops.imports(),
            d.element(),
            d.lanes(),
            className(d),
            d.array(),
            loops.species(),
            className(d),
            d.lanes(),
            loops.panel(),
            loops.pair() + loops.chain() + loops.screen() + loops.spread() + loops.multiply() + loops.pack() + loops.numbers());
  }

  private String imports() {
    String plan = "import org.lightpath.core.plan.MeshColumns;\n\n";
    return d.scalar()
        ? plan
        : "import jdk.incubator.vector.%1$s;\nimport jdk.incubator.vector.VectorSpecies;\n%2$s"
            .formatted(d.value(), plan);
  }

  private String species() {
    return d.scalar()
        ? ""
        : "  private static final VectorSpecies<%s> SPECIES = %s.SPECIES_%d;\n\n"
            .formatted(d.wide() ? "Double" : "Float", d.value(), bits());
  }

  private int bits() {
    return d.lanes() * (d.wide() ? Double.SIZE : Float.SIZE);
  }

  /** Blocks of a panel: 24 sums fit the 32 registers of 512 bits, 12 the 16 of fewer. */
  private int panel() {
    return bits() == 512 ? 2 : 1;
  }

  private String method(String name, String parameters, String body) {
    return """
          @Override
          void %s(%s) {
        %s  }

        """
        .formatted(name, parameters.formatted(d.array()), body);
  }

  private static String loop(String count, Body b) {
    return "    for (int i = 0; i < " + count + "; i++) {\n" + b.text() + "    }\n";
  }

  private String pair() {
    Body head = new Body(d, "    ");
    for (int n = 0; n < 8; n++) {
      String number = "t[" + Body.plus("to", n) + "]";
      head.let("t" + n, d.constant(number));
      if (n % 2 == 1) {
        // The Vector API has no fused a − b c: the factor is negated instead.
        head.let("n" + n, d.constant("-" + number));
      }
    }
    Body b = new Body(d, "      ");
    b.line("final int o = i * " + d.width() + ";");
    b.load("x", "a", "xo + o");
    b.load("y", "a", "yo + o");
    output(b, "u", 0);
    output(b, "v", 4);
    b.store("u", "a", "xo + o");
    b.store("v", "a", "yo + o");
    return method(
        "pair", "%1$s a, int xo, int yo, int count, %1$s t, int to", head.text() + loop("count", b));
  }

  /** One block of two neighbouring rows through each of several interferometers. */
  private String chain() {
    Body b = new Body(d, "      ");
    b.line("final int xo = ao + at[i];");
    b.line("final int yo = xo + row;");
    b.line("final int o = to + from[i];");
    b.load("x", "a", "xo");
    b.load("y", "a", "yo");
    for (int n = 0; n < 8; n++) {
      b.let("t" + n, d.constant("t[" + Body.plus("o", n) + "]"));
    }
    split(b, "u", 0);
    split(b, "v", 4);
    b.store("u", "a", "xo");
    b.store("v", "a", "yo");
    return method(
        "chain",
        "%1$s a, int ao, int row, int[] at, int[] from, int count, %1$s t, int to",
        loop("count", b));
  }

  /** As output, without negated factors: one subtraction more, fewer registers. */
  private void split(Body b, String z, int t) {
    String t0 = "t" + t;
    String t1 = "t" + (t + 1);
    String t2 = "t" + (t + 2);
    String t3 = "t" + (t + 3);
    b.let(z + "r0", d.sum("yr", t2, "xr", t0));
    b.let(z + "r1", d.sum("yi", t3, "xi", t1));
    b.let(z + "r", d.sub(z + "r0", z + "r1"));
    b.let(z + "i0", d.sum("yr", t3, "xi", t0));
    b.let(z + "i1", d.sum("yi", t2, "xr", t1));
    b.let(z + "i", d.add(z + "i0", z + "i1"));
  }

  private void output(Body b, String z, int t) {
    String t0 = "t" + t;
    String t2 = "t" + (t + 2);
    combine(b, z + "r", t0, "n" + (t + 1), t2, "n" + (t + 3), "xr", "xi", "yr", "yi");
    combine(b, z + "i", t0, "t" + (t + 1), t2, "t" + (t + 3), "xi", "xr", "yi", "yr");
  }

  private void combine(Body b, String z, String... f) {
    b.let(z + "0", d.mul(f[0], f[4]));
    for (int k = 1; k < 4; k++) {
      b.let(k == 3 ? z : z + k, d.fma(f[k], f[4 + k], z + (k - 1)));
    }
  }

  private String screen() {
    Body head = new Body(d, "    ");
    head.let("wr", d.constant("t[to]"));
    head.let("wi", d.constant("t[to + 1]"));
    Body b = new Body(d, "      ");
    b.line("final int o = xo + i * " + d.width() + ";");
    b.load("x", "a", "o");
    b.multiply("y", "x", "w", false);
    b.store("y", "a", "o");
    return method(
        "screen", "%1$s a, int xo, int count, %1$s t, int to", head.text() + loop("count", b));
  }

  private String spread() {
    Body b = new Body(d, "      ");
    b.line("final int o = xo + i * row;");
    b.line("final int p = yo + i * step;");
    b.load("x", "a", "o");
    b.store("x", "y", "p");
    b.let("xs", d.add("xr", "xi"));
    b.line(d.store("xs", "y", "p + " + 2 * d.lanes()) + ";");
    return method(
        "spread",
        "%1$s a, int xo, int row, int rows, %1$s y, int yo, int step",
        loop("rows", b));
  }

  private String multiply() {
    String arguments = "m, mo, count, x, xo, y, yo, row";
    String choice =
        panel() == 1
            ? "    multiply1(" + arguments + ");\n"
            : """
                  if (blocks == 2) {
                    multiply2(%1$s);
                  } else {
                    multiply1(%1$s);
                  }
              """
                .formatted(arguments);
    String parameters = "%1$s m, int mo, int count, %1$s x, int xo, %1$s y, int yo, int row";
    StringBuilder text = new StringBuilder();
    text.append(method("multiply", "int blocks, " + parameters, choice));
    for (int blocks = 1; blocks <= panel(); blocks++) {
      text.append(
          "  private static void multiply%d(%s) {\n"
              .formatted(blocks, parameters.formatted(d.array())));
      text.append(product(blocks)).append("  }\n\n");
    }
    return text.toString();
  }

  private String product(int blocks) {
    Body head = new Body(d, "    ");
    Body b = new Body(d, "      ");
    Body tail = new Body(d, "    ");
    b.line("final int t = mo + i * " + 3 * ROWS + ";");
    b.line("final int o = xo + i * " + 3 * blocks * d.lanes() + ";");
    for (int plane = 0; plane < 3; plane++) {
      String p = PLANES[plane];
      for (int v = 0; v < blocks; v++) {
        b.let("x" + p + v, d.load("x", Body.plus("o", (3 * v + plane) * d.lanes())));
      }
      for (int q = 0; q < ROWS; q++) {
        String factor = "m" + p + q;
        b.let(factor, d.constant("m[" + Body.plus("t", plane * ROWS + q) + "]"));
        for (int v = 0; v < blocks; v++) {
          String sum = p + q + v;
          head.line(d.value() + " " + sum + " = " + d.constant(d.literal(0)) + ";");
          b.line(sum + " = " + d.fma(factor, "x" + p + v, sum) + ";");
        }
      }
    }
    for (int q = 0; q < ROWS; q++) {
      for (int v = 0; v < blocks; v++) {
        String z = "z" + q + v;
        tail.let(z + "r", d.sub("r" + q + v, "i" + q + v));
        tail.let(z + "t", d.sub("s" + q + v, "r" + q + v));
        tail.let(z + "i", d.sub(z + "t", "i" + q + v));
        String o = q == 0 ? "yo" : "yo + " + q + " * row";
        tail.store(z, "y", Body.plus(o, v * d.width()));
      }
    }
    return head.text() + loop("count", b) + tail.text();
  }

  private String numbers() {
    StringBuilder body = new StringBuilder();
    for (int n = 0; n < 8; n++) {
      body.append(
          "    t[%s] = %smesh.block(chip, column, pair, %d);\n"
              .formatted(Body.plus("to", n), d.wide() ? "" : "(float) ", n));
    }
    return method(
        "numbers",
        "MeshColumns mesh, int chip, int column, int pair, %1$s t, int to",
        body.toString());
  }

  /** Four rows of a composed matrix in the order that multiply reads them: plain Java. */
  private String pack() {
    String lanes = Integer.toString(d.lanes());
    String body =
        """
            for (int k = 0; k < count; k++) {
              final int column = from + k;
              final int o = ao + column / %1$s * %2$d + column %% %1$s;
              for (int q = 0; q < %3$d; q++) {
                final %5$s re = a[o + q * row];
                final %5$s im = a[o + q * row + %1$s];
                m[mo + k * %4$d + q] = re;
                m[mo + k * %4$d + %3$d + q] = im;
                m[mo + k * %4$d + 2 * %3$d + q] = re + im;
              }
            }
        """
            .formatted(lanes, d.width(), ROWS, 3 * ROWS, d.element());
    return method("pack", "%1$s a, int ao, int row, int from, int count, %1$s m, int mo", body);
  }
}
