import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Cosine less one, c, and sine, s, of {@code angle}, in variables that are there (small turns lose nothing then): the angle is reduced by quarter turns, whose
 * number leaves the rest exact to a rounding by fused operations with π/2 in three parts, and both series of the rest
 * (at most π/4) end below half a unit in the last place. From 10⁵ rad on, the device's own functions.
 */
final class Turn {
  private static final BigDecimal QUARTER =
      new BigDecimal("1.57079632679489661923132169163975144209858469968755");
  private final boolean single;
  private final StringBuilder text = new StringBuilder();

  Turn(boolean single) {
    this.single = single;
  }

  String text() {
    line("REAL turns = rint(angle * " + number(2 / Math.PI) + ");");
    line("REAL x = angle;");
    BigDecimal rest = QUARTER;
    for (int part = 0; part < 3; part++) {
      double head = single ? rest.floatValue() : rest.doubleValue();
      line("x = fma(-turns, " + number(head) + ", x);");
      rest = rest.subtract(new BigDecimal(head), new MathContext(60));
    }
    line("REAL y = x * x;");
    line("REAL sine = " + number(term(terms(), 1)) + ";");
    line("REAL less = " + number(term(terms(), 0)) + ";");
    for (int k = terms() - 1; k >= 0; k--) {
      line("sine = sine * y + " + number(term(k, 1)) + ";");
      if (k > 0) {
        line("less = less * y + " + number(term(k, 0)) + ";");
      }
    }
    line("sine = sine * x;");
    line("less = less * y;");
    line("REAL cosine = 1 + less;");
    line("int quarter = (int) turns & 3;");
    line("c = quarter % 2 == 0 ? cosine : -sine;");
    line("s = quarter % 2 == 0 ? sine : cosine;");
    line("if (quarter > 1) {");
    line("  c = -c;");
    line("  s = -s;");
    line("}");
    line("if (abs(angle) > 100000) {");
    line("  c = cos(angle);");
    line("  s = sin(angle);");
    line("}");
    line("c = quarter == 0 && abs(angle) < 1 ? less : c - 1;");
    return text.toString();
  }

  private int terms() {
    return single ? 5 : 9;
  }

  /** (−1)^k / (2k + odd)!. */
  private static double term(int k, int odd) {
    double factorial = 1;
    for (int i = 2; i <= 2 * k + odd; i++) {
      factorial *= i;
    }
    return (k % 2 == 0 ? 1 : -1) / factorial;
  }

  private String number(double value) {
    String digits = single ? (float) value + "f" : Double.toString(value);
    return value < 0 ? "(" + digits + ")" : digits;
  }

  private void line(String line) {
    text.append("        ").append(line).append('\n');
  }
}
