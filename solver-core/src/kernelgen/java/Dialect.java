import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes expressions for one element type and one number of lanes; one lane is plain Java.
 *
 * @param wide double, else float
 * @param lanes L
 */
record Dialect(boolean wide, int lanes) {
  static List<Dialect> all() {
    List<Dialect> list = new ArrayList<>();
    for (int lanes : new int[] {1, 4, 8, 16}) {
      list.add(new Dialect(false, lanes));
    }
    for (int lanes : new int[] {1, 2, 4, 8}) {
      list.add(new Dialect(true, lanes));
    }
    return list;
  }

  boolean scalar() {
    return lanes == 1;
  }

  int laneBits() {
    return Integer.numberOfTrailingZeros(lanes);
  }

  /** Elements of a block. */
  int width() {
    return 2 * lanes;
  }

  String element() {
    return wide ? "double" : "float";
  }

  String array() {
    return element() + "[]";
  }

  private String prefix() {
    return wide ? "Double" : "Float";
  }

  private String bits() {
    return wide ? "Long" : "Int";
  }

  String className() {
    return prefix() + (scalar() ? "Scalar" : Integer.toString(lanes)) + "Kernels";
  }

  /** Type of a value: a vector, or a number. */
  String value() {
    return scalar() ? element() : prefix() + "Vector";
  }

  /** Type of the bits of a value. */
  String bitsValue() {
    return scalar() ? (wide ? "long" : "int") : bits() + "Vector";
  }

  String imports() {
    if (scalar()) {
      return "";
    }
    return """
        import jdk.incubator.vector.%1$sVector;
        %5$simport jdk.incubator.vector.%2$sVector;
        %3$simport jdk.incubator.vector.VectorOperators;
        %4$simport jdk.incubator.vector.VectorSpecies;

        """
        .formatted(
            prefix(),
            bits(),
            blends() ? "import jdk.incubator.vector.VectorMask;\n" : "",
            blends() ? "import jdk.incubator.vector.VectorShuffle;\n" : "",
            pairs() ? "import jdk.incubator.vector.FloatVector;\n" : "");
  }

  /** Static fields of the generated class. */
  String constants() {
    if (scalar()) {
      return "";
    }
    int size = lanes * (wide ? Double.SIZE : Float.SIZE);
    return """
          private static final VectorSpecies<%1$s> SPECIES = %1$sVector.SPECIES_%2$d;
        %5$s  private static final %3$s[] ROOTS = LaneTables.%3$sRoots(%4$d);
          private static final %3$s[] FOURTH_ROOTS = LaneTables.%3$sFourthRoots(%4$d);

        """
        .formatted(
            prefix(), size, element(), lanes, blends() ? shuffleFields() : indexField());
  }

  private String indexField() {
    if (pairs()) {
      return "  private static final float[] PAIRS = LaneTables.pairShuffles();\n";
    }
    return "  private static final %1$s[] SHUFFLES = LaneTables.%1$sShuffles(%2$d);\n"
        .formatted(element(), lanes);
  }

  /** For each permutation: the lanes to take of both vectors, and which come from the second. */
  private String shuffleFields() {
    StringBuilder text = new StringBuilder();
    for (String name : new String[] {"zip0", "zip1", "unzip0", "unzip1"}) {
      boolean zip = name.startsWith("zip");
      int part = name.charAt(name.length() - 1) - '0';
      List<String> from = new ArrayList<>();
      List<String> second = new ArrayList<>();
      for (int i = 0; i < lanes; i++) {
        from.add(Integer.toString(zip ? part * lanes / 2 + i / 2 : (2 * i + part) % lanes));
        second.add(Boolean.toString(zip ? i % 2 == 1 : i >= lanes / 2));
      }
      text.append(
          """
            private static final VectorShuffle<%1$s> %2$s_LANES =
                VectorShuffle.fromValues(SPECIES, %3$s);
            private static final VectorMask<%1$s> %2$s_SECOND =
                VectorMask.fromValues(SPECIES, %4$s);
          """
              .formatted(
                  prefix(),
                  name.toUpperCase(Locale.ROOT),
                  String.join(", ", from),
                  String.join(", ", second)));
    }
    return text.toString();
  }

  String literal(double x) {
    return wide ? Double.toString(x) : (float) x + "f";
  }

  String load(String array, String offset) {
    return scalar()
        ? array + "[" + offset + "]"
        : value() + ".fromArray(SPECIES, " + array + ", " + offset + ")";
  }

  String store(String v, String array, String offset) {
    return scalar()
        ? array + "[" + offset + "] = " + v
        : v + ".intoArray(" + array + ", " + offset + ")";
  }

  /** Declares the lane numbers of a permutation, as values: it takes them so. */
  String shuffle(String name, int kind) {
    return pairs()
        ? "final FloatVector %s = FloatVector.fromArray(FloatVector.SPECIES_128, PAIRS, %d);"
            .formatted(name, kind * 4)
        : "final %s %s = %s;".formatted(value(), name, load("SHUFFLES", Integer.toString(kind * lanes)));
  }

  String constant(String scalar) {
    return scalar() ? scalar : value() + ".broadcast(SPECIES, " + scalar + ")";
  }

  String add(String a, String b) {
    return scalar() ? a + " + " + b : a + ".add(" + b + ")";
  }

  String sub(String a, String b) {
    return scalar() ? a + " - " + b : a + ".sub(" + b + ")";
  }

  String mul(String a, String b) {
    return scalar() ? a + " * " + b : a + ".mul(" + b + ")";
  }

  /** a b + c. */
  String fma(String a, String b, String c) {
    return scalar() ? a + " * " + b + " + " + c : a + ".fma(" + b + ", " + c + ")";
  }

  /** a b − c d; the Vector API has no fused form of it. */
  String difference(String a, String b, String c, String d) {
    return scalar()
        ? a + " * " + b + " - " + c + " * " + d
        : a + ".mul(" + b + ").sub(" + c + ".mul(" + d + "))";
  }

  /** a b + c d. */
  String sum(String a, String b, String c, String d) {
    return scalar()
        ? a + " * " + b + " + " + c + " * " + d
        : a + ".fma(" + b + ", " + c + ".mul(" + d + "))";
  }

  /** a b − product, without rounding error, product being the rounded a b. */
  String productError(String a, String b, String product) {
    return scalar()
        ? "Math.fma(" + a + ", " + b + ", -" + product + ")"
        : a + ".fma(" + b + ", " + product + ".neg())";
  }

  /**
   * Whether two vectors are permuted by two shuffles and a blend: a permutation by lane numbers in
   * double precision needs AVX-512 to be compiled at all, which made a step four times as long.
   */
  boolean blends() {
    return wide && lanes == 4;
  }

  /** Whether numbers are permuted as pairs of single ones, for the same reason. */
  private boolean pairs() {
    return wide && lanes == 2;
  }

  /** Lanes of a and b: {@code zip0}, {@code zip1}, {@code unzip0}, {@code unzip1}. */
  String permute(String name, String a, String b) {
    if (pairs()) {
      return name + ".selectFrom(" + a + ".reinterpretAsFloats(), " + b + ".reinterpretAsFloats()).reinterpretAsDoubles()";
    }
    if (!blends()) {
      return name + ".selectFrom(" + a + ", " + b + ")";
    }
    String constant = name.toUpperCase(Locale.ROOT);
    return "%2$s.rearrange(%1$s_LANES).blend(%3$s.rearrange(%1$s_LANES), %1$s_SECOND)"
        .formatted(constant, a, b);
  }

  /** The last bit of a value as a sign bit. */
  String signFromLastBit(String a) {
    int shift = wide ? Long.SIZE - 1 : Integer.SIZE - 1;
    return scalar()
        ? prefix() + "." + (wide ? "doubleToRawLongBits(" : "floatToRawIntBits(") + a + ") << " + shift
        : a + ".reinterpretAs" + bits() + "s().lanewise(VectorOperators.LSHL, " + shift + ")";
  }

  /** a with its sign changed where the sign bit of {@code flip} is set. */
  String flip(String a, String flip) {
    if (!scalar()) {
      return a
          + (".reinterpretAs" + bits() + "s().lanewise(VectorOperators.XOR, " + flip + ")")
          + (".reinterpretAs" + prefix() + "s()");
    }
    return wide
        ? "Double.longBitsToDouble(Double.doubleToRawLongBits(" + a + ") ^ " + flip + ")"
        : "Float.intBitsToFloat(Float.floatToRawIntBits(" + a + ") ^ " + flip + ")";
  }
}
