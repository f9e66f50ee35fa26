/** Radix r butterflies without twiddle factors: y_m = sum_q x_q exp(-+ 2 pi j m q / r). */
final class Butterfly {
  private Butterfly() {}

  static void emit(Body b, int radix, String x, String y, boolean inverse) {
    switch (radix) {
      case 2 -> {
        b.add(y + 0, x + 0, x + 1);
        b.sub(y + 1, x + 0, x + 1);
      }
      case 4 -> four(b, x, y, inverse);
      default -> odd(b, radix, x, y, inverse);
    }
  }

  private static void four(Body b, String x, String y, boolean inverse) {
    String t = y + "t";
    b.add(t + 0, x + 0, x + 2);
    b.sub(t + 1, x + 0, x + 2);
    b.add(t + 2, x + 1, x + 3);
    b.sub(t + 3, x + 1, x + 3);
    b.add(y + 0, t + 0, t + 2);
    b.addTurned(y + 1, t + 1, t + 3, inverse);
    b.sub(y + 2, t + 0, t + 2);
    b.addTurned(y + 3, t + 1, t + 3, !inverse);
  }

  private static void odd(Body b, int p, String x, String y, boolean inverse) {
    int half = (p - 1) / 2;
    for (int k = 1; k <= half; k++) {
      b.add(y + "t" + k, x + k, x + (p - k));
      b.sub(y + "u" + k, x + k, x + (p - k));
    }
    for (String c : new String[] {"r", "i"}) {
      String sum = x + "0" + c;
      for (int k = 1; k <= half; k++) {
        sum = b.d.scalar() ? sum + " + " + y + "t" + k + c : sum + ".add(" + y + "t" + k + c + ")";
      }
      b.let(y + "0" + c, sum);
      for (int m = 1; m <= half; m++) {
        combination(b, p, x, y, c, m);
      }
    }
    for (int m = 1; m <= half; m++) {
      b.addTurned(y + m, y + "a" + m, y + "b" + m, inverse);
      b.addTurned(y + (p - m), y + "a" + m, y + "b" + m, !inverse);
    }
  }

  private static void combination(Body b, int p, String x, String y, String c, int m) {
    int half = (p - 1) / 2;
    String even = x + "0" + c;
    String odd = "";
    for (int k = 1; k <= half; k++) {
      int i = k * m % p;
      boolean folded = i > half;
      String cos = "c" + (folded ? p - i : i);
      String sin = (folded ? "m" : "s") + (folded ? p - i : i);
      String t = y + "t" + k + c;
      String u = y + "u" + k + c;
      even = b.d.fma(t, cos, even);
      odd = odd.isEmpty() ? b.d.mul(u, sin) : b.d.fma(u, sin, odd);
    }
    b.let(y + "a" + m + c, even);
    b.let(y + "b" + m + c, odd);
  }

  /** Constants of the odd radices: c_k = cos(2 pi k / p), s_k = sin(2 pi k / p), m_k = -s_k. */
  static void constants(Body b, int p) {
    if (p % 2 == 0) {
      return;
    }
    for (int k = 1; k <= (p - 1) / 2; k++) {
      double angle = 2 * Math.PI * k / p;
      b.let("c" + k, b.d.constant(b.d.literal(Math.cos(angle))));
      b.let("s" + k, b.d.constant(b.d.literal(Math.sin(angle))));
      if (p > 3) {
        b.let("m" + k, b.d.constant(b.d.literal(-Math.sin(angle))));
      }
    }
  }
}
