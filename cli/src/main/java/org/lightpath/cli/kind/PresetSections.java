package org.lightpath.cli.kind;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.experiment.Place;
import org.lightpath.cli.experiment.Section;
import org.lightpath.cli.experiment.SourceText;
import org.lightpath.cli.experiment.Tree;
import org.lightpath.datasets.preset.Preset;
import org.lightpath.datasets.preset.Presets;

/** Presets as the keys and values they stand for. */
public final class PresetSections {
  private PresetSections() {}

  /** Names of the presets of a kind. */
  public static List<String> names(String kind) {
    return Presets.ofKind(kind).stream().map(Preset::name).toList();
  }

  /** Finds the presets of a kind. */
  public static Section.PresetSource of(String kind) {
    return name ->
        Presets.find(name)
            .filter(preset -> preset.kind().equals(kind))
            .map(PresetSections::mapping);
  }

  private static Tree.Mapping mapping(Preset preset) {
    SourceText text = SourceText.of("preset " + preset.name(), "");
    Place place = Place.startOf(text);
    List<Tree.Entry> entries = new ArrayList<>();
    entries.add(new Tree.Entry("name", place, new Tree.Scalar(preset.name(), true, place)));
    String source = "preset " + preset.name() + ": " + preset.title();
    entries.add(new Tree.Entry("source", place, new Tree.Scalar(source, true, place)));
    for (Preset.Value value : preset.values()) {
      entries.add(new Tree.Entry(value.key(), place, Tree.parseOwn(text, value.text())));
    }
    return new Tree.Mapping(entries, place);
  }
}
