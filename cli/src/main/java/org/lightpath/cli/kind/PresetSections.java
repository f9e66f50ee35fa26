package org.lightpath.cli.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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

  /**
   * Finds presets among some, for a section that knows some of their keys and neither name nor
   * source.
   */
  public static Section.PresetSource among(List<Preset> presets, Set<String> keys) {
    return name ->
        presets.stream()
            .filter(preset -> preset.name().equals(name))
            .findFirst()
            .map(preset -> new Tree.Mapping(values(preset, keys::contains), place(preset)));
  }

  private static Place place(Preset preset) {
    return Place.startOf(SourceText.of("preset " + preset.name(), ""));
  }

  private static List<Tree.Entry> values(Preset preset, Predicate<String> wanted) {
    Place place = place(preset);
    return preset.values().stream()
        .filter(value -> wanted.test(value.key()))
        .map(
            value ->
                new Tree.Entry(value.key(), place, Tree.parseOwn(place.source(), value.text())))
        .toList();
  }

  private static Tree.Mapping mapping(Preset preset) {
    Place place = place(preset);
    List<Tree.Entry> entries = new ArrayList<>();
    entries.add(new Tree.Entry("name", place, new Tree.Scalar(preset.name(), true, place)));
    String source = "preset " + preset.name() + ": " + preset.title();
    entries.add(new Tree.Entry("source", place, new Tree.Scalar(source, true, place)));
    entries.addAll(values(preset, _ -> true));
    return new Tree.Mapping(entries, place);
  }
}
