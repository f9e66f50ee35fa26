import java.util.ArrayList;
import java.util.List;

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
        import jdk.incubator.vector.%2$sVector;
        import jdk.incubator.vector.VectorOperators;
        import jdk.incubator.vector.VectorSpecies;

        """
        .formatted(prefix(), bits());
  }

  /** Static fields of the generated class. */
  String constants() {
    if (scalar()) {
      return "";
    }
    int size = lanes * (wide ? Double.SIZE : Float.SIZE);
    return """
          private static final VectorSpecies<%1$s> SPECIES = %1$sVector.SPECIES_%2$d;
          private static final %3$s[] SHUFFLES = LaneTables.%3$sShuffles(%4$d);
          private static final %3$s[] ROOTS = LaneTables.%3$sRoots(%4$d);
          private static final %3$s[] FOURTH_ROOTS = LaneTables.%3$sFourthRoots(%4$d);

        """
        .formatted(
            prefix(), size, element(), lanes);
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

  /** Lane numbers, as values: the two-vector permutation takes them so. */
  String shuffle(int row) {
    return load("SHUFFLES", Integer.toString(row));
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

  String permute(String index, String a, String b) {
    return index + ".selectFrom(" + a + ", " + b + ")";
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
