package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number without a unit. */
public final class RealType extends ValueType<Double> {
  static final RealType ANY = new RealType(Range.ANY);

  private static final Pattern REAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final Range range;

  RealType(Range range) {
    this.range = range;
  }

  /** The same type with values above a bound only. */
  public RealType above(double low, String reason) {
    return new RealType(Range.above(low, reason));
  }

  /** The same type with values from a bound on only. */
  public RealType atLeast(double low, String reason) {
    return new RealType(Range.atLeast(low, reason));
  }

  /** The same type with values between two bounds only. */
  public RealType between(double low, double high, String reason) {
    return new RealType(Range.between(low, high, reason));
  }

  @Override
  @Nullable Double bind(Tree tree, Context context) {
    Tree.Scalar scalar = scalar(tree, context);
    if (scalar == null) {
      return null;
    }
    if (!REAL.matcher(scalar.text()).matches()) {
      context
          .problems()
          .error(
              scalar.place(),
              "%s is '%s', expected %s".formatted(context.path(), scalar.text(), expected()),
              "it has no unit");
      return null;
    }
    double value = Double.parseDouble(scalar.text());
    return range.check(value, "", scalar, context) ? value : null;
  }

  @Override
  ObjectNode schema() {
    ObjectNode node = json().objectNode().put("type", "number");
    if (range.low() > Double.NEGATIVE_INFINITY) {
      node.put(range.lowOpen() ? "exclusiveMinimum" : "minimum", range.low());
    }
    if (range.high() < Double.POSITIVE_INFINITY) {
      node.put("maximum", range.high());
    }
    return node;
  }

  @Override
  JsonNode resolved(Double value) {
    return json().numberNode(value);
  }

  @Override
  String expected() {
    return "a number" + range.describe("").map(bounds -> ", " + bounds).orElse("");
  }
}
