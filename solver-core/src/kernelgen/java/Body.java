/** A method body under construction: single-assignment statements on complex values named x -> (xr, xi). */
final class Body {
  final Dialect d;
  private final StringBuilder text = new StringBuilder();
  private final String indent;

  Body(Dialect d, String indent) {
    this.d = d;
    this.indent = indent;
  }

  String text() {
    return text.toString();
  }

  void line(String s) {
    text.append(indent).append(s).append('\n');
  }

  void let(String name, String expression) {
    line("final " + d.value() + " " + name + " = " + expression + ";");
  }

  /** Another name for a complex value. */
  void alias(String x, String of) {
    let(x + "r", of + "r");
    let(x + "i", of + "i");
  }

  void load(String x, String array, String offset) {
    let(x + "r", d.load(array, offset));
    let(x + "i", d.load(array, plus(offset, d.lanes())));
  }

  void store(String x, String array, String offset) {
    line(d.store(x + "r", array, offset) + ";");
    line(d.store(x + "i", array, plus(offset, d.lanes())) + ";");
  }

  void add(String z, String a, String b) {
    let(z + "r", d.add(a + "r", b + "r"));
    let(z + "i", d.add(a + "i", b + "i"));
  }

  void sub(String z, String a, String b) {
    let(z + "r", d.sub(a + "r", b + "r"));
    let(z + "i", d.sub(a + "i", b + "i"));
  }

  /** z = a + j b, or a - j b. */
  void addTurned(String z, String a, String b, boolean plus) {
    let(z + "r", plus ? d.sub(a + "r", b + "i") : d.add(a + "r", b + "i"));
    let(z + "i", plus ? d.add(a + "i", b + "r") : d.sub(a + "i", b + "r"));
  }

  /** z = a + b factor. */
  void addScaled(String z, String a, String b, String factor) {
    let(z + "r", d.fma(b + "r", factor, a + "r"));
    let(z + "i", d.fma(b + "i", factor, a + "i"));
  }

  /** z = a + (re: b_i real, im: b_r imaginary): a multiple of j b if imaginary = -real. */
  void addTurnedScaled(String z, String a, String b, String real, String imaginary) {
    let(z + "r", d.fma(b + "i", real, a + "r"));
    let(z + "i", d.fma(b + "r", imaginary, a + "i"));
  }

  /** z = a w, or a conj(w). */
  void multiply(String z, String a, String w, boolean conjugate) {
    if (conjugate) {
      let(z + "r", d.sum(a + "r", w + "r", a + "i", w + "i"));
      let(z + "i", d.difference(a + "i", w + "r", a + "r", w + "i"));
    } else {
      let(z + "r", d.difference(a + "r", w + "r", a + "i", w + "i"));
      let(z + "i", d.sum(a + "r", w + "i", a + "i", w + "r"));
    }
  }

  static String plus(String offset, int n) {
    return n == 0 ? offset : offset + " + " + n;
  }
}
