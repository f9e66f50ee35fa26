package org.lightpath.cloud.graph;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lightpath.cloud.product.HostMultiplier;
import org.lightpath.core.random.Philox;
import org.lightpath.datasets.onnx.OnnxAttribute;
import org.lightpath.datasets.onnx.OnnxGraph;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxNode;
import org.lightpath.datasets.onnx.OnnxTensor;
import org.lightpath.datasets.onnx.OnnxType;
import org.lightpath.datasets.onnx.OnnxValue;

/** A model written by hand. */
final class TestGraph {
  private static final long SEED = 7;

  private final long opset;
  private final List<OnnxNode> nodes = new ArrayList<>();
  private final Map<String, OnnxTensor> constants = new LinkedHashMap<>();
  private final List<OnnxValue> inputs = new ArrayList<>();
  private final List<OnnxValue> outputs = new ArrayList<>();

  TestGraph(long opset) {
    this.opset = opset;
  }

  /** An input; −1 for an open extent. */
  TestGraph input(String name, int... shape) {
    inputs.add(new OnnxValue(name, OnnxType.FLOAT, dims(shape)));
    return this;
  }

  TestGraph output(String... names) {
    for (String name : names) {
      outputs.add(new OnnxValue(name, OnnxType.FLOAT, null));
    }
    return this;
  }

  /** Outputs of whole numbers. */
  TestGraph indexOutput(String... names) {
    for (String name : names) {
      outputs.add(new OnnxValue(name, OnnxType.INT64, null));
    }
    return this;
  }

  private static List<OnnxValue.Dim> dims(int... shape) {
    return Arrays.stream(shape).mapToObj(n -> new OnnxValue.Dim(n, n < 0 ? "open" : "")).toList();
  }

  TestGraph constant(String name, Tensor value) {
    List<Long> dims = Arrays.stream(value.shape()).mapToObj(Long::valueOf).toList();
    MemorySegment data =
        value.real()
            ? copy(MemorySegment.ofArray(value.floats()))
            : copy(MemorySegment.ofArray(value.longs()));
    constants.put(name, new OnnxTensor(name, value.type(), dims, data));
    return this;
  }

  private static MemorySegment copy(MemorySegment data) {
    MemorySegment copy = Arena.ofAuto().allocate(data.byteSize(), Long.BYTES);
    MemorySegment.copy(data, 0, copy, 0, data.byteSize());
    return copy.asReadOnly();
  }

  TestGraph longs(String name, long... values) {
    return constant(name, Tensor.longs(new int[] {values.length}, values));
  }

  /** A node; inputs and outputs are names separated by blanks, "-" where one is left out. */
  TestGraph node(String operator, String from, String to, Object... attributes) {
    Map<String, OnnxAttribute> map = new HashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      map.put((String) attributes[i], attribute(attributes[i + 1]));
    }
    String name = operator + "_" + nodes.size();
    nodes.add(new OnnxNode(name, operator, "", names(from), names(to), map));
    return this;
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(" ")).map(name -> name.equals("-") ? "" : name).toList();
  }

  private static OnnxAttribute attribute(Object value) {
    return switch (value) {
      case Integer whole -> new OnnxAttribute.Whole(whole);
      case Float real -> new OnnxAttribute.Real(real);
      case String text -> new OnnxAttribute.Text(text);
      case int[] wholes ->
          new OnnxAttribute.Wholes(Arrays.stream(wholes).mapToObj(Long::valueOf).toList());
      default -> throw new IllegalArgumentException(value.toString());
    };
  }

  @SuppressWarnings("MustBeClosedChecker") // the model owns the arena and is closed by its user
  OnnxModel model() {
    OnnxGraph graph = new OnnxGraph("test", nodes, constants, inputs, outputs, List.of());
    return new OnnxModel("test", 8, Map.of("", opset), graph, Arena.ofShared());
  }

  /** Outputs for these inputs, computed digitally. */
  Map<String, Tensor> run(Map<String, Tensor> given) {
    try (OnnxModel model = model();
        HostMultiplier multiplier = new HostMultiplier()) {
      ModelPlan plan = ModelGraph.of(model).plan(shapes(given));
      return new ModelSession(plan).run(given, multiplier, 0);
    }
  }

  static Map<String, int[]> shapes(Map<String, Tensor> given) {
    Map<String, int[]> shapes = new HashMap<>();
    given.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return shapes;
  }

  /** Normal numbers. */
  static Tensor normal(int stream, int... shape) {
    float[] values = new float[Shapes.elements(shape)];
    int[] words = new int[4];
    for (int i = 0; i < values.length; i++) {
      Philox.words(SEED, stream, 0, i, words);
      double radius = Math.sqrt(-2 * Math.log(Philox.uniform(words[0])));
      values[i] = (float) (radius * Math.cos(2 * Math.PI * Philox.uniform(words[1])));
    }
    return Tensor.floats(shape, values);
  }

  /** Whole numbers from −4 to 4, whose sums of products are exact in binary32. */
  static Tensor small(int stream, int... shape) {
    Tensor tensor = normal(stream, shape);
    for (int i = 0; i < tensor.elements(); i++) {
      tensor.floats()[i] = Math.clamp(Math.round(2 * tensor.floats()[i]), -4, 4);
    }
    return tensor;
  }
}
