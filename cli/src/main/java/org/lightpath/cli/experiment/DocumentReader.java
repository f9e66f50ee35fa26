package org.lightpath.cli.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.cli.experiment.Tree.Entry;
import org.lightpath.cli.experiment.Tree.Mapping;
import org.lightpath.cli.experiment.Tree.Scalar;

/** Reads a whole experiment file into a tree of keys. */
public final class DocumentReader {
  private DocumentReader() {}

  /**
   * The keys of a file with those of the command line.
   *
   * @param name the experiment's name if the file gives none
   */
  public static Optional<Mapping> read(
      SourceText source,
      String text,
      String name,
      List<Replacement> replacements,
      Problems problems) {
    Optional<Tree> tree = YamlReader.read(source, text, problems);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    if (!(tree.get() instanceof Mapping mapping)) {
      problems.error(
          tree.get().place(),
          "the file is %s: expected keys and values".formatted(tree.get().describe()),
          "begin with 'kind: pulse' or 'kind: link'");
      return Optional.empty();
    }
    Mapping edited = named(mapping, name);
    for (Replacement one : replacements) {
      edited = TreeEditor.set(edited, one.path(), one.value(), one.option(), problems);
    }
    return Optional.of(edited);
  }

  private static Mapping named(Mapping mapping, String name) {
    if (mapping.find("name").isPresent()) {
      return mapping;
    }
    List<Entry> entries = new ArrayList<>(mapping.entries());
    entries.add(new Entry("name", mapping.place(), new Scalar(name, true, mapping.place())));
    return new Mapping(entries, mapping.place());
  }
}
