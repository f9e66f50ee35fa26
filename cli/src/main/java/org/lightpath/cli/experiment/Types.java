package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.quantity.QuantityKind;

/** The types of value that experiment files hold. */
public final class Types {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
  private static final Pattern REAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private Types() {}

  /** A physical quantity with its unit; SI inside. */
  public static QuantityType quantity(QuantityKind kind) {
    return new QuantityType(kind, Range.ANY);
  }

  /** A number without a unit. */
  public static RealType real() {
    return new RealType(Range.ANY);
  }

  /** A whole number within bounds. */
  public static ValueType<Long> whole(long low, long high, String reason) {
    return new WholeType(low, high, reason);
  }

  /** Yes or no. */
  public static ValueType<Boolean> flag() {
    return new FlagType();
  }

  /** Words. */
  public static ValueType<String> text(String what) {
    return new TextType(what);
  }

  /** One of an enumeration, written in lower case with hyphens. */
  public static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
    return new ChoiceType<>(Arrays.asList(type.getEnumConstants()), Types::hyphenated);
  }

  /** One of some words. */
  public static ValueType<String> words(List<String> words) {
    return new ChoiceType<>(words, word -> word);
  }

  /** A list of values. */
  public static <T> ValueType<List<T>> list(ValueType<T> item) {
    return new ListType<>(item, false);
  }

  /** One value, or a list of them. */
  public static <T> ValueType<List<T>> oneOrMany(ValueType<T> item) {
    return new ListType<>(item, true);
  }

  /** Keys with values. */
  public static ValueType<Values> section(Section section) {
    return new SectionType(section);
  }

  /** How a constant is written: {@code NONLINEAR_PHASE} becomes {@code nonlinear-phase}. */
  public static String hyphenated(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A number without a unit. */
  public static final class RealType extends ValueType<Double> {
    private final Range range;

    private RealType(Range range) {
      this.range = range;
    }

    /** The same type with values above a bound only. */
    public RealType above(double low, String reason) {
      return new RealType(Range.above(low, reason));
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

  private static final class WholeType extends ValueType<Long> {
    private final long low;
    private final long high;
    private final String reason;

    WholeType(long low, long high, String reason) {
      this.low = low;
      this.high = high;
      this.reason = reason;
    }

    @Override
    @Nullable Long bind(Tree tree, Context context) {
      Tree.Scalar scalar = scalar(tree, context);
      if (scalar == null) {
        return null;
      }
      Long value = parse(scalar.text());
      if (value == null || value < low || value > high) {
        context
            .problems()
            .error(
                scalar.place(),
                "%s is '%s', expected %s".formatted(context.path(), scalar.text(), expected()),
                reason);
        return null;
      }
      return value;
    }

    private static @Nullable Long parse(String text) {
      try {
        return WHOLE.matcher(text).matches() ? Long.valueOf(text) : null;
      } catch (NumberFormatException e) {
        return null;
      }
    }

    @Override
    ObjectNode schema() {
      ObjectNode node = json().objectNode().put("type", "integer");
      return node.put("minimum", low).put("maximum", high);
    }

    @Override
    JsonNode resolved(Long value) {
      return json().numberNode(value);
    }

    @Override
    String expected() {
      return "a whole number from %d to %d".formatted(low, high);
    }
  }

  private static final class FlagType extends ValueType<Boolean> {
    @Override
    @Nullable Boolean bind(Tree tree, Context context) {
      Tree.Scalar scalar = scalar(tree, context);
      if (scalar == null) {
        return null;
      }
      return switch (scalar.text()) {
        case "true" -> true;
        case "false" -> false;
        default -> {
          context
              .problems()
              .error(
                  scalar.place(),
                  "%s is '%s', expected true or false".formatted(context.path(), scalar.text()),
                  "");
          yield null;
        }
      };
    }

    @Override
    ObjectNode schema() {
      return json().objectNode().put("type", "boolean");
    }

    @Override
    JsonNode resolved(Boolean value) {
      return json().booleanNode(value);
    }

    @Override
    String expected() {
      return "true or false";
    }
  }

  private static final class TextType extends ValueType<String> {
    private final String what;

    TextType(String what) {
      this.what = what;
    }

    @Override
    @Nullable String bind(Tree tree, Context context) {
      Tree.Scalar scalar = scalar(tree, context);
      return scalar == null ? null : scalar.text();
    }

    @Override
    ObjectNode schema() {
      return json().objectNode().put("type", "string");
    }

    @Override
    JsonNode resolved(String value) {
      return json().textNode(value);
    }

    @Override
    String expected() {
      return what;
    }
  }

  private static final class ChoiceType<T> extends ValueType<T> {
    private final List<T> values;
    private final java.util.function.Function<T, String> name;

    ChoiceType(List<T> values, java.util.function.Function<T, String> name) {
      this.values = List.copyOf(values);
      this.name = name;
    }

    @Override
    @Nullable T bind(Tree tree, Context context) {
      Tree.Scalar scalar = scalar(tree, context);
      if (scalar == null) {
        return null;
      }
      for (T value : values) {
        if (name.apply(value).equals(scalar.text())) {
          return value;
        }
      }
      context
          .problems()
          .error(
              scalar.place(),
              "%s is '%s', expected %s".formatted(context.path(), scalar.text(), expected()),
              Suggestion.nearest(scalar.text(), names())
                  .map(near -> "did you mean '" + near + "'?")
                  .orElse(""));
      return null;
    }

    private List<String> names() {
      return values.stream().map(name).toList();
    }

    @Override
    ObjectNode schema() {
      ObjectNode node = json().objectNode();
      ArrayNode items = node.putArray("enum");
      names().forEach(items::add);
      return node;
    }

    @Override
    JsonNode resolved(T value) {
      return json().textNode(name.apply(value));
    }

    @Override
    String expected() {
      return names().stream().collect(Collectors.joining(", ", "one of ", ""));
    }
  }

  private static final class ListType<T> extends ValueType<List<T>> {
    private final ValueType<T> item;
    private final boolean oneAllowed;

    ListType(ValueType<T> item, boolean oneAllowed) {
      this.item = item;
      this.oneAllowed = oneAllowed;
    }

    @Override
    @Nullable List<T> bind(Tree tree, Context context) {
      if (!(tree instanceof Tree.Sequence sequence)) {
        return single(tree, context);
      }
      if (sequence.items().isEmpty()) {
        context
            .problems()
            .error(
                tree.place(),
                "%s is an empty list: expected %s".formatted(context.path(), expected()),
                "");
        return null;
      }
      List<T> values = new ArrayList<>();
      for (int i = 0; i < sequence.items().size(); i++) {
        T value = item.bind(sequence.items().get(i), context.item(i));
        if (value != null) {
          values.add(value);
        }
      }
      return values.size() == sequence.items().size() ? List.copyOf(values) : null;
    }

    private @Nullable List<T> single(Tree tree, Context context) {
      if (oneAllowed) {
        T value = item.bind(tree, context);
        return value == null ? null : List.of(value);
      }
      context
          .problems()
          .error(
              tree.place(),
              "%s is %s: expected %s".formatted(context.path(), tree.describe(), expected()),
              "write it as [ … ]");
      return null;
    }

    @Override
    ObjectNode schema() {
      ObjectNode list = json().objectNode().put("type", "array").put("minItems", 1);
      list.set("items", item.schema());
      if (!oneAllowed) {
        return list;
      }
      ObjectNode either = json().objectNode();
      either.putArray("anyOf").add(item.schema()).add(list);
      return either;
    }

    @Override
    JsonNode resolved(List<T> values) {
      if (oneAllowed && values.size() == 1) {
        return item.resolved(values.getFirst());
      }
      ArrayNode list = json().arrayNode();
      values.forEach(value -> list.add(item.resolved(value)));
      return list;
    }

    @Override
    String expected() {
      return (oneAllowed ? "one or a list of: " : "a list of: ") + item.expected();
    }

    @Override
    String unit() {
      return item.unit();
    }
  }

  private static final class SectionType extends ValueType<Values> {
    private final Section section;

    SectionType(Section section) {
      this.section = section;
    }

    @Override
    @Nullable Values bind(Tree tree, Context context) {
      return section.bind(tree, context);
    }

    @Override
    ObjectNode schema() {
      return section.schema();
    }

    @Override
    JsonNode resolved(Values values) {
      return values.resolved();
    }

    @Override
    String expected() {
      return section.expected();
    }
  }
}
