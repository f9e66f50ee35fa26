package org.lightpath.datasets.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The presets that come with this project. */
public final class Presets {
  /** Kind of the presets that are fibres. */
  public static final String FIBRE = "fibre";

  /** Kind of the presets that are amplifiers. */
  public static final String AMPLIFIER = "amplifier";

  private static final List<Preset> ALL = load();

  private Presets() {}

  /** All presets, in the order of the file. */
  public static List<Preset> all() {
    return ALL;
  }

  /** Presets of a kind. */
  public static List<Preset> ofKind(String kind) {
    return ALL.stream().filter(preset -> preset.kind().equals(kind)).toList();
  }

  /** The preset of a name. */
  public static Optional<Preset> find(String name) {
    return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  private static List<Preset> load() {
    try (InputStream in =
        Objects.requireNonNull(
            Presets.class.getResourceAsStream("presets.yaml"), "presets.yaml is missing")) {
      Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      List<Preset> presets = new ArrayList<>();
      map(root).forEach((name, body) -> presets.add(preset(name.toString(), map(body))));
      return List.copyOf(presets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Preset preset(String name, Map<?, ?> body) {
    List<Preset.Value> values = new ArrayList<>();
    map(body.get("values"))
        .forEach(
            (key, entry) ->
                values.add(
                    new Preset.Value(
                        key.toString(), text(map(entry), "value"), text(map(entry), "source"))));
    return new Preset(name, text(body, "kind"), text(body, "title"), values);
  }

  private static Map<?, ?> map(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalStateException("presets.yaml: expected a mapping, got " + node);
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalStateException(
          "presets.yaml: key '%s' is missing in %s".formatted(key, map));
    }
    return value.toString();
  }
}
