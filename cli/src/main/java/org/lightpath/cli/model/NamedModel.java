package org.lightpath.cli.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.datasets.builder.ShapeOnlyModel;
import org.lightpath.datasets.builder.ShapeOnlyModels;
import org.lightpath.datasets.model.ShippedModels;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxReader;

/**
 * A model that a user names: one that is shipped, an ONNX file, or a published architecture with
 * random weights.
 *
 * @param name as given
 * @param weights where they are from
 * @param parts graphs that make up the model, in their order; one but for architectures whose
 *     layers are built once
 * @param unit what a run makes: image, step, token
 * @param unitsPerSample how many of them one sample makes: positions of a pass for tokens, else 1
 * @param resource the file or the weights, closed with this
 */
public record NamedModel(
    String name,
    Weights weights,
    List<ModelPart> parts,
    String unit,
    long unitsPerSample,
    Resource resource)
    implements AutoCloseable {
  /** Context of the shipped language model. */
  private static final int CONTEXT = 128;

  private static final String LANGUAGE = "shakespeare_gpt";

  private static final Map<String, String> UNITS =
      Map.of("mnist_ddpm_unet", "step", LANGUAGE, "token");

  /** Where weights are from. */
  public enum Weights {
    /** Learnt: outputs mean something. */
    TRAINED,
    /** Seeded random numbers: right for shapes and numbers of operations alone. */
    RANDOM,
    /** Whatever the user's file holds. */
    FILE
  }

  /** What a model holds open. */
  public interface Resource extends AutoCloseable {
    @Override
    void close();
  }

  /** Copies the list. */
  public NamedModel {
    parts = List.copyOf(parts);
  }

  /**
   * Opens a model. The caller closes it.
   *
   * @param name of a shipped model, of one of {@link ShapeOnlyModels#names}, or of an ONNX file
   * @param seed of random weights
   * @throws IllegalArgumentException if there is nothing of that name
   */
  public static NamedModel open(String name, long seed) {
    Path path = Path.of(name);
    if (Files.exists(path)) {
      return single(name, Weights.FILE, OnnxReader.read(path));
    }
    if (ShippedModels.names().contains(name)) {
      return single(name, Weights.TRAINED, ShippedModels.open(name));
    }
    if (ShapeOnlyModels.names().contains(name)) {
      return shapeOnly(ShapeOnlyModels.open(name, seed));
    }
    throw new IllegalArgumentException(unknown(name));
  }

  /**
   * Checks a name without opening the model.
   *
   * @throws IllegalArgumentException if there is nothing of that name
   */
  public static void check(String name) {
    if (!Files.exists(Path.of(name))
        && !ShippedModels.names().contains(name)
        && !ShapeOnlyModels.names().contains(name)) {
      throw new IllegalArgumentException(unknown(name));
    }
  }

  private static String unknown(String name) {
    return "%s: there is no such file, no shipped model of that name (%s) and no architecture (%s)"
        .formatted(
            name,
            String.join(", ", ShippedModels.names()),
            String.join(", ", ShapeOnlyModels.names()));
  }

  /** A published architecture with random weights; closes them with itself. */
  public static NamedModel shapeOnly(ShapeOnlyModel model) {
    try {
      List<ModelPart> parts =
          model.parts().stream().map(part -> part(part.model(), part.repeats(), 0)).toList();
      return new NamedModel(
          model.name(), Weights.RANDOM, parts, model.unit(), model.unitsPerRun(), model::close);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static NamedModel single(String name, Weights weights, OnnxModel model) {
    try {
      boolean language = weights == Weights.TRAINED && name.equals(LANGUAGE);
      int context = language ? CONTEXT : 0;
      String unit = weights == Weights.FILE ? "sample" : UNITS.getOrDefault(name, "image");
      return new NamedModel(
          name,
          weights,
          List.of(part(model, 1, context)),
          unit,
          language ? CONTEXT : 1,
          model::close);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static ModelPart part(OnnxModel model, int repeats, int context) {
    ModelGraph graph = ModelGraph.of(model);
    return new ModelPart(graph, n -> ModelInputs.shapes(graph, n, context), repeats);
  }

  /** Multiply-accumulate operations of the products of one run of so many samples. */
  public long productMacs(int samples) {
    return ModelProducts.of(parts, samples).macs();
  }

  @Override
  public void close() {
    resource.close();
  }
}
