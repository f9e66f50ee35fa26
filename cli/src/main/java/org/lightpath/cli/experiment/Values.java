package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The values of a section: given ones and defaults, each with its place. */
public final class Values {
  private final Section section;
  private final Place place;
  private final Map<Key<?>, Bound> bound = new LinkedHashMap<>();

  private record Bound(Object value, Place place, boolean given) {}

  Values(Section section, Place place) {
    this.section = section;
    this.place = place;
  }

  void put(Key<?> key, Object value, Place where, boolean given) {
    bound.put(key, new Bound(value, where, given));
  }

  /** The value of a key that is required or has a default. */
  public <T> T get(Key<T> key) {
    return find(key)
        .orElseThrow(() -> new IllegalStateException("key '" + key.name() + "' has no value"));
  }

  /** The value of a key, if there is one. */
  @SuppressWarnings("unchecked") // the section bound it with the key's own type
  public <T> Optional<T> find(Key<T> key) {
    Bound entry = bound.get(key);
    return entry == null ? Optional.empty() : Optional.of((T) entry.value());
  }

  /** Whether the user gave this key. */
  public boolean given(Key<?> key) {
    Bound entry = bound.get(key);
    return entry != null && entry.given();
  }

  /** Where the value of a key stands; the section's place if it is a default. */
  public Place place(Key<?> key) {
    Bound entry = bound.get(key);
    return entry != null && entry.given() ? entry.place() : place;
  }

  /** Where the section begins. */
  public Place place() {
    return place;
  }

  /** Every value in SI, in the order of the section's keys. */
  public ObjectNode resolved() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (Key<?> key : section.keys()) {
      if (!section.isPreset(key)) {
        resolved(key).ifPresent(value -> node.set(key.name(), value));
      }
    }
    return node;
  }

  private <T> Optional<JsonNode> resolved(Key<T> key) {
    return find(key).map(value -> key.type().resolved(value));
  }
}
