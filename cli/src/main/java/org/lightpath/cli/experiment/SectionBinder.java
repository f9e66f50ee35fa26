package org.lightpath.cli.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.cli.experiment.Section.Group;
import org.lightpath.cli.experiment.Section.Use;
import org.lightpath.cli.experiment.Tree.Entry;
import org.lightpath.cli.experiment.Tree.Mapping;
import org.lightpath.cli.experiment.ValueType.Context;

/** Reads the keys of one section, telling everything that is wrong with it. */
final class SectionBinder {
  private static final SourceText DEFAULTS = SourceText.of("default", "");

  private final Section section;
  private final Context context;
  private final Map<Key<?>, Entry> entries = new HashMap<>();

  SectionBinder(Section section, Context context) {
    this.section = section;
    this.context = context;
  }

  Values bind(Mapping mapping) {
    sort(mapping);
    Values values = new Values(section, mapping.place());
    for (Key<?> key : section.keys()) {
      Entry entry = entries.get(key);
      if (entry != null) {
        bindGiven(key, entry, values);
      } else if (key.required()) {
        missing(mapping.place(), "key '%s' is missing".formatted(path(key)), key);
      }
    }
    section.groups().forEach(group -> checkGroup(group, mapping));
    section.keys().forEach(key -> bindDefault(key, values));
    section.uses().forEach(use -> checkUse(use, values));
    return values;
  }

  private void sort(Mapping mapping) {
    Map<String, Key<?>> byName = section.byName();
    for (Entry entry : mapping.entries()) {
      Key<?> key = byName.get(entry.key());
      if (key == null) {
        unknown(entry, byName);
      } else {
        Entry other = entries.putIfAbsent(key, entry);
        if (other != null && !other.key().equals(entry.key())) {
          context
              .problems()
              .error(
                  entry.keyPlace(),
                  "'%s' and '%s' are the same key".formatted(entry.key(), other.key()),
                  "keep one of the two");
        }
      }
    }
  }

  private void unknown(Entry entry, Map<String, Key<?>> byName) {
    String where = context.path().isEmpty() ? "" : " in " + context.path();
    String action =
        Suggestion.nearest(entry.key(), byName.keySet())
            .map(near -> "did you mean '" + near + "'?")
            .orElseGet(() -> "known keys: " + knownKeys());
    context
        .problems()
        .error(entry.keyPlace(), "unknown key '%s'%s".formatted(entry.key(), where), action);
  }

  private String knownKeys() {
    return String.join(", ", section.keys().stream().map(Key::name).toList());
  }

  private <T> void bindGiven(Key<T> key, Entry entry, Values values) {
    T value = key.type().bind(entry.value(), context.child(key.name()));
    if (value != null) {
      values.put(key, value, entry.value().place(), true);
    }
  }

  private <T> void bindDefault(Key<T> key, Values values) {
    Optional<Key.Default> fallback = key.fallback();
    if (fallback.isEmpty() || entries.containsKey(key) || displaced(key) || idle(key, values)) {
      return;
    }
    Problems problems = new Problems();
    Place place = Place.startOf(DEFAULTS);
    Tree tree = Tree.parseOwn(DEFAULTS, fallback.get().text());
    T value = key.type().bind(tree, new Context(problems, path(key)));
    if (value == null) {
      throw new IllegalStateException(
          "default of '%s' is not valid: %s".formatted(path(key), problems.render()));
    }
    values.put(key, value, place, false);
  }

  /** Whether another key of the same group was given. */
  private boolean displaced(Key<?> key) {
    return section.groups().stream()
        .anyMatch(
            group ->
                group.keys().contains(key) && group.keys().stream().anyMatch(entries::containsKey));
  }

  /** Whether a key has nothing to do beside the others. */
  private boolean idle(Key<?> key, Values values) {
    return section.uses().stream().anyMatch(use -> use.key() == key && !met(use, values));
  }

  private boolean met(Use use, Values values) {
    return use.values().isEmpty()
        ? entries.containsKey(use.with())
        // A choice that could not be read has been told; its keys are not to blame.
        : values.find(use.with()).map(value -> use.values().contains(value)).orElse(true);
  }

  private void checkUse(Use use, Values values) {
    Entry entry = entries.get(use.key());
    if (entry == null || met(use, values)) {
      return;
    }
    String path = path(use.key());
    String other = use.with().name();
    if (use.values().isEmpty()) {
      context
          .problems()
          .error(
              entry.keyPlace(),
              "%s would have no effect: it is used with '%s' only".formatted(path, other),
              "remove it, or give '%s'".formatted(other));
      return;
    }
    String wanted = String.join(", ", use.values().stream().map(Types::hyphenated).toList());
    context
        .problems()
        .error(
            entry.keyPlace(),
            "%s would have no effect with '%s: %s'"
                .formatted(path, other, choice(use.with(), values)),
            "remove it, or choose another %s: it is used with %s".formatted(other, wanted));
  }

  private static String choice(Key<?> key, Values values) {
    return values.find(key).map(value -> Types.hyphenated((Enum<?>) value)).orElse("");
  }

  private void checkGroup(Group group, Mapping mapping) {
    List<Key<?>> given = group.keys().stream().filter(entries::containsKey).toList();
    if (given.size() > 1) {
      Entry second = entries.get(given.get(1));
      context
          .problems()
          .error(
              second == null ? mapping.place() : second.keyPlace(),
              "%s exclude each other%s"
                  .formatted(new Group(given, false).names(" and "), inSection()),
              "keep one of them");
    } else if (given.isEmpty() && group.required()) {
      missing(
          mapping.place(),
          "one of %s is missing%s".formatted(group.names(", "), inSection()),
          group.keys().getFirst());
    }
  }

  private void missing(Place place, String message, Key<?> example) {
    context
        .problems()
        .error(
            place,
            message,
            "'%s' is %s: %s".formatted(example.name(), example.type().expected(), example.doc()));
  }

  private String inSection() {
    return context.path().isEmpty() ? "" : " in " + context.path();
  }

  private String path(Key<?> key) {
    return context.child(key.name()).path();
  }
}
