package org.lightpath.datasets.onnx;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.datasets.InvalidModelException;
import org.lightpath.datasets.InvalidModelException.Problem;
import org.lightpath.datasets.ModelFiles;

/**
 * Reads models in the ONNX format, a protobuf message ModelProto (field numbers: onnx.proto of the
 * ONNX project, IR version 3 to 12).
 *
 * <p>Files may come from anywhere: lengths are checked against the message they are in, nesting,
 * counts and copies are bounded, data outside the file must lie within the model's folder. Whatever
 * is wrong with a file is told by an {@link InvalidModelException}. Weights stay where they are:
 * tensors are views of the mapped file. A file must not be cut while its model is open.
 *
 * <p>Read are tensors of the types of {@link OnnxType} in every encoding of the format, subgraphs,
 * and attributes that are numbers, words, tensors, graphs or lists of numbers or words. Refused by
 * name are words as elements, sparse tensors, sequences, maps, functions of the model, and standard
 * operator sets other than 7 to 22.
 */
public final class OnnxReader {
  static final String STANDARD_DOMAIN = "ai.onnx";

  /** Oldest and newest version of the standard operators; the IR that came with them and after. */
  private static final long OLDEST_OPSET = 7;

  private static final long NEWEST_OPSET = 22;
  private static final long OLDEST_IR = 3;
  private static final long NEWEST_IR = 12;

  private static final int IR_VERSION = 1;
  private static final int GRAPH = 7;
  private static final int OPSET_IMPORT = 8;
  private static final int FUNCTIONS = 25;

  private OnnxReader() {}

  /**
   * A model from a file, which stays mapped until the model is closed.
   *
   * @throws InvalidModelException if the file cannot be read or used
   */
  @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as the model: see its close()
  public static OnnxModel read(Path file) {
    Arena arena = Arena.ofShared();
    try {
      MemorySegment bytes = ModelFiles.map(file, arena);
      Source source = new Source(file.toString(), bytes, arena, new Budget());
      Path name = file.getFileName();
      return parse(name == null ? "" : name.toString(), source, folder(file));
    } catch (RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        return folder.toRealPath();
      }
    } catch (IOException e) {
      InvalidModelException invalid = noFolder(file);
      invalid.initCause(e);
      throw invalid;
    }
    throw noFolder(file);
  }

  private static InvalidModelException noFolder(Path file) {
    return new InvalidModelException(
        file.toString(),
        InvalidModelException.NO_OFFSET,
        new Problem("folder", "none", "a readable folder", "check the path and permissions"));
  }

  /**
   * A model from memory, which is copied. It cannot have data outside.
   *
   * @param name for messages, and of the model
   * @throws InvalidModelException if the bytes are no usable model
   */
  @SuppressWarnings("MustBeClosedChecker") // the arena lives as long as the model: see its close()
  public static OnnxModel read(String name, byte[] bytes) {
    Arena arena = Arena.ofShared();
    try {
      MemorySegment copy = arena.allocate(bytes.length, Long.BYTES);
      copy.copyFrom(MemorySegment.ofArray(bytes));
      return parse(name, new Source(name, copy, arena, new Budget()), null);
    } catch (RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  /**
   * A tensor that is a file of its own (message TensorProto), as test cases have them, from memory,
   * which is copied.
   *
   * @param name for messages
   * @throws InvalidModelException if the bytes are no usable tensor
   */
  public static OnnxTensor readTensor(String name, byte[] bytes) {
    Source source =
        new Source(name, MemorySegment.ofArray(bytes.clone()), Arena.ofAuto(), new Budget());
    TensorReader reader = new TensorReader(source, new ExternalData(source, null));
    return reader.read(source.model(), "a file of its own");
  }

  private static OnnxModel parse(String name, Source source, @Nullable Path folder) {
    GraphReader graphs =
        new GraphReader(source, new TensorReader(source, new ExternalData(source, folder)));
    Map<String, Long> operatorSets = new LinkedHashMap<>();
    OnnxGraph graph = null;
    long irVersion = 0;
    Wire wire = source.model();
    while (wire.next()) {
      switch (wire.field()) {
        case IR_VERSION -> irVersion = wire.varint();
        case GRAPH -> {
          if (graph != null) {
            throw wire.damaged("graph", "a second one", "one");
          }
          graph = graphs.read(wire.message("graph"), 0);
        }
        case OPSET_IMPORT -> addOperatorSet(wire, operatorSets);
        case FUNCTIONS ->
            throw source.invalid(
                wire.offset(),
                "model",
                "functions of its own",
                "standard operators",
                "inline them before the export (onnx.inliner does)");
        default -> wire.skip();
      }
    }
    if (graph == null) {
      throw source.invalid(0, "model", "no graph", "one graph", Source.DAMAGED);
    }
    checkVersions(source, irVersion, operatorSets, graph);
    OnnxGraph sorted = new GraphOrder(source, graphs).sorted(graph);
    return new OnnxModel(name, irVersion, operatorSets, sorted, source.arena());
  }

  private static void addOperatorSet(Wire wire, Map<String, Long> operatorSets) {
    Wire message = wire.message("opset_import");
    String domain = "";
    long version = 1;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> domain = message.text();
        case 2 -> version = message.varint();
        default -> message.skip();
      }
    }
    String key = domain.equals(STANDARD_DOMAIN) ? "" : domain;
    Long before = operatorSets.putIfAbsent(key, version);
    if (before != null && before != version) {
      throw wire.damaged(
          "operator set '%s'".formatted(InvalidModelException.shown(domain)),
          "versions %d and %d".formatted(before, version),
          "one version");
    }
  }

  /** A file without any version of the standard operators means version 1 by the format. */
  private static void checkVersions(
      Source source, long irVersion, Map<String, Long> operatorSets, OnnxGraph graph) {
    if (irVersion < OLDEST_IR || irVersion > NEWEST_IR) {
      throw source.invalid(
          0,
          "version of the format (ir_version)",
          irVersion == 0 ? "none" : Long.toString(irVersion),
          "%d to %d".formatted(OLDEST_IR, NEWEST_IR),
          irVersion == 0 ? Source.DAMAGED : "convert the model (onnx.version_converter)");
    }
    boolean standard = graph.nodes().stream().anyMatch(node -> node.domain().isEmpty());
    if (operatorSets.isEmpty() || standard) {
      operatorSets.putIfAbsent("", 1L);
    }
    Long version = operatorSets.get("");
    if (version != null && (version < OLDEST_OPSET || version > NEWEST_OPSET)) {
      throw source.invalid(
          0,
          "version of the standard operators (opset_import)",
          Long.toString(version),
          "%d to %d".formatted(OLDEST_OPSET, NEWEST_OPSET),
          "export the model with one of these, or convert it (onnx.version_converter)");
    }
  }
}
