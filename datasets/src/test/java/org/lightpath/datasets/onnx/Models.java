package org.lightpath.datasets.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Small models and messages for tests. */
final class Models {
  private Models() {}

  /** Message of a model with this message of a graph. */
  static WireWriter model(WireWriter graph) {
    return new WireWriter()
        .whole(1, 7)
        .message(7, graph)
        .message(8, new WireWriter().text(1, "").whole(2, 13));
  }

  /** Model whose only content is one initializer. */
  static byte[] withInitializer(WireWriter tensor) {
    return model(new WireWriter().message(5, tensor)).toByteArray();
  }

  static WireWriter node(String name, String operator, List<String> inputs, List<String> outputs) {
    WireWriter node = new WireWriter();
    inputs.forEach(input -> node.text(1, input));
    outputs.forEach(output -> node.text(2, output));
    return node.text(3, name).text(4, operator);
  }

  static WireWriter value(String name) {
    return new WireWriter().text(1, name);
  }

  static OnnxTensor floats(String name, List<Long> dims, float... values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      buffer.putFloat(value);
    }
    return new OnnxTensor(name, OnnxType.FLOAT, dims, MemorySegment.ofArray(buffer.array()));
  }

  static OnnxValue matrix(String name, long columns) {
    List<OnnxValue.Dim> dims =
        List.of(new OnnxValue.Dim(-1, "batch"), new OnnxValue.Dim(columns, ""));
    return new OnnxValue(name, OnnxType.FLOAT, dims);
  }

  /** A model with every kind of attribute, a subgraph that uses an outer value, and weights. */
  static OnnxModel rich() {
    float[] weights = new float[12];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 0.25f * i;
    }
    OnnxTensor weight = floats("weight", List.of(4L, 3L), weights);
    OnnxNode inner =
        new OnnxNode("inner", "Add", "", List.of("hidden", "weight"), List.of("sum"), Map.of());
    OnnxGraph branch =
        new OnnxGraph(
            "branch",
            List.of(inner),
            Map.of(),
            List.of(),
            List.of(new OnnxValue("sum", null, null)),
            List.of());
    OnnxNode product =
        new OnnxNode(
            "product",
            "Gemm",
            "",
            List.of("x", "weight"),
            List.of("hidden"),
            Map.of("alpha", new OnnxAttribute.Real(0.5f), "transB", new OnnxAttribute.Whole(0)));
    OnnxNode choice =
        new OnnxNode(
            "choice",
            "If",
            "",
            List.of("", "hidden"),
            List.of("y", ""),
            Map.of(
                "then_branch", new OnnxAttribute.Subgraph(branch),
                "mode", new OnnxAttribute.Text("nearest"),
                "value", new OnnxAttribute.Constant(floats("", List.of(), 3)),
                "scales", new OnnxAttribute.Reals(List.of(1f, -2f)),
                "pads", new OnnxAttribute.Wholes(List.of(0L, -1L, Long.MIN_VALUE)),
                "names", new OnnxAttribute.Texts(List.of("a", "ß"))));
    OnnxGraph graph =
        new OnnxGraph(
            "rich",
            List.of(product, choice),
            Map.of("weight", weight),
            List.of(matrix("x", 4)),
            List.of(matrix("y", 3)),
            List.of(matrix("hidden", 3)));
    return new OnnxModel("rich", 7, Map.of("", 13L), graph, Arena.ofAuto());
  }

  /** The constant of a model by its name. */
  static OnnxTensor constant(OnnxModel model, String name) {
    return Objects.requireNonNull(model.graph().initializers().get(name), name);
  }
}
