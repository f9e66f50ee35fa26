import java.util.List;

/**
 * The inner loop of matrix products: a tile of R rows and V vectors of columns, C += A B over one
 * slot of K.
 *
 * <p>A is stored row by row in slots of a fixed length, so that its rows are at constant distances
 * and are neither transposed nor indexed by a variable; B in panels, one row of V vectors for each
 * k. Each k reads V vectors and R numbers for R V fused multiply-adds; 6 rows of 4 vectors keep 24
 * sums in registers, more than latency times units (Zen 4: 4 cycles, one 512-bit operation a cycle;
 * Zen 5: two). Sums start at zero and are added to C at the end, which errs less than one long sum.
 */
final class Products {
  /** Elements of K in a slot. */
  static final int SLOT = 256;

  private static final String INDENT = "    ";

  private final Dialect d;

  private Products(Dialect d) {
    this.d = d;
  }

  /** Heights of tiles; the last is the usual one. */
  static List<Integer> heights() {
    return List.of(1, 3, 6);
  }

  /** Widths of tiles in vectors; the last is the usual one. */
  static List<Integer> widths(Dialect d) {
    boolean manyRegisters = d.lanes() * (d.wide() ? Double.BYTES : Float.BYTES) == 64;
    return manyRegisters ? List.of(1, 2, 4) : List.of(1, 2);
  }

  static String emitAll(Dialect d) {
    Products products = new Products(d);
    StringBuilder text = new StringBuilder(products.choice());
    for (int width : widths(d)) {
      for (int height : heights()) {
        text.append(products.tile(height, width));
      }
    }
    return text.toString();
  }

  private String choice() {
    StringBuilder cases = new StringBuilder();
    for (int width : widths(d)) {
      for (int height : heights()) {
        cases.append(
            "      case %d -> tile%dx%d(a, ao, b, bo, depth, c, co, stride);\n"
                .formatted(8 * width + height, height, width));
      }
    }
    return """
          @Override
          public void multiply(
              int rows, int vectors, %1$s a, int ao, %1$s b, int bo, int depth, %1$s c, int co,
              int stride) {
            switch (8 * vectors + rows) {
        %2$s      default -> throw new IllegalArgumentException(rows + " x " + vectors);
            }
          }

        """
        .formatted(d.array(), cases);
  }

  private String tile(int height, int width) {
    Body b = new Body(d, INDENT);
    for (int r = 0; r < height; r++) {
      for (int v = 0; v < width; v++) {
        b.line(d.value() + " c" + r + v + " = " + d.constant("(" + d.element() + ") 0") + ";");
      }
    }
    b.line("for (int k = 0; k < depth; k++) {");
    Body inner = new Body(d, INDENT + "  ");
    inner.line("final int o = bo + k * " + width * d.lanes() + ";");
    for (int v = 0; v < width; v++) {
      inner.let("b" + v, d.load("b", Body.plus("o", v * d.lanes())));
    }
    for (int r = 0; r < height; r++) {
      inner.let("a" + r, d.constant("a[" + Body.plus("ao + k", r * SLOT) + "]"));
      for (int v = 0; v < width; v++) {
        String sum = "c" + r + v;
        inner.line(sum + " = " + d.fma("a" + r, "b" + v, sum) + ";");
      }
    }
    Body end = new Body(d, INDENT);
    end.line("}");
    for (int r = 0; r < height; r++) {
      end.line("final int o" + r + " = co + " + r + " * stride;");
      for (int v = 0; v < width; v++) {
        String at = Body.plus("o" + r, v * d.lanes());
        String sum = "s" + r + v;
        end.let(sum, d.add("c" + r + v, d.load("c", at)));
        end.line(d.store(sum, "c", at) + ";");
      }
    }
    return """
          private static void tile%dx%d(
              %4$s a, int ao, %4$s b, int bo, int depth, %4$s c, int co, int stride) {
        %3$s  }

        """
        .formatted(height, width, b.text() + inner.text() + end.text(), d.array());
  }
}
