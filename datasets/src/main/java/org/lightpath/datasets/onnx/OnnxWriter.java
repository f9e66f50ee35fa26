package org.lightpath.datasets.onnx;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes models in the ONNX format, with all weights as raw data within the file, which thus stays
 * under the 2 GiB of a Java array.
 */
public final class OnnxWriter {
  private OnnxWriter() {}

  /**
   * Writes a model to a file.
   *
   * @throws IOException if the file cannot be written
   * @throws OutOfMemoryError if the model does not fit into an array
   */
  public static void write(OnnxModel model, Path file) throws IOException {
    Files.write(file, bytes(model));
  }

  /** A model as the bytes of a file. */
  public static byte[] bytes(OnnxModel model) {
    WireWriter out = new WireWriter().whole(1, model.irVersion()).text(2, "Lightpath");
    out.message(7, graph(model.graph()));
    for (Map.Entry<String, Long> set : model.operatorSets().entrySet()) {
      out.message(8, new WireWriter().text(1, set.getKey()).whole(2, set.getValue()));
    }
    return out.toByteArray();
  }

  private static WireWriter graph(OnnxGraph graph) {
    WireWriter out = new WireWriter();
    graph.nodes().forEach(node -> out.message(1, node(node)));
    out.text(2, graph.name());
    graph.initializers().forEach((name, tensor) -> out.message(5, tensor(name, tensor)));
    graph.inputs().forEach(value -> out.message(11, value(value)));
    graph.outputs().forEach(value -> out.message(12, value(value)));
    graph.values().forEach(value -> out.message(13, value(value)));
    return out;
  }

  private static WireWriter node(OnnxNode node) {
    WireWriter out = new WireWriter();
    node.inputs().forEach(name -> out.text(1, name));
    node.outputs().forEach(name -> out.text(2, name));
    out.text(3, node.name()).text(4, node.operator());
    node.attributes().forEach((name, value) -> out.message(5, attribute(name, value)));
    return out.text(7, node.domain());
  }

  private static WireWriter attribute(String name, OnnxAttribute attribute) {
    WireWriter out = new WireWriter().text(1, name);
    return switch (attribute) {
      case OnnxAttribute.Real(float value) -> out.real(2, value).whole(20, 1);
      case OnnxAttribute.Whole(long value) -> out.whole(3, value).whole(20, 2);
      case OnnxAttribute.Text(String value) -> out.text(4, value).whole(20, 3);
      case OnnxAttribute.Constant(OnnxTensor value) ->
          out.message(5, tensor(value.name(), value)).whole(20, 4);
      case OnnxAttribute.Subgraph(OnnxGraph value) -> out.message(6, graph(value)).whole(20, 5);
      case OnnxAttribute.Reals(List<Float> values) -> {
        values.forEach(value -> out.real(7, value));
        yield out.whole(20, 6);
      }
      case OnnxAttribute.Wholes(List<Long> values) -> {
        values.forEach(value -> out.whole(8, value));
        yield out.whole(20, 7);
      }
      case OnnxAttribute.Texts(List<String> values) -> {
        values.forEach(value -> out.text(9, value));
        yield out.whole(20, 8);
      }
    };
  }

  private static WireWriter tensor(String name, OnnxTensor tensor) {
    WireWriter out = new WireWriter();
    tensor.dims().forEach(extent -> out.whole(1, extent));
    return out.whole(2, tensor.type().code())
        .text(8, name)
        .bytes(9, tensor.data().toArray(ValueLayout.JAVA_BYTE));
  }

  private static WireWriter value(OnnxValue value) {
    WireWriter type = new WireWriter();
    if (value.type() != null) {
      type.whole(1, value.type().code());
    }
    if (value.dims() != null) {
      WireWriter shape = new WireWriter();
      value.dims().forEach(dim -> shape.message(1, extent(dim)));
      type.message(2, shape);
    }
    return new WireWriter().text(1, value.name()).message(2, new WireWriter().message(1, type));
  }

  private static WireWriter extent(OnnxValue.Dim dim) {
    WireWriter out = new WireWriter();
    if (dim.value() >= 0) {
      return out.whole(1, dim.value());
    }
    return dim.name().isEmpty() ? out : out.text(2, dim.name());
  }
}
