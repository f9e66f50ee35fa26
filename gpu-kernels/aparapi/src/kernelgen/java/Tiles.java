/**
 * The inner loops of a product for a block of 4 × 4 outputs: rows i₀ … i₀ + 3 and columns j, j + J, j + 2J, j + 3J,
 * so that neighbouring work-items read neighbouring columns.
 */
final class Tiles {
  private static final int SIDE = 4;
  private final StringBuilder text = new StringBuilder();

  static String sums() {
    Tiles t = new Tiles();
    t.forAll("    REAL y%d%d = 0;");
    t.line("    if (ints[16] == 1) {");
    t.loop(false);
    t.line("    } else {");
    t.loop(true);
    t.line("    }");
    return t.text.toString();
  }

  private void loop(boolean weighted) {
    line("      for (int k = from; k < end; k++) {");
    for (int p = 0; p < SIDE; p++) {
      line("        REAL a%d = leftLight[row%d + k]%s;".formatted(p, p, weighted ? " * gains[k]" : ""));
    }
    for (int q = 0; q < SIDE; q++) {
      line("        REAL b%d = rightLight[column%d + k * columns];".formatted(q, q));
    }
    forAll("        y%1$d%2$d = y%1$d%2$d + a%1$d * b%2$d;");
    line("      }");
  }

  static String variances() {
    Tiles t = new Tiles();
    t.forAll("    REAL s%d%d = 0;");
    t.line("    int given = ints[18] == 3 ? 1 : 0;");
    t.line("    if (ints[18] > 0) {");
    t.line("      for (int k = from; k < end; k++) {");
    for (int p = 0; p < SIDE; p++) {
      t.line("        REAL a%d = leftLight[row%d + k];".formatted(p, p));
      t.line("        a%1$d = ints[19] == 1 ? abs(a%1$d) : a%1$d * a%1$d;".formatted(p));
    }
    for (int q = 0; q < SIDE; q++) {
      t.line("        REAL b%d = 0;".formatted(q));
    }
    t.line("        if (given == 1) {");
    for (int q = 0; q < SIDE; q++) {
      t.line("          b%d = variance[given%d + k * ints[24]];".formatted(q, q));
    }
    t.line("        } else {");
    for (int q = 0; q < SIDE; q++) {
      t.line("          b%d = rightLight[column%d + k * columns];".formatted(q, q));
      t.line("          b%1$d = ints[18] == 1 ? abs(b%1$d) : b%1$d * b%1$d;".formatted(q));
    }
    t.line("        }");
    t.forAll("        s%1$d%2$d = s%1$d%2$d + a%1$d * b%2$d;");
    t.line("      }");
    t.line("    }");
    return t.text.toString();
  }

  static String readouts() {
    Tiles t = new Tiles();
    for (int p = 0; p < SIDE; p++) {
      for (int q = 0; q < SIDE; q++) {
        t.line("    if (i + %d < rows && j + %d * stride < columns) {".formatted(p, q));
        t.line(
            ("      deliver(at + %1$d * columns + %2$d * stride, y%1$d%2$d, s%1$d%2$d,"
                    + " batch * rows + i + %1$d, matrix * columns + j + %2$d * stride, j + %2$d * stride, window);")
                .formatted(p, q));
        t.line("    }");
      }
    }
    return t.text.toString();
  }

  private void forAll(String format) {
    for (int p = 0; p < SIDE; p++) {
      for (int q = 0; q < SIDE; q++) {
        line(format.formatted(p, q));
      }
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
