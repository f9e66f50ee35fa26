import java.util.ArrayList;
import java.util.List;

/**
 * Passes of a Stockham transform, one method for each radix r: with rest · done · r = N,
 *
 * <pre>y[(j r + p) done + i] = w^(p j done) Σ_q x[j done + i + q N/r] e^(−2πj p q/r)</pre>
 *
 * Aparapi knows neither vectors nor arrays in registers: every number is a variable.
 */
final class Butterflies {
  static final List<Integer> RADICES = List.of(2, 3, 4, 5, 7, 8, 16);
  private final boolean single;
  private final boolean local;
  private final StringBuilder text = new StringBuilder();
  private int temporaries;

  Butterflies(boolean single, boolean local) {
    this.single = single;
    this.local = local;
  }

  String methods() {
    RADICES.forEach(this::method);
    return text.toString();
  }

  private void method(int radix) {
    temporaries = 0;
    line("");
    line(
        local
            ? "  private void radix%d(int op, int table, int t) {".formatted(radix)
            : "  private void radix%d(REAL[] from, REAL[] to, int op, int table, int t) {".formatted(radix));
    line("    int samples = plan[op + 3];");
    line("    int done = plan[op + 4];");
    line("    int swap = plan[op + 5];");
    line("    int m = samples / %d;", radix);
    line("    int row = t / m;");
    line("    int q = t - row * m;");
    line("    int j = q / done;");
    line("    int i = q - j * done;");
    if (local) {
      line("    int source = 2 * (plan[op + 1] + row * samples + q);");
      line("    int target = 2 * (plan[op + 14] + row * samples + j * done * %d + i);", radix);
    } else {
      line("    int source = 2 * (row * samples + q);");
      line("    int target = 2 * (row * samples + j * done * %d + i);", radix);
    }
    load(radix);
    factor(radix);
    int[] order = (radix & (radix - 1)) == 0 ? powerOfTwo(radix) : prime(radix);
    store(radix, order);
    line("  }");
  }

  private void load(int radix) {
    String from = local ? "line" : "from";
    for (int p = 0; p < radix; p++) {
      line("    REAL x%dr = %s[source + %d * m + swap];", p, from, 2 * p);
      line("    REAL x%di = %s[source + %d * m + 1 - swap];", p, from, 2 * p);
    }
  }

  /** Times a table on the way in; parts that are swapped meet its conjugate. */
  private void factor(int radix) {
    line("    if (table >= 0) {");
    line("      int h = 2 * (table + (row %% plan[op + 8]) * plan[op + 7] + q);");
    line("      REAL sign = 1 - 2 * swap;");
    line("      REAL c = 0;");
    line("      REAL d = 0;");
    line("      REAL e = 0;");
    for (int p = 0; p < radix; p++) {
      line("      c = tables[h + %d * m];", 2 * p);
      line("      d = sign * tables[h + %d * m + 1];", 2 * p);
      line("      e = x%dr * c - x%di * d;", p, p);
      line("      x%di = x%dr * d + x%di * c;", p, p, p);
      line("      x%dr = e;", p);
    }
    line("    }");
  }

  /** Decimation in frequency, in place; the result says which variable holds which output. */
  private int[] powerOfTwo(int radix) {
    List<Integer> names = new ArrayList<>();
    for (int p = 0; p < radix; p++) {
      names.add(p);
    }
    List<Integer> outputs = halves(names);
    return outputs.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<Integer> halves(List<Integer> x) {
    int n = x.size();
    if (n == 1) {
      return x;
    }
    for (int p = 0; p < n / 2; p++) {
      pair(x.get(p), x.get(p + n / 2), p, n);
    }
    List<Integer> even = halves(x.subList(0, n / 2));
    List<Integer> odd = halves(x.subList(n / 2, n));
    List<Integer> outputs = new ArrayList<>();
    for (int p = 0; p < n / 2; p++) {
      outputs.add(even.get(p));
      outputs.add(odd.get(p));
    }
    return outputs;
  }

  /** a ← a + b, b ← (a − b) e^(−2πj p/n). */
  private void pair(int a, int b, int p, int n) {
    int t = temporaries++;
    line("    REAL t%dr = x%dr - x%dr;", t, a, b);
    line("    REAL t%di = x%di - x%di;", t, a, b);
    line("    x%dr = x%dr + x%dr;", a, a, b);
    line("    x%di = x%di + x%di;", a, a, b);
    if (p == 0) {
      line("    x%dr = t%dr;", b, t);
      line("    x%di = t%di;", b, t);
    } else if (4 * p == n) {
      line("    x%dr = t%di;", b, t);
      line("    x%di = -t%dr;", b, t);
    } else if (8 * p == n) {
      line("    x%dr = %s * (t%dr + t%di);", b, number(Math.sqrt(0.5)), t, t);
      line("    x%di = %s * (t%di - t%dr);", b, number(Math.sqrt(0.5)), t, t);
    } else if (8 * p == 3 * n) {
      line("    x%dr = %s * (t%di - t%dr);", b, number(Math.sqrt(0.5)), t, t);
      line("    x%di = -%s * (t%dr + t%di);", b, number(Math.sqrt(0.5)), t, t);
    } else {
      String c = number(Math.cos(2 * Math.PI * p / n));
      String s = number(Math.sin(2 * Math.PI * p / n));
      line("    x%dr = %s * t%dr + %s * t%di;", b, c, t, s, t);
      line("    x%di = %s * t%di - %s * t%dr;", b, c, t, s, t);
    }
  }

  /** Sums and differences of x_k and x_(r−k) first. */
  private int[] prime(int radix) {
    int half = (radix - 1) / 2;
    for (int k = 1; k <= half; k++) {
      for (String c : new String[] {"r", "i"}) {
        line("    REAL s%d%s = x%d%s + x%d%s;", k, c, k, c, radix - k, c);
        line("    REAL d%d%s = x%d%s - x%d%s;", k, c, k, c, radix - k, c);
      }
    }
    for (int p = 1; p <= half; p++) {
      for (String c : new String[] {"r", "i"}) {
        StringBuilder even = new StringBuilder("x0" + c);
        StringBuilder odd = new StringBuilder();
        for (int k = 1; k <= half; k++) {
          double angle = 2 * Math.PI * (p * k % radix) / radix;
          even.append(" + ").append(number(Math.cos(angle))).append(" * s").append(k).append(c);
          odd.append(k == 1 ? "" : " + ")
              .append(number(Math.sin(angle))).append(" * d").append(k).append(c);
        }
        line("    REAL a%d%s = %s;", p, c, even);
        line("    REAL b%d%s = %s;", p, c, odd);
      }
    }
    for (String c : new String[] {"r", "i"}) {
      StringBuilder sum = new StringBuilder("x0" + c);
      for (int k = 1; k <= half; k++) {
        sum.append(" + s").append(k).append(c);
      }
      line("    x0%s = %s;", c, sum);
    }
    for (int p = 1; p <= half; p++) {
      line("    x%dr = a%dr + b%di;", p, p, p);
      line("    x%di = a%di - b%dr;", p, p, p);
      line("    x%dr = a%dr - b%di;", radix - p, p, p);
      line("    x%di = a%di + b%dr;", radix - p, p, p);
    }
    int[] order = new int[radix];
    for (int p = 0; p < radix; p++) {
      order[p] = p;
    }
    return order;
  }

  private void store(int radix, int[] order) {
    String to = local ? "line" : "to";
    line("    int k = 2 * j * done;");
    line("    REAL wr = 0;");
    line("    REAL wi = 0;");
    line("    %s[target + swap] = x0r;", to);
    line("    %s[target + 1 - swap] = x0i;", to);
    for (int p = 1; p < radix; p++) {
      int x = order[p];
      line("    wr = roots[%d * k];", p);
      line("    wi = roots[%d * k + 1];", p);
      line("    %s[target + %d * done + swap] = x%dr * wr - x%di * wi;", to, 2 * p, x, x);
      line("    %s[target + %d * done + 1 - swap] = x%dr * wi + x%di * wr;", to, 2 * p, x, x);
    }
  }

  private String number(double value) {
    String text = single ? (float) value + "f" : Double.toString(value);
    return value < 0 ? "(" + text + ")" : text;
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(format, arguments)).append('\n');
  }
}
