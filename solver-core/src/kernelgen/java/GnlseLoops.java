/**
 * Pointwise work of a step of the generalised equation, see {@code GnlsePlan}: between two
 * transforms everything that concerns a spectral bin is one pass.
 *
 * <p>k = −j c s w, with w what the transform left, c a number and s a real weight of the bin. For each
 * block, vectors read and written and operations on a lane: propagator 2/2, 38 (single); begin 6/6,
 * 20; middle 7/4, 12; late 9/4, 24; last 5/6, 8; finish 7/2, 16; power 2/2, 3; product 3/2, 2; cube
 * 2/2, 5. Floor: the transforms between take 5 log₂N, ten times as many.
 */
final class GnlseLoops {
  private final Dialect d;

  private GnlseLoops(Dialect d) {
    this.d = d;
  }

  static String className(Dialect d) {
    return d.className().replace("Kernels", "GnlseKernels");
  }

  /** Source of a class. */
  static String type(Dialect d, String packageName) {
    GnlseLoops loops = new GnlseLoops(d);
    return """
        package %s;

        %s/** Written by KernelGenerator: {@code %s}, %d lanes. */
        final class %s extends GnlseKernels<%s> {
        %s  %s() {}

        %s%s%s%s%s%s%s%s%s}
        """
        .formatted(
            packageName,
            d.imports(),
            d.element(),
            d.lanes(),
            className(d),
            d.array(),
            loops.species(),
            className(d),
            loops.propagator(),
            loops.begin(),
            loops.middle(),
            loops.late(),
            loops.last(),
            loops.finish(),
            loops.power(),
            loops.product(),
            loops.cube());
  }

  private String species() {
    return d.scalar()
        ? ""
        : "  private static final VectorSpecies<%1$s> SPECIES = %1$sVector.SPECIES_%2$d;\n\n"
            .formatted(
                d.wide() ? "Double" : "Float", d.lanes() * (d.wide() ? Double.SIZE : Float.SIZE));
  }

  /** h ← exp(2πj b c), b = (high, low) turns a metre. */
  private String propagator() {
    Rotations rotations = new Rotations(d);
    Body head = head();
    head.let("high", d.constant(number("length")));
    head.let("low", d.constant(d.wide() ? "lost" : "(float) (length - (float) length + lost)"));
    head.let("one", d.constant(d.literal(1)));
    rotations.series(head);
    Body b = body();
    b.line("final int p = bo + i * " + d.width() + ";");
    b.load("b", "b", "p");
    b.let("t", d.mul("br", "high"));
    b.let("error", d.productError("br", "high", "t"));
    b.let("less", d.fma("bi", "high", "error"));
    b.let("tail", d.fma("br", "low", "less"));
    rotations.reduce(b, "");
    b.let("cosine", d.add("cs", "one"));
    b.let("yr", d.flip("cosine", "flip"));
    b.let("yi", d.flip("sn", "flip"));
    b.line("final int o = h + i * " + d.width() + ";");
    b.store("y", "x", "o");
    return kernel(
        "propagator",
        "%1$s x, int h, int blocks, %1$s b, int bo, double length, double lost",
        head,
        b);
  }

  private String begin() {
    Body head = head("a", "b");
    Body b = body();
    load(b, "u");
    load(b, "k");
    load(b, "h");
    b.multiply("y", "ux", "hx", false);
    b.multiply("f", "kx", "hx", false);
    scaled(b, "q", "f", "ca", "y");
    scaled(b, "s", "f", "cb", "y");
    store(b, "y", "v");
    store(b, "q", "r");
    store(b, "s", "w");
    return kernel(
        "begin",
        "%s x, int u, int k, int h, int v, int r, int w, int blocks, double a, double b",
        head,
        b);
  }

  private String middle() {
    Body head = head("a", "b", "c");
    Body b = body();
    nonlinear(b);
    load(b, "r");
    load(b, "v");
    scaled(b, "q", "f", "ca", "rx");
    scaled(b, "y", "f", "cb", "vx");
    store(b, "q", "r");
    store(b, "y", "w");
    return kernel(
        "middle",
        "%1$s x, int v, int r, int w, int blocks, %1$s s, int so, double c, double a, double b",
        head,
        b);
  }

  private String late() {
    Body head = head("a", "b", "c");
    Body b = body();
    nonlinear(b);
    load(b, "r");
    load(b, "v");
    load(b, "h");
    scaled(b, "q", "f", "ca", "rx");
    scaled(b, "y", "f", "cb", "vx");
    b.multiply("g", "q", "hx", false);
    b.multiply("z", "y", "hx", false);
    store(b, "g", "r");
    store(b, "z", "w");
    return kernel(
        "late",
        "%1$s x, int h, int v, int r, int w, int blocks, %1$s s, int so, double c, double a, double b",
        head,
        b);
  }

  private String last() {
    Body head = head("a", "c");
    Body b = body();
    nonlinear(b);
    load(b, "r");
    scaled(b, "q", "f", "ca", "rx");
    store(b, "f", "v");
    store(b, "q", "r");
    store(b, "q", "w");
    return kernel(
        "last",
        "%1$s x, int v, int r, int w, int blocks, %1$s s, int so, double c, double a",
        head,
        b);
  }

  private String finish() {
    Body head = head("c");
    head.line(d.value() + " errors = " + d.constant(d.literal(0)) + ";");
    head.line(d.value() + " norms = " + d.constant(d.literal(0)) + ";");
    Body b = body();
    nonlinear(b);
    load(b, "r");
    load(b, "v");
    b.sub("e", "vx", "f");
    b.let("e0", d.fma("er", "er", "errors"));
    b.line("errors = " + d.fma("ei", "ei", "e0") + ";");
    b.let("n0", d.fma("rxr", "rxr", "norms"));
    b.line("norms = " + d.fma("rxi", "rxi", "n0") + ";");
    store(b, "f", "w");
    Body tail = new Body(d, "    ");
    tail.line(d.store("errors", "sums", "0") + ";");
    tail.line(d.store("norms", "sums", Integer.toString(d.lanes())) + ";");
    return kernel(
        "finish",
        "%1$s x, int v, int r, int w, int blocks, %1$s s, int so, double c, %1$s sums",
        head,
        b,
        tail.text());
  }

  private String power() {
    Body head = head();
    head.let("zero", d.constant(d.literal(0)));
    Body b = body();
    load(b, "w");
    b.let("square", d.mul("wxr", "wxr"));
    b.let("yr", d.fma("wxi", "wxi", "square"));
    b.let("yi", "zero");
    store(b, "y", "p");
    return kernel("power", "%s x, int w, int p, int blocks", head, b);
  }

  private String product() {
    Body b = body();
    load(b, "w");
    b.line("final int op = p + i * " + d.width() + ";");
    b.let("factor", d.load("x", "op"));
    b.let("yr", d.mul("wxr", "factor"));
    b.let("yi", d.mul("wxi", "factor"));
    store(b, "y", "w");
    return kernel("product", "%s x, int w, int p, int blocks", head(), b);
  }

  private String cube() {
    Body b = body();
    load(b, "w");
    b.let("square", d.mul("wxr", "wxr"));
    b.let("factor", d.fma("wxi", "wxi", "square"));
    b.let("yr", d.mul("wxr", "factor"));
    b.let("yi", d.mul("wxi", "factor"));
    store(b, "y", "w");
    return kernel("cube", "%s x, int w, int blocks", head(), b);
  }

  /** f ← −j c s w. */
  private void nonlinear(Body b) {
    load(b, "w");
    b.line("final int os = so + i * " + d.lanes() + ";");
    b.let("weight", d.load("s", "os"));
    b.let("scale", d.mul("weight", "cc"));
    b.let("fr", d.mul("wxi", "scale"));
    b.let("negative", d.sub("zero", "wxr"));
    b.let("fi", d.mul("negative", "scale"));
  }

  private Body head(String... factors) {
    Body head = new Body(d, "    ");
    for (String factor : factors) {
      head.let("c" + factor, d.constant(number(factor)));
      if (factor.equals("c")) {
        head.let("zero", d.constant(d.literal(0)));
      }
    }
    return head;
  }

  private Body body() {
    return new Body(d, "      ");
  }

  private String number(String name) {
    return d.wide() ? name : "(float) " + name;
  }

  /** Row {@code row} of x, called rowx. */
  private void load(Body b, String row) {
    b.line("final int o" + row + " = " + row + " + i * " + d.width() + ";");
    b.load(row + "x", "x", "o" + row);
  }

  private void store(Body b, String value, String row) {
    b.store(value, "x", row + " + i * " + d.width());
  }

  /** z ← factor a + base. */
  private void scaled(Body b, String z, String a, String factor, String base) {
    b.let(z + "r", d.fma(a + "r", factor, base + "r"));
    b.let(z + "i", d.fma(a + "i", factor, base + "i"));
  }

  private String kernel(String name, String parameters, Body head, Body loop) {
    return kernel(name, parameters, head, loop, "");
  }

  private String kernel(String name, String parameters, Body head, Body loop, String tail) {
    return """
          @Override
          void %s(%s) {
        %s    for (int i = 0; i < blocks; i++) {
        %s    }
        %s  }

        """
        .formatted(name, parameters.formatted(d.array()), head.text(), loop.text(), tail);
  }
}
