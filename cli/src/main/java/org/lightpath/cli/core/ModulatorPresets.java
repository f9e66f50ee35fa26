package org.lightpath.cli.core;

import java.util.List;
import java.util.Set;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.kind.PresetSections;
import org.lightpath.cli.preset.Catalogue;
import org.lightpath.datasets.preset.Preset;

/** Modulators by name, as the keys and values of a modulator's section. */
final class ModulatorPresets {
  private static final List<Preset> ALL = Catalogue.ofKind(Catalogue.MODULATOR);

  /** Keys of the section that presets have values of. */
  private static final Set<String> KEYS =
      Set.of("curve", "extinctionRatio", "bandwidth", "insertionLoss", "energyPerSymbol");

  static final Section.PresetSource SOURCE = PresetSections.among(ALL, KEYS);

  private ModulatorPresets() {}

  static List<String> names() {
    return ALL.stream().map(Preset::name).toList();
  }
}
