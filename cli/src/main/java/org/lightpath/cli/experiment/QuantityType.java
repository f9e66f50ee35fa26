package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.quantity.Quantity;
import org.lightpath.core.quantity.QuantityKind;

/** A physical quantity: text with its unit in the file, SI value in the program. */
public final class QuantityType extends ValueType<Double> {
  private static final String NUMBER = "[+\\-−]?(\\d+\\.?\\d*|\\.\\d+)([eE][+\\-]?\\d+)?";

  private final QuantityKind kind;
  private final Range range;

  QuantityType(QuantityKind kind, Range range) {
    this.kind = kind;
    this.range = range;
  }

  /** The same type with values above a bound (SI) only. */
  public QuantityType above(double low, String reason) {
    return new QuantityType(kind, Range.above(low, reason));
  }

  /** The same type with values from a bound (SI) on only. */
  public QuantityType atLeast(double low, String reason) {
    return new QuantityType(kind, Range.atLeast(low, reason));
  }

  /** The same type with values above a bound and up to another (SI) only. */
  public QuantityType aboveUpTo(double low, double high, String reason) {
    return new QuantityType(kind, Range.aboveUpTo(low, high, reason));
  }

  /** The same type, warning outside the usual values (SI). */
  public QuantityType usually(double low, double high) {
    return new QuantityType(kind, range.usually(low, high));
  }

  @Override
  @Nullable Double bind(Tree tree, Context context) {
    Tree.Scalar scalar = scalar(tree, context);
    if (scalar == null) {
      return null;
    }
    try {
      double value = Quantity.parse(scalar.text(), kind);
      return range.check(value, unit(), scalar, context) ? value : null;
    } catch (IllegalArgumentException e) {
      context
          .problems()
          .error(
              scalar.place(),
              "%s: %s".formatted(context.path(), e.getMessage()),
              "write the number with its unit, as in '%s'".formatted(kind.example()));
      return null;
    }
  }

  @Override
  ObjectNode schema() {
    ObjectNode text = json().objectNode().put("type", "string");
    boolean ratio = kind.logarithm() == QuantityKind.Logarithm.RATIO;
    String unitAfter = ratio ? ".*$" : "(\\s*[^\\s\\d.]|\\s+1/).*$";
    text.put("pattern", "^\\s*" + NUMBER + unitAfter);
    text.putArray("examples").add(kind.example());
    if (!ratio) {
      return text;
    }
    ObjectNode either = json().objectNode();
    either.putArray("anyOf").add(text).add(json().objectNode().put("type", "number"));
    return either;
  }

  @Override
  JsonNode resolved(Double value) {
    return unit().isEmpty()
        ? json().numberNode(value)
        : json().textNode(Numbers.text(value) + " " + unit());
  }

  @Override
  String expected() {
    return "a %s such as '%s'".formatted(kind.name(), kind.example());
  }

  @Override
  String unit() {
    return Numbers.unit(kind);
  }
}
