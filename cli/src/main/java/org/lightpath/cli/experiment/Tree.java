package org.lightpath.cli.experiment;

import java.util.List;
import java.util.Optional;

/** A YAML document as it was written: every key and value knows its place. */
public sealed interface Tree {
  /** Where the value begins. */
  Place place();

  /** What it is, for messages. */
  String describe();

  /** Reads YAML that is known to be good: defaults and presets of this project. */
  static Tree parseOwn(SourceText source, String text) {
    Problems problems = new Problems();
    return YamlReader.read(source, text, problems)
        .orElseThrow(() -> new IllegalStateException(problems.render()));
  }

  /**
   * A single value.
   *
   * @param text as written, quotes removed
   * @param quoted whether it was written in quotes
   * @param place where it begins
   */
  record Scalar(String text, boolean quoted, Place place) implements Tree {
    @Override
    public String describe() {
      return text.isEmpty() ? "empty" : "'" + text + "'";
    }

    /** Whether nothing is written here. */
    public boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  /**
   * A list.
   *
   * @param items in order
   * @param place where it begins
   */
  record Sequence(List<Tree> items, Place place) implements Tree {
    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String describe() {
      return "a list of " + items.size();
    }
  }

  /**
   * Keys with values.
   *
   * @param entries in order
   * @param place where it begins
   */
  record Mapping(List<Entry> entries, Place place) implements Tree {
    /** Copies the entries. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String describe() {
      return "a mapping";
    }

    /** The first entry of a key. */
    public Optional<Entry> find(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }
  }

  /**
   * A key with its value.
   *
   * @param key as written
   * @param keyPlace where the key begins
   * @param value what follows it
   */
  record Entry(String key, Place keyPlace, Tree value) {}
}
