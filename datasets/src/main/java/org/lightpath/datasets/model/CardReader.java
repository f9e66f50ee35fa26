package org.lightpath.datasets.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the cards of shipped models. */
final class CardReader {
  private final String name;
  private final Map<?, ?> card;

  private CardReader(String name, Map<?, ?> card) {
    this.name = name;
    this.card = card;
  }

  /** The card in a text. */
  static ModelCard read(String name, String yaml) {
    Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    if (!(root instanceof Map<?, ?> map)) {
      throw new IllegalStateException("card of '%s': expected a mapping".formatted(name));
    }
    return new CardReader(name, map).card();
  }

  private ModelCard card() {
    return new ModelCard(
        name,
        text(card, "title"),
        text(card, "description"),
        Long.parseLong(text(card, "parameters")),
        Long.parseLong(text(card, "macs")),
        text(card, "unit"),
        text(card, "training"),
        texts("quality"),
        text(card, "licence"),
        text(card, "origin"),
        text(card, "attribution"),
        entries("inputs", this::port),
        entries("outputs", this::port),
        entries("files", item -> new ModelCard.Item(text(item, "sha256"), text(item, "meaning"))));
  }

  private ModelCard.Port port(Map<?, ?> port) {
    return new ModelCard.Port(
        text(port, "type"), text(port, "shape"), text(port, "range"), text(port, "meaning"));
  }

  private List<String> texts(String key) {
    if (card.get(key) instanceof List<?> list) {
      return list.stream().map(Object::toString).toList();
    }
    throw missing(key, "a list");
  }

  private <T> Map<String, T> entries(String key, Function<Map<?, ?>, T> read) {
    if (!(card.get(key) instanceof Map<?, ?> map)) {
      throw missing(key, "a mapping");
    }
    Map<String, T> entries = new LinkedHashMap<>();
    map.forEach(
        (entry, body) -> {
          if (!(body instanceof Map<?, ?> inner)) {
            throw missing(key + "." + entry, "a mapping");
          }
          entries.put(entry.toString(), read.apply(inner));
        });
    return entries;
  }

  private String text(Map<?, ?> map, String key) {
    @Nullable Object value = map.get(key);
    if (value == null) {
      throw missing(key, "a text");
    }
    return value.toString();
  }

  private IllegalStateException missing(String key, String expected) {
    return new IllegalStateException(
        "card of '%s': key '%s' is no %s".formatted(name, key, expected));
  }
}
