package org.lightpath.cli.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.cli.experiment.Tree.Entry;
import org.lightpath.cli.experiment.Tree.Mapping;
import org.lightpath.cli.experiment.Tree.Scalar;

/** Replaces values of a tree, as the options of the command line ask for. */
public final class TreeEditor {
  private TreeEditor() {}

  /**
   * The tree with one value replaced or added.
   *
   * @param path keys separated by dots
   * @param value YAML text
   * @param option how messages call it, for instance {@code --set}
   */
  static Mapping set(Mapping tree, String path, String value, String option, Problems problems) {
    SourceText source = SourceText.of(option, option.equals("--set") ? path + "=" + value : value);
    int column = option.equals("--set") ? path.length() + 2 : 1;
    Optional<Tree> parsed = YamlReader.read(new Place(source, 1, column), value, problems);
    return parsed
        .map(node -> set(tree, List.of(path.split("\\.", -1)), node, Place.startOf(source)))
        .orElse(tree);
  }

  private static Mapping set(Mapping tree, List<String> path, Tree value, Place place) {
    String key = path.getFirst();
    Optional<Entry> old = tree.find(key);
    Tree replacement =
        path.size() == 1
            ? value
            : set(mapping(old, place), path.subList(1, path.size()), value, place);
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : tree.entries()) {
      entries.add(entry.key().equals(key) ? new Entry(key, entry.keyPlace(), replacement) : entry);
    }
    if (old.isEmpty()) {
      entries.add(new Entry(key, place, replacement));
    }
    return new Mapping(entries, tree.place());
  }

  /** What stands at a key, as a mapping: a word alone is the name of a preset. */
  private static Mapping mapping(Optional<Entry> entry, Place place) {
    if (entry.isEmpty()) {
      return new Mapping(List.of(), place);
    }
    return switch (entry.get().value()) {
      case Mapping mapping -> mapping;
      case Scalar scalar when !scalar.isNull() ->
          new Mapping(List.of(new Entry("preset", scalar.place(), scalar)), scalar.place());
      default -> new Mapping(List.of(), place);
    };
  }
}
