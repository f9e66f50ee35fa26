package org.lightpath.opencl.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lightpath.core.field.Precision;
import org.lightpath.opencl.internal.tuning.TuningStore;

/** Puts the source of a program together from the {@code .cl} files beside this class. */
final class LineSource {
  private static final String SHARING = "SHARING";

  /** All files beside this class. */
  static final List<String> FILES =
      List.of(
          "access",
          "arithmetic",
          "blocks",
          "ceilings",
          "columns",
          "encode",
          "gnlse",
          "line",
          "matmul",
          "memory",
          "mesh",
          "noise",
          "normals",
          "norms",
          "operand",
          "operator",
          "panels",
          "poisson",
          "receive",
          "received",
          "reorder",
          "resident",
          "rotation",
          "rows",
          "stage");

  private final StringBuilder text = new StringBuilder();
  private final Precision precision;

  LineSource(Precision precision) {
    this(precision, false);
  }

  private LineSource(Precision precision, boolean sharing) {
    this.precision = precision;
    define(precision.name());
    if (sharing) {
      define(SHARING);
    }
    file("arithmetic");
  }

  /** Of kernels that ask for so few registers that two groups share a processor. */
  static LineSource sharing(Precision precision) {
    return new LineSource(precision, true);
  }

  /** Whether a source asks for few registers. */
  static boolean isSharing(String source) {
    return source.contains("#define " + SHARING + '\n');
  }

  /** Defines a name without a value. */
  LineSource define(String name) {
    text.append("#define ").append(name).append('\n');
    return this;
  }

  /** Defines a name. */
  LineSource define(String name, long value) {
    text.append(String.format(Locale.ROOT, "#define %s %d%n", name, value));
    return this;
  }

  /** Defines a name, exactly. */
  LineSource define(String name, double value) {
    text.append("#define ").append(name).append(' ').append(Double.toHexString(value)).append('\n');
    return this;
  }

  /** Adds a file. */
  LineSource file(String name) {
    text.append(read(name + ".cl")).append('\n');
    return this;
  }

  /** Adds the transforms of a plan: butterflies, exchange, and every stage. */
  LineSource line(LinePlan plan) {
    text.append(new Butterflies(precision).source(plan.radices()));
    define("LENGTH", plan.length())
        .define("ITEMS", plan.items())
        .define("LINES", plan.lines())
        .define("GROUP", plan.group())
        .define("COLUMNS", plan.columns() ? 1 : 0)
        .define("MODES", plan.modes())
        .define("POINTS", plan.points())
        .define("TOGETHER", plan.together())
        .define("HALVES_OF_RING", plan.halves())
        .define("PLANE", plan.plane())
        .define("FIRST_RADIX", plan.radices().getFirst())
        .define("LAST_RADIX", plan.radices().getLast())
        .define("LAST_STAGE", plan.radices().size() - 1)
        .file("line");
    int roots = 0;
    for (int s = 0; s < plan.radices().size(); s++) {
      stage(plan, s, roots);
      roots += (plan.radices().get(s) - 1) * plan.stride(s);
    }
    return file("access");
  }

  private void stage(LinePlan plan, int s, int roots) {
    define("STAGE", s);
    define("BEFORE", s - 1);
    define("RADIX", plan.radices().get(s));
    define("STRIDE", plan.stride(s));
    define("ROOTS", roots);
    BankPadding padding = s == 0 ? BankPadding.NONE : BankPadding.of(plan, s);
    define("EVERY", padding.every());
    define("FREE", padding.free());
    file("stage");
    for (String name :
        new String[] {"STAGE", "BEFORE", "RADIX", "STRIDE", "ROOTS", "EVERY", "FREE"}) {
      text.append("#undef ").append(name).append('\n');
    }
  }

  /** The whole source. */
  String text() {
    return text.toString();
  }

  /** A digest of all kernels: choices measured with others are not taken. */
  static String digest() {
    return Digest.OF_ALL;
  }

  /** Holder: read when first asked for. */
  private static final class Digest {
    static final String OF_ALL =
        TuningStore.digest(
            FILES.stream().map(name -> read(name + ".cl")).collect(Collectors.joining()));
  }

  private static String read(String name) {
    try (InputStream stream = LineSource.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
