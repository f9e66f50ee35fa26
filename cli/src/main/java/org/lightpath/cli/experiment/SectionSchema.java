package org.lightpath.cli.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lightpath.cli.experiment.Section.Group;
import org.lightpath.cli.experiment.Section.Use;

/** JSON Schema (2020-12) of a section, from the keys that also read it. */
final class SectionSchema {
  private SectionSchema() {}

  static ObjectNode of(Section section) {
    ObjectNode node = object(section);
    if (section.preset().isEmpty()) {
      return node;
    }
    ObjectNode either = ValueType.json().objectNode();
    ArrayNode forms = either.putArray("anyOf");
    forms.add(section.preset().get().type().schema()).add(node);
    return either;
  }

  private static ObjectNode object(Section section) {
    ObjectNode node = ValueType.json().objectNode();
    node.put("type", "object").put("description", section.doc());
    ObjectNode properties = node.putObject("properties");
    for (Key<?> key : section.keys()) {
      key.names().forEach(name -> properties.set(name, property(key)));
    }
    node.put("additionalProperties", false);
    ArrayNode conditions = ValueType.json().arrayNode();
    section.keys().stream()
        .filter(Key::required)
        .forEach(key -> conditions.add(anyOf(List.of(key))));
    section.groups().forEach(group -> addGroup(group, section, conditions));
    section.uses().forEach(use -> addUse(use, section, conditions));
    section.keys().stream()
        .filter(key -> key.names().size() > 1)
        .forEach(key -> conditions.add(notBoth(key.names().get(0), key.names().get(1))));
    if (!conditions.isEmpty()) {
      node.set("allOf", conditions);
    }
    return node;
  }

  private static ObjectNode property(Key<?> key) {
    ObjectNode node = key.type().schema();
    StringBuilder doc = new StringBuilder(key.doc());
    key.fallback()
        .ifPresent(
            fallback -> {
              putDefault(node, fallback.text());
              doc.append(" Default: %s (%s).".formatted(fallback.text(), fallback.source()));
            });
    if (!key.type().unit().isEmpty()) {
      doc.append(" SI unit: %s.".formatted(key.type().unit()));
    }
    return node.put("description", doc.toString());
  }

  /** A default of the type that the file has: a number where numbers carry no unit. */
  private static void putDefault(ObjectNode node, String text) {
    // One value or a list of them: the default is one.
    String alternative = node.path("anyOf").path(0).path("type").asText();
    switch (node.path("type").asText(alternative)) {
      case "integer" -> node.put("default", Long.parseLong(text));
      case "number" -> node.put("default", Double.parseDouble(text));
      case "boolean" -> node.put("default", Boolean.parseBoolean(text));
      default -> node.put("default", text);
    }
  }

  private static void addGroup(Group group, Section section, ArrayNode conditions) {
    List<Key<?>> keys = group.keys();
    for (int i = 0; i < keys.size(); i++) {
      for (int j = i + 1; j < keys.size(); j++) {
        conditions.add(notBoth(keys.get(i).name(), keys.get(j).name()));
      }
    }
    if (group.required()) {
      ObjectNode any = anyOf(keys);
      section.preset().ifPresent(key -> ((ArrayNode) any.get("anyOf")).add(required(key.name())));
      conditions.add(any);
    }
  }

  private static void addUse(Use use, Section section, ArrayNode conditions) {
    if (use.values().isEmpty()) {
      section.groups().stream()
          .filter(group -> group.keys().contains(use.with()))
          .flatMap(group -> group.keys().stream())
          .filter(other -> other != use.with())
          .forEach(other -> conditions.add(notBoth(use.key().name(), other.name())));
      return;
    }
    ObjectNode beside = ValueType.json().objectNode();
    ArrayNode words = beside.putObject("properties").putObject(use.with().name()).putArray("enum");
    for (Object other : use.values().getFirst().getDeclaringClass().getEnumConstants()) {
      if (!use.values().contains(other)) {
        words.add(Types.hyphenated((Enum<?>) other));
      }
    }
    beside.putArray("required").add(use.key().name()).add(use.with().name());
    conditions.addObject().set("not", beside);
  }

  private static ObjectNode anyOf(List<Key<?>> keys) {
    ObjectNode node = ValueType.json().objectNode();
    ArrayNode options = node.putArray("anyOf");
    keys.forEach(key -> key.names().forEach(name -> options.add(required(name))));
    return node;
  }

  private static ObjectNode required(String name) {
    ObjectNode node = ValueType.json().objectNode();
    node.putArray("required").add(name);
    return node;
  }

  private static ObjectNode notBoth(String a, String b) {
    ObjectNode both = ValueType.json().objectNode();
    both.putArray("required").add(a).add(b);
    ObjectNode node = ValueType.json().objectNode();
    node.set("not", both);
    return node;
  }
}
