package org.lightpath.cli.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one description of a key: what reads it, what the schema says of it, and what it is when not
 * given.
 *
 * @param <T> the value in the program
 */
public final class Key<T> {
  private final String name;
  private final String doc;
  private final ValueType<T> type;
  private final List<String> aliases;
  private final boolean required;
  private final Optional<Default> fallback;

  /**
   * A default.
   *
   * @param text as one would write it
   * @param source why this value
   */
  record Default(String text, String source) {}

  private Key(
      String name,
      String doc,
      ValueType<T> type,
      List<String> aliases,
      boolean required,
      Optional<Default> fallback) {
    this.name = name;
    this.doc = doc;
    this.type = type;
    this.aliases = List.copyOf(aliases);
    this.required = required;
    this.fallback = fallback;
  }

  /** A key that may be left out. */
  public static <T> Key<T> of(String name, ValueType<T> type, String doc) {
    return new Key<>(name, doc, type, List.of(), false, Optional.empty());
  }

  /** The same key, which must be given. */
  public Key<T> require() {
    return new Key<>(name, doc, type, aliases, true, fallback);
  }

  /** The same key with the value it has when not given, and why. */
  public Key<T> defaultsTo(String text, String source) {
    return new Key<>(name, doc, type, aliases, required, Optional.of(new Default(text, source)));
  }

  /** The same key, also read under another spelling. */
  public Key<T> alias(String spelling) {
    List<String> more = new ArrayList<>(aliases);
    more.add(spelling);
    return new Key<>(name, doc, type, more, required, fallback);
  }

  /** Name in the file. */
  public String name() {
    return name;
  }

  String doc() {
    return doc;
  }

  ValueType<T> type() {
    return type;
  }

  boolean required() {
    return required;
  }

  Optional<Default> fallback() {
    return fallback;
  }

  /** The name and its other spellings. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(name);
    names.addAll(aliases);
    return names;
  }
}
