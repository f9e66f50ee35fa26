package org.lightpath.cli.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lightpath.cli.experiment.Tree.Entry;
import org.lightpath.cli.experiment.Tree.Mapping;
import org.lightpath.cli.experiment.Tree.Scalar;
import org.lightpath.cli.experiment.Tree.Sequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML 1.2 (so JSON too) into a {@link Tree}, refusing repeated keys. */
final class YamlReader {
  private static final int MAX_DEPTH = 50;

  private final SourceText source;
  private final Problems problems;
  private final int firstLine;
  private final int firstColumn;

  private YamlReader(Place start, Problems problems) {
    this.source = start.source();
    this.problems = problems;
    this.firstLine = start.line();
    this.firstColumn = start.column();
  }

  /** The tree of a whole text; empty if it is not YAML, which is then among the problems. */
  static Optional<Tree> read(SourceText source, String text, Problems problems) {
    return read(Place.startOf(source), text, problems);
  }

  /** The tree of a text that begins at a place of its source. */
  static Optional<Tree> read(Place start, String text, Problems problems) {
    YamlReader reader = new YamlReader(start, problems);
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(start.source().name()).build();
      List<Node> documents = new ArrayList<>();
      new Compose(settings).composeAllFromString(text).forEach(documents::add);
      return reader.single(documents, start);
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().map(reader::place).orElse(start);
      problems.error(place, "not valid YAML: " + e.getProblem(), reader.advice(place));
    } catch (YamlEngineException e) {
      problems.error(start, "not valid YAML: " + e.getMessage(), "");
    }
    return Optional.empty();
  }

  private String advice(Place place) {
    String line = place.source().line(place.line());
    return line.contains("\t")
        ? "YAML indents with spaces, and this line holds a tab"
        : "check the indentation, the colon with its space, and the quotes near this place";
  }

  private Optional<Tree> single(List<Node> documents, Place start) {
    if (documents.isEmpty()) {
      problems.error(start, "the text is empty: expected keys and values", "");
      return Optional.empty();
    }
    if (documents.size() > 1) {
      Place second = documents.get(1).getStartMark().map(this::place).orElse(start);
      problems.error(second, "a second document begins here: expected one", "use one file each");
      return Optional.empty();
    }
    return Optional.of(tree(documents.getFirst(), 0));
  }

  private Tree tree(Node node, int depth) {
    Place place = node.getStartMark().map(this::place).orElse(Place.startOf(source));
    if (depth > MAX_DEPTH) {
      problems.error(place, "nested deeper than %d levels".formatted(MAX_DEPTH), "");
      return new Scalar("", true, place);
    }
    return switch (node) {
      case ScalarNode scalar -> new Scalar(scalar.getValue(), !scalar.isPlain(), place);
      case SequenceNode sequence ->
          new Sequence(
              sequence.getValue().stream().map(item -> tree(item, depth + 1)).toList(), place);
      case MappingNode mapping -> mapping(mapping, place, depth);
      default -> throw new IllegalStateException("unknown YAML node " + node.getNodeType());
    };
  }

  private Mapping mapping(MappingNode mapping, Place place, int depth) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place keyPlace = tuple.getKeyNode().getStartMark().map(this::place).orElse(place);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.error(keyPlace, "a key must be a word, not a list or a mapping", "");
        continue;
      }
      Place first = seen.putIfAbsent(key.getValue(), keyPlace);
      if (first != null) {
        problems.error(
            keyPlace,
            "key '%s' is repeated: it already stands in line %d"
                .formatted(key.getValue(), first.line()),
            "keep one of the two");
      }
      entries.add(new Entry(key.getValue(), keyPlace, tree(tuple.getValueNode(), depth + 1)));
    }
    return new Mapping(entries, place);
  }

  private Place place(Mark mark) {
    int column = mark.getLine() == 0 ? mark.getColumn() + firstColumn : mark.getColumn() + 1;
    return new Place(source, mark.getLine() + firstLine, column);
  }
}
