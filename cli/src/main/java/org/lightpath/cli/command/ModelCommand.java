package org.lightpath.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.run.UsageException;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.graph.UnsupportedOperatorException;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.builder.ShapeOnlyModel;
import org.lightpath.datasets.builder.ShapeOnlyModels;
import org.lightpath.datasets.model.ShippedModels;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxReader;
import org.lightpath.datasets.onnx.OnnxValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a model is made of. */
@Command(
    name = "model",
    description = {
      "Tells what an ONNX model is made of, before anything runs: layers, shapes, multiply-accumulate",
      "operations, and which of them are matrix products that light can compute.",
      "Products are C[M,N] = A[M,K] B[K,N]; 'weights' names the side that is constant."
    },
    footer = {
      "",
      "Examples:",
      "  lightpath model mnist_cdcgan_generator",
      "  lightpath model stable_diffusion_unet",
      "  lightpath model decoder.onnx --batch 16",
      "  lightpath model unet.onnx --input x=1x4x64x64 --input context=1x77x768 --json"
    },
    mixinStandardHelpOptions = true)
public final class ModelCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "ONNX file, or the name of a shipped model, or of an architecture with random weights.")
  private @Nullable String file;

  @Option(
      names = "--batch",
      defaultValue = "1",
      description = "Extent of axes that the model leaves open (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--input",
      paramLabel = "NAME=SHAPE",
      description = "Extents of an input, such as x=1x3x64x64; repeatable.")
  private Map<String, String> inputs = new LinkedHashMap<>();

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  /** Creates the command. */
  public ModelCommand() {}

  @Override
  public Integer call() {
    if (batch < 1) {
      throw refusal("--batch is %d, expected at least 1".formatted(batch));
    }
    String name = Objects.requireNonNull(file);
    if (!Files.exists(Path.of(name)) && ShapeOnlyModels.names().contains(name)) {
      try (ShapeOnlyModel model = ShapeOnlyModels.open(name, 1)) {
        print(architecture(model));
      }
    } else {
      try (OnnxModel model = open(name)) {
        ModelListing listing = listing(model);
        print(json ? listing.json() : listing.text());
      } catch (InvalidModelException
          | UnsupportedOperatorException
          | UnsupportedOperationException
          | IllegalArgumentException e) {
        throw new UsageException(Objects.requireNonNullElse(e.getMessage(), e.toString()));
      }
    }
    return ExitCode.DONE;
  }

  private static void print(String text) {
    System.out.print(text);
  }

  private ModelListing listing(OnnxModel model) {
    ModelGraph graph = ModelGraph.of(model);
    return new ModelListing(model, graph.plan(shapes(graph)));
  }

  private String architecture(ShapeOnlyModel model) {
    List<ModelListing.Part> parts =
        model.parts().stream()
            .map(part -> new ModelListing.Part(listing(part.model()), part.repeats()))
            .toList();
    return json ? ModelListing.json(model, parts) : ModelListing.text(model, parts);
  }

  private OnnxModel open(String name) {
    Path path = Path.of(name);
    if (Files.exists(path)) {
      return OnnxReader.read(path);
    }
    if (ShippedModels.names().contains(name)) {
      return ShippedModels.open(name);
    }
    throw refusal(
        "%s: there is no such file, no shipped model of that name (%s) and no architecture (%s)"
            .formatted(
                name,
                String.join(", ", ShippedModels.names()),
                String.join(", ", ShapeOnlyModels.names())));
  }

  /** Given extents; open axes of other inputs take the batch. */
  private Map<String, int[]> shapes(ModelGraph graph) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    List<String> known = new ArrayList<>();
    for (OnnxValue input : graph.inputs()) {
      known.add(input.name());
      String given = inputs.get(input.name());
      List<OnnxValue.Dim> dims = input.dims();
      if (given != null) {
        shapes.put(input.name(), extents(input.name(), given));
      } else if (dims == null) {
        throw refusal(
            "input %s has no shape in the file; give it with --input %s=1x…"
                .formatted(input.name(), input.name()));
      } else {
        shapes.put(
            input.name(),
            dims.stream()
                .mapToInt(dim -> dim.value() < 0 ? batch : Math.toIntExact(dim.value()))
                .toArray());
      }
    }
    for (String name : inputs.keySet()) {
      if (!known.contains(name)) {
        throw refusal(
            "--input %s: the model has no such input; it has %s"
                .formatted(name, String.join(", ", known)));
      }
    }
    return shapes;
  }

  private int[] extents(String name, String text) {
    try {
      String[] words = text.split("x", -1);
      int[] extents = new int[words.length];
      for (int i = 0; i < words.length; i++) {
        extents[i] = Integer.parseInt(words[i]);
        if (extents[i] < 1) {
          throw new NumberFormatException();
        }
      }
      return extents;
    } catch (NumberFormatException _) {
      throw refusal(
          "--input %s=%s: expected positive extents such as 1x3x64x64".formatted(name, text));
    }
  }

  private ParameterException refusal(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
