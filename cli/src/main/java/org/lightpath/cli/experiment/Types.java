package org.lightpath.cli.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.lightpath.core.quantity.QuantityKind;

/** The types of value that experiment files hold. */
public final class Types {
  private Types() {}

  /** A physical quantity with its unit; SI inside. */
  public static QuantityType quantity(QuantityKind kind) {
    return new QuantityType(kind, Range.ANY);
  }

  /** A number without a unit. */
  public static RealType real() {
    return RealType.ANY;
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
    return new ListType<>(_ -> item, false);
  }

  /** A list whose items have a type each, by their number from 0. */
  public static <T> ValueType<List<T>> numbered(IntFunction<? extends ValueType<T>> item) {
    return new ListType<>(item, false);
  }

  /** One value, or a list of them. */
  public static <T> ValueType<List<T>> oneOrMany(ValueType<T> item) {
    return new ListType<>(_ -> item, true);
  }

  /** A value, or a word in its place. */
  public static <T> ValueType<Optional<T>> wordOr(String word, ValueType<T> type) {
    return new WordOrType<>(word, type);
  }

  /** Keys with values. */
  public static ValueType<Values> section(Section section) {
    return new SectionType(section);
  }

  /** How a constant is written: {@code NONLINEAR_PHASE} becomes {@code nonlinear-phase}. */
  public static String hyphenated(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
