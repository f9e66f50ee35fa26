/** Puts together the class of kernels for matrix products of one element type and lane number. */
final class MatmulType {
  private MatmulType() {}

  static String name(Dialect d) {
    return d.className().replace("Kernels", "MatmulKernels");
  }

  static String type(String packageName, Dialect d) {
    String text =
        """
        package @PACKAGE;

        @IMPORTS/** Written by KernelGenerator: {@code @E}, @L lanes. */
        final class @NAME extends MatmulKernels<@A> {
        @CONSTANTS  @NAME() {}

          @Override
          public int lanes() {
            return @L;
          }

          @Override
          public int vectors() {
            return @WIDTH;
          }

        @BODY}
        """;
    String body =
        Products.emitAll(d)
            + Operands.emitAll(d)
            + Detection.emitAll(d)
            + (d.scalar() ? Draws.scalar() : Draws.emitAll(d));
    if (d.wide()) {
      // Casts of what is double already.
      body = body.replaceAll("\\(@E\\) (?=[a-zA-Z(]|0\\.5)", "").replace("@WIDEN ", "");
    }
    return text.replace("@PACKAGE", packageName)
        .replace("@IMPORTS", imports(d))
        .replace("@NAME", name(d))
        .replace("@CONSTANTS", constants(d))
        .replace("@WIDTH", Integer.toString(Products.widths(d).getLast()))
        .replace("@BODY", body)
        .replace("@MAGIC", d.wide() ? "0x1.8p52" : "0x1.8p23f")
        .replace("@HALVES", d.wide() ? "0x1.8p51" : "0x1.8p22f")
        .replace("@SINGLE", Boolean.toString(!d.wide()))
        .replace("@LEAST", d.wide() ? "Double.MIN_VALUE" : "Float.MIN_VALUE")
        .replace("@BOXED", d.wide() ? "Double" : "Float")
        .replace("@WIDEN", "(double)")
        .replace("@A", d.array())
        .replace("@V", d.value())
        .replace("@E", d.element())
        .replace("@L", Integer.toString(d.lanes()));
  }

  private static String imports(Dialect d) {
    String common = "import java.util.Arrays;\n";
    if (d.scalar()) {
      return common + "import org.lightpath.core.random.Philox;\n\n";
    }
    return common
        + (d.wide()
            ? "import jdk.incubator.vector.DoubleVector;\n"
            : "import jdk.incubator.vector.FloatVector;\nimport jdk.incubator.vector.IntVector;\n")
        + """
        import jdk.incubator.vector.LongVector;
        import jdk.incubator.vector.VectorMask;
        import jdk.incubator.vector.VectorOperators;
        import jdk.incubator.vector.VectorSpecies;

        """;
  }

  private static String constants(Dialect d) {
    if (d.scalar()) {
      return "";
    }
    int bits = d.lanes() * (d.wide() ? Double.SIZE : Float.SIZE);
    return """
          private static final VectorSpecies<%s> SPECIES = @V.SPECIES_%d;
          private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_%d;
          private static final int LONG_LANES = %d;
          private static final long[] COUNT = counters(%d, %d);

        """
        .formatted(
            d.wide() ? "Double" : "Float",
            bits,
            bits,
            bits / Long.SIZE,
            bits / Long.SIZE,
            d.wide() ? 1 : 2);
  }
}
