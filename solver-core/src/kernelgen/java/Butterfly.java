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
      case 8 -> eight(b, x, y, inverse);
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

  /**
   * Even outputs are a radix 4 butterfly of the sums of opposite rows. Odd ones are one of their
   * differences d_q turned by eighths: the turned d_1 and d_3 have sum √½ e and difference √½ f,
   * where e and f need additions only and √½ goes into the last ones.
   */
  private static void eight(Body b, String x, String y, boolean inverse) {
    String a = y + "a";
    String d = y + "d";
    for (int q = 0; q < 4; q++) {
      b.add(a + q, x + q, x + (q + 4));
      b.sub(d + q, x + q, x + (q + 4));
    }
    four(b, a, y + "e", inverse);
    for (int m = 0; m < 4; m++) {
      b.alias(y + 2 * m, y + "e" + m);
    }
    b.addTurned(d + "u", d + 0, d + 2, inverse);
    b.addTurned(d + "v", d + 0, d + 2, !inverse);
    b.sub(d + "m", d + 1, d + 3);
    b.add(d + "p", d + 1, d + 3);
    b.addTurned(d + "e", d + "m", d + "p", inverse);
    b.addTurned(d + "f", d + "p", d + "m", inverse);
    b.addScaled(y + 1, d + "u", d + "e", "s1");
    b.addScaled(y + 5, d + "u", d + "e", "m1");
    b.addTurnedScaled(y + 3, d + "v", d + "f", inverse ? "m1" : "s1", inverse ? "s1" : "m1");
    b.addTurnedScaled(y + 7, d + "v", d + "f", inverse ? "s1" : "m1", inverse ? "m1" : "s1");
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

  /** Constants: ±√½ of radix 8; of the odd radices c_k = cos(2 pi k / p), s_k = sin(2 pi k / p), m_k = -s_k. */
  static void constants(Body b, int p) {
    if (p == 8) {
      b.let("s1", b.d.constant(b.d.literal(Math.sqrt(0.5))));
      b.let("m1", b.d.constant(b.d.literal(-Math.sqrt(0.5))));
    }
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
