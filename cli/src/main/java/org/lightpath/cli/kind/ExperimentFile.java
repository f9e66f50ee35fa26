package org.lightpath.cli.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lightpath.cli.cloud.CloudKind;
import org.lightpath.cli.core.CoreKind;
import org.lightpath.cli.experiment.DocumentReader;
import org.lightpath.cli.experiment.Place;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Replacement;
import org.lightpath.cli.experiment.SourceText;
import org.lightpath.cli.experiment.Suggestion;
import org.lightpath.cli.experiment.Tree;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.link.LinkKind;
import org.lightpath.cli.mesh.MeshKind;
import org.lightpath.cli.pulse.PulseKind;

/**
 * An experiment file, read and checked.
 *
 * @param text as given
 * @param kind its kind
 * @param values what it says, defaults included
 * @param prepared the experiment, ready to plan or run
 * @param problems warnings only
 */
public record ExperimentFile(
    String text, Kind kind, Values values, Prepared prepared, Problems problems) {
  /** All kinds. */
  public static final List<Kind> KINDS =
      List.of(new PulseKind(), new LinkKind(), new CoreKind(), new MeshKind(), new CloudKind());

  /**
   * Reads and checks a file.
   *
   * @param overrides values from the command line
   * @throws org.lightpath.cli.experiment.InvalidExperimentException telling everything that is
   *     wrong
   */
  public static ExperimentFile load(Path file, List<Replacement> overrides) {
    Problems problems = new Problems();
    String text = read(file, problems);
    problems.throwIfErrors();
    SourceText source = SourceText.of(file.toString(), text);
    Optional<Tree.Mapping> tree =
        DocumentReader.read(source, text, stem(file), overrides, problems);
    Optional<Kind> kind = tree.flatMap(mapping -> kind(mapping, problems));
    Optional<Values> values = kind.flatMap(k -> k.section().bind(tree.get(), problems));
    problems.throwIfErrors();
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
    Optional<Prepared> prepared = kind.get().prepare(values.get(), folder, problems);
    problems.throwIfErrors();
    return new ExperimentFile(text, kind.get(), values.get(), prepared.orElseThrow(), problems);
  }

  /** Every value with its default filled in, in SI; can be run again. */
  public ObjectNode resolved() {
    return values.resolved();
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String read(Path file, Problems problems) {
    Place place = Place.startOf(SourceText.of(file.toString(), ""));
    try {
      return Files.readString(file);
    } catch (NoSuchFileException _) {
      problems.error(place, "there is no such file", "give the path of an experiment file");
    } catch (MalformedInputException _) {
      problems.error(place, "the file is not text in UTF-8", "");
    } catch (IOException e) {
      problems.error(place, "the file cannot be read: " + e.getMessage(), "");
    }
    return "";
  }

  private static Optional<Kind> kind(Tree.Mapping tree, Problems problems) {
    List<String> names = KINDS.stream().map(Kind::name).toList();
    Optional<Tree.Entry> entry = tree.find("kind");
    if (entry.isEmpty() || !(entry.get().value() instanceof Tree.Scalar name)) {
      problems.error(
          entry.map(Tree.Entry::keyPlace).orElse(tree.place()),
          "key 'kind' is missing",
          "add 'kind: ' with one of " + String.join(", ", names));
      return Optional.empty();
    }
    Optional<Kind> kind = KINDS.stream().filter(k -> k.name().equals(name.text())).findFirst();
    if (kind.isEmpty()) {
      problems.error(
          name.place(),
          "kind is '%s', expected one of %s".formatted(name.text(), String.join(", ", names)),
          Suggestion.nearest(name.text(), names)
              .map(near -> "did you mean '" + near + "'?")
              .orElse(""));
    }
    return kind;
  }
}
