package org.lightpath.cli.preset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lightpath.datasets.preset.Preset;
import org.lightpath.datasets.preset.Presets;

/** All presets: fibre links, photonic devices, published cores, models, networks and accounts. */
public final class Catalogue {
  /** Kind of Mach-Zehnder modulators, which experiments name. */
  public static final String MODULATOR = "modulator";

  private static final List<Preset> ALL =
      Stream.of(
              Presets.all(),
              DeviceValues.all(),
              PublishedCores.all(),
              PublishedModels.all(),
              ModelCards.all(),
              CloudValues.all(),
              List.of(DeviceValues.assumed()))
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  /** All presets, by kind. */
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
}
