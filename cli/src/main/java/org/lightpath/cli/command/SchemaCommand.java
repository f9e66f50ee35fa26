package org.lightpath.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cli.kind.ExperimentFile;
import org.lightpath.cli.kind.Kind;
import org.lightpath.cli.run.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of experiment files. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema (2020-12) of experiment files, for editors.",
    mixinStandardHelpOptions = true)
public final class SchemaCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "KIND", description = "pulse or link; default all.")
  private @Nullable String kind;

  /** Creates the command. */
  public SchemaCommand() {}

  @Override
  public Integer call() {
    List<Kind> chosen =
        ExperimentFile.KINDS.stream()
            .filter(one -> kind == null || one.name().equals(kind))
            .toList();
    if (chosen.isEmpty() && spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "unknown kind '%s': expected one of %s"
              .formatted(
                  kind, String.join(", ", ExperimentFile.KINDS.stream().map(Kind::name).toList())));
    }
    System.out.print(Json.text(schema(chosen)));
    return ExitCode.DONE;
  }

  /** The schema of some kinds. */
  public static ObjectNode schema(List<Kind> kinds) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "urn:" + CommonKeys.SCHEMA_VERSION.replace('/', ':'));
    root.put("title", "Lightpath experiment");
    if (kinds.size() == 1) {
      root.setAll(kinds.getFirst().section().schema());
      return root;
    }
    ArrayNode options = root.putArray("oneOf");
    kinds.forEach(one -> options.add(one.section().schema()));
    return root;
  }
}
