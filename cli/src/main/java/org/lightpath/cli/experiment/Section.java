package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.experiment.Tree.Entry;
import org.lightpath.cli.experiment.Tree.Mapping;
import org.lightpath.cli.experiment.ValueType.Context;

/** A set of keys that belong together, and which of them exclude each other. */
public final class Section {
  private final String name;
  private final String doc;
  private final List<Key<?>> keys;
  private final List<Group> groups;
  private final List<Use> uses;
  private final Optional<Key<String>> preset;
  private final PresetSource presets;

  /**
   * Keys of which at most one may be given.
   *
   * @param keys the keys
   * @param required whether one must be given
   */
  record Group(List<Key<?>> keys, boolean required) {
    String names(String separator) {
      return String.join(separator, keys.stream().map(key -> "'" + key.name() + "'").toList());
    }
  }

  /**
   * What a key is used with; beside anything else it is refused, and has no default.
   *
   * @param key the key
   * @param with the other key
   * @param values values of the other key; empty if it only has to be given
   */
  record Use(Key<?> key, Key<?> with, List<Enum<?>> values) {}

  /** Finds presets by name. */
  @FunctionalInterface
  public interface PresetSource {
    /** The keys and values of a preset; empty if there is none of that name. */
    Optional<Mapping> find(String name);
  }

  private Section(Builder builder) {
    this.name = builder.name;
    this.doc = builder.doc;
    this.keys = List.copyOf(builder.keys);
    this.groups = List.copyOf(builder.groups);
    this.uses = List.copyOf(builder.uses);
    this.preset = Optional.ofNullable(builder.preset);
    this.presets = builder.presets;
  }

  /** Starts a section. */
  public static Builder named(String name, String doc) {
    return new Builder(name, doc);
  }

  String name() {
    return name;
  }

  String doc() {
    return doc;
  }

  List<Key<?>> keys() {
    return keys;
  }

  List<Group> groups() {
    return groups;
  }

  List<Use> uses() {
    return uses;
  }

  Optional<Key<String>> preset() {
    return preset;
  }

  boolean isPreset(Key<?> key) {
    return preset.isPresent() && preset.get() == key;
  }

  String expected() {
    String mapping = "the keys of " + name;
    return preset.isPresent() ? "the name of a preset or " + mapping : mapping;
  }

  /** JSON Schema of this section. */
  public ObjectNode schema() {
    return SectionSchema.of(this);
  }

  /** Reads a whole document. */
  public Optional<Values> bind(Tree tree, Problems problems) {
    return Optional.ofNullable(bind(tree, new Context(problems, "")));
  }

  @Nullable Values bind(Tree tree, Context context) {
    Mapping mapping = mapping(tree, context);
    return mapping == null ? null : new SectionBinder(this, context).bind(mapping);
  }

  private @Nullable Mapping mapping(Tree tree, Context context) {
    return switch (tree) {
      case Mapping mapping -> overlay(mapping, context);
      case Tree.Scalar scalar when scalar.isNull() -> new Mapping(List.of(), scalar.place());
      case Tree.Scalar scalar when preset.isPresent() ->
          overlay(
              new Mapping(
                  List.of(new Entry(preset.get().name(), scalar.place(), scalar)), scalar.place()),
              context);
      default -> {
        String what = context.path().isEmpty() ? "the file" : context.path();
        context
            .problems()
            .error(
                tree.place(),
                "%s is %s: expected %s".formatted(what, tree.describe(), expected()),
                "");
        yield null;
      }
    };
  }

  /** The given keys, completed by those of the preset they name. */
  private Mapping overlay(Mapping given, Context context) {
    Optional<Entry> named = preset.flatMap(key -> given.find(key.name()));
    if (named.isEmpty() || !(named.get().value() instanceof Tree.Scalar choice)) {
      return given;
    }
    Optional<Mapping> values = presets.find(choice.text());
    return values.isEmpty()
        ? given // the choice of names reports it
        : new PresetOverlay(this, context).over(values.get(), given);
  }

  Map<String, Key<?>> byName() {
    Map<String, Key<?>> byName = new HashMap<>();
    keys.forEach(key -> key.names().forEach(spelling -> byName.put(spelling, key)));
    return byName;
  }

  /** Builds a section. */
  public static final class Builder {
    private final String name;
    private final String doc;
    private final List<Key<?>> keys = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private @Nullable Key<String> preset;
    private PresetSource presets = _ -> Optional.empty();

    private Builder(String name, String doc) {
      this.name = name;
      this.doc = doc;
    }

    /** Adds keys. */
    public Builder keys(Key<?>... more) {
      keys.addAll(List.of(more));
      return this;
    }

    /** Adds keys of which exactly one must be given, by the user or by a preset. */
    public Builder exactlyOne(Key<?>... more) {
      keys.addAll(List.of(more));
      groups.add(new Group(List.of(more), true));
      return this;
    }

    /** Adds keys of which at most one may be given. */
    public Builder atMostOne(Key<?>... more) {
      keys.addAll(List.of(more));
      groups.add(new Group(List.of(more), false));
      return this;
    }

    /** Declares that a key of this section is used beside another only. */
    public Builder usedWith(Key<?> key, Key<?> other) {
      uses.add(new Use(key, other, List.of()));
      return this;
    }

    /** Declares that keys are used beside some values of a choice only, whose key stands before. */
    public <E extends Enum<E>> Builder usedFor(Key<E> choice, Set<E> values, Key<?>... used) {
      for (Key<?> key : used) {
        uses.add(new Use(key, choice, List.copyOf(values)));
      }
      return this;
    }

    /** Adds the key that names a preset; its name alone may stand for the section. */
    public Builder preset(Key<String> key, PresetSource source) {
      keys.add(key);
      preset = key;
      presets = source;
      return this;
    }

    /** The section. */
    public Section build() {
      return new Section(this);
    }
  }
}
