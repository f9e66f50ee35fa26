package org.lightpath.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.TestData;
import org.lightpath.cloud.product.HostMultiplier;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxReader;
import org.lightpath.datasets.onnx.OnnxValue;
import org.lightpath.datasets.onnx.OnnxWriter;

/** Models against ONNX Runtime on random inputs, and operators that no conformance case has. */
class OnnxRuntimeTest {
  /** Roundings of binary32 that a few layers of sums in another order may differ by. */
  private static final double LAYER_ROUNDINGS = 100 * 0x1p-24;

  /** Whole models: ten to twenty layers, each amplifying the difference of the one before. */
  private static final double MODEL_ROUNDINGS = 2000 * 0x1p-24;

  /** Outputs by ONNX Runtime. */
  private static Map<String, Tensor> reference(byte[] model, Map<String, Tensor> inputs)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model)) {
      Map<String, OnnxTensor> given = new HashMap<>();
      for (Map.Entry<String, Tensor> entry : inputs.entrySet()) {
        Tensor value = entry.getValue();
        long[] shape = Arrays.stream(value.shape()).asLongStream().toArray();
        given.put(
            entry.getKey(),
            value.real()
                ? OnnxTensor.createTensor(environment, FloatBuffer.wrap(value.floats()), shape)
                : OnnxTensor.createTensor(environment, LongBuffer.wrap(value.longs()), shape));
      }
      Map<String, Tensor> outputs = new LinkedHashMap<>();
      try (OrtSession.Result result = session.run(given)) {
        for (Map.Entry<String, ai.onnxruntime.OnnxValue> entry : result) {
          outputs.put(entry.getKey(), tensor((OnnxTensor) entry.getValue()));
        }
      }
      given.values().forEach(OnnxTensor::close);
      return outputs;
    }
  }

  private static Tensor tensor(OnnxTensor value) {
    int[] shape = Arrays.stream(value.getInfo().getShape()).mapToInt(Math::toIntExact).toArray();
    if (value.getInfo().type == ai.onnxruntime.OnnxJavaType.INT64) {
      long[] wholes = new long[Shapes.elements(shape)];
      value.getLongBuffer().get(wholes);
      return Tensor.longs(shape, wholes);
    }
    float[] reals = new float[Shapes.elements(shape)];
    value.getFloatBuffer().get(reals);
    return Tensor.floats(shape, reals);
  }

  private static void compare(
      String what, Map<String, Tensor> found, Map<String, Tensor> expected, double roundings) {
    expected.forEach(
        (name, reference) -> {
          Tensor own = java.util.Objects.requireNonNull(found.get(name), name);
          assertThat(own.shape()).as(what + " " + name).isEqualTo(reference.shape());
          if (!reference.real()) {
            assertThat(own.longs()).as(what + " " + name).isEqualTo(reference.longs());
            return;
          }
          double most = 0;
          for (float value : reference.floats()) {
            most = Math.max(most, Math.abs(value));
          }
          for (int i = 0; i < reference.elements(); i++) {
            assertThat((double) own.floats()[i] - reference.floats()[i])
                .as("%s %s[%d] = %s", what, name, i, reference.floats()[i])
                .isBetween(-roundings * most, roundings * most);
          }
        });
  }

  private static void compare(String what, TestGraph graph, Map<String, Tensor> inputs)
      throws OrtException {
    try (OnnxModel model = graph.model()) {
      compare(what, graph.run(inputs), reference(OnnxWriter.bytes(model), inputs), LAYER_ROUNDINGS);
    }
  }

  /** Random inputs for a model, of another batch than its reference arrays have. */
  private static Map<String, Tensor> random(OnnxModel model, int batch) {
    Map<String, Tensor> inputs = new HashMap<>();
    int stream = 1;
    for (OnnxValue input : model.graph().inputs()) {
      List<OnnxValue.Dim> dims = input.dims() == null ? List.of() : input.dims();
      int[] shape = new int[dims.size()];
      for (int axis = 0; axis < shape.length; axis++) {
        long extent = dims.get(axis).value();
        shape[axis] = extent > 0 ? (int) extent : axis == 0 ? batch : 40;
      }
      Tensor normal = TestGraph.normal(stream++, shape);
      if (input.name().equals("t")) {
        for (int i = 0; i < normal.elements(); i++) {
          normal.floats()[i] = 100 + 37 * i;
        }
      }
      boolean real = input.type() == null || Tensor.isReal(input.type());
      inputs.put(input.name(), real ? normal : digits(normal));
    }
    return inputs;
  }

  private static Tensor digits(Tensor normal) {
    long[] values = new long[normal.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.floorMod(Math.round(normal.floats()[i] * 100), 10);
    }
    return Tensor.longs(normal.shape(), values);
  }

  @Test
  void modelsAgreeOnRandomInputsOfAnyBatch() throws IOException, OrtException {
    List<String> names =
        List.of(
            "mnist_classifier",
            "mnist_cdcgan_generator",
            "mnist_ddpm_unet",
            "shakespeare_gpt",
            "csinva_mnist_vae_encoder",
            "csinva_mnist_vae_decoder");
    for (String name : names) {
      var file = TestData.path(name).resolve(name + ".onnx");
      for (int batch : new int[] {1, 3}) {
        try (OnnxModel model = OnnxReader.read(file);
            HostMultiplier multiplier = new HostMultiplier()) {
          Map<String, Tensor> inputs = random(model, batch);
          ModelPlan plan = ModelGraph.of(model).plan(TestGraph.shapes(inputs));
          Map<String, Tensor> found = new ModelSession(plan).run(inputs, multiplier, 0);
          compare(name, found, reference(Files.readAllBytes(file), inputs), MODEL_ROUNDINGS);
        }
      }
    }
  }

  @Test
  void paddingThatFollowsFromTheExtents() throws OrtException {
    Tensor x = TestGraph.normal(1, 2, 4, 7, 8);
    for (String mode : List.of("SAME_UPPER", "SAME_LOWER", "VALID")) {
      for (int stride = 1; stride <= 3; stride++) {
        Object[] attributes = {"auto_pad", mode, "strides", new int[] {stride, stride}};
        TestGraph graph =
            new TestGraph(13)
                .input("x", 2, 4, 7, 8)
                .constant("w", TestGraph.normal(2, 6, 4, 4, 3))
                .constant("v", TestGraph.normal(3, 4, 5, 4, 3))
                .node("Conv", "x w", "c", attributes)
                .node("ConvTranspose", "x v", "t", attributes)
                .output("c", "t");
        compare(mode + stride, graph, Map.of("x", x));
      }
    }
  }

  @Test
  void extentsOfATransposedConvolutionThatAreAskedFor() throws OrtException {
    Tensor x = TestGraph.normal(1, 2, 4, 7, 8);
    for (int asked = 15; asked <= 19; asked++) {
      TestGraph graph =
          new TestGraph(13)
              .input("x", 2, 4, 7, 8)
              .constant("v", TestGraph.normal(3, 4, 5, 4, 3))
              .node(
                  "ConvTranspose",
                  "x v",
                  "t",
                  "strides",
                  new int[] {2, 2},
                  "output_shape",
                  new int[] {14, asked - 1})
              .output("t");
      compare("output_shape " + asked, graph, Map.of("x", x));
    }
  }

  @Test
  void normalisations() throws OrtException {
    Tensor x = TestGraph.normal(1, 3, 8, 5, 6);
    TestGraph graph =
        new TestGraph(21)
            .input("x", 3, 8, 5, 6)
            .constant("s", TestGraph.normal(2, 8))
            .constant("b", TestGraph.normal(3, 8))
            .constant("l", TestGraph.normal(4, 5, 6))
            .node("GroupNormalization", "x s b", "g", "num_groups", 4)
            .node("InstanceNormalization", "x s b", "i", "epsilon", 1e-3f)
            .node("LayerNormalization", "x l", "n", "axis", -2)
            .node("LpNormalization", "x", "p", "axis", 1)
            .node("LRN", "x", "r", "size", 3)
            .node("Softmax", "x", "m", "axis", 1)
            .node("LogSoftmax", "x", "o")
            .output("g", "i", "n", "p", "r", "m", "o");
    compare("norms", graph, Map.of("x", x));
  }

  @Test
  void softmaxOfOldOperatorSetsJoinsAxes() throws OrtException {
    TestGraph graph =
        new TestGraph(11).input("x", 3, 4, 5).node("Softmax", "x", "y", "axis", 1).output("y");
    compare("softmax 11", graph, Map.of("x", TestGraph.normal(1, 3, 4, 5)));
  }

  @Test
  void activations() throws OrtException {
    List<String> names =
        List.of(
            "Gelu",
            "Elu",
            "Celu",
            "Selu",
            "HardSigmoid",
            "HardSwish",
            "Softplus",
            "Softsign",
            "Mish",
            "LeakyRelu",
            "ThresholdedRelu",
            "Sigmoid",
            "Tanh",
            "Erf",
            "Exp",
            "Abs",
            "Floor",
            "Ceil",
            "Round",
            "Sign",
            "Sinh",
            "Atan");
    TestGraph graph = new TestGraph(20).input("x", 9, 1000);
    for (String name : names) {
      graph.node(name, "x", name).output(name);
    }
    graph.node("Gelu", "x", "fast", "approximate", "tanh").output("fast");
    Tensor x = TestGraph.normal(1, 9, 1000);
    for (int i = 0; i < x.elements(); i++) {
      x.floats()[i] *= 3;
    }
    compare("activations", graph, Map.of("x", x));
  }

  @Test
  void moves() throws OrtException {
    TestGraph graph =
        new TestGraph(13)
            .input("x", 2, 3, 4, 5)
            .longs("pads", 0, 0, 1, 3, 0, 1, 2, 2)
            .longs("cuts", 0, 1, -1, 0, 0, 0, 2, -2)
            .longs("picks", 1, 0, 0, 2, -1)
            .longs("repeats", 1, 2, 1, 3)
            .longs("starts", -1, 1)
            .longs("ends", -5, 9)
            .longs("axes", 2, 3)
            .longs("steps", -2, 2)
            .longs("sizes", 2, 3)
            .constant("indices", Tensor.longs(new int[] {2, 2}, new long[] {0, 1, 1, -1}))
            .constant("updates", TestGraph.normal(2, 2, 4, 5))
            .constant("value", Tensor.floats(new int[0], new float[] {0.5f}))
            .node("Pad", "x pads", "reflected", "mode", "reflect")
            .node("Pad", "x pads", "edged", "mode", "edge")
            .node("Pad", "x cuts value", "cut")
            .node("Transpose", "x", "turned", "perm", new int[] {2, 0, 3, 1})
            .node("GatherND", "x indices", "nd")
            .node("ScatterND", "x indices updates", "scattered")
            .node("Gather", "x picks", "picked", "axis", 1)
            .node("Tile", "x repeats", "tiled")
            .node("Slice", "x starts ends axes steps", "sliced")
            .node("Split", "x sizes", "left right", "axis", 3)
            .output("reflected", "edged", "cut", "turned", "nd", "scattered", "picked", "tiled")
            .output("sliced", "left", "right");
    compare("moves", graph, Map.of("x", TestGraph.normal(1, 2, 3, 4, 5)));
  }

  @Test
  void reductions() throws OrtException {
    TestGraph graph =
        new TestGraph(13)
            .input("x", 2, 3, 4, 5)
            .longs("k", 2)
            .longs("axis", 2)
            .node("ReduceMax", "x", "max", "axes", new int[] {1, 3}, "keepdims", 0)
            .node("ReduceMin", "x", "min", "axes", new int[] {0})
            .node("ReduceMean", "x", "mean", "axes", new int[] {2, 3})
            .node("ReduceL1", "x", "l1", "axes", new int[] {1, 2})
            .node("ReduceL2", "x", "l2", "axes", new int[] {2})
            .node("ReduceLogSumExp", "x", "lse", "axes", new int[] {-1})
            .node("ReduceProd", "x", "prod")
            .node("ArgMax", "x", "arg", "axis", 2)
            .node("ArgMin", "x", "least", "axis", -1, "keepdims", 0)
            .node("TopK", "x k", "top where", "axis", 3)
            .node("CumSum", "x axis", "cum", "reverse", 1, "exclusive", 1)
            .node("GlobalMaxPool", "x", "gmp")
            .node("GlobalAveragePool", "x", "gap")
            .node("MeanVarianceNormalization", "x", "mvn")
            .output("max", "min", "mean", "l1", "l2", "lse", "prod", "top", "cum", "gmp", "gap")
            .output("mvn")
            .indexOutput("arg", "least", "where");
    compare("reductions", graph, Map.of("x", TestGraph.normal(1, 2, 3, 4, 5)));
  }

  @Test
  void groupNormalisationOfOldOperatorSetsScalesGroups() throws OrtException {
    TestGraph graph =
        new TestGraph(18)
            .input("x", 3, 8, 5, 6)
            .constant("s", TestGraph.normal(2, 4))
            .constant("b", TestGraph.normal(3, 4))
            .node("GroupNormalization", "x s b", "y", "num_groups", 4)
            .output("y");
    compare("groups 18", graph, Map.of("x", TestGraph.normal(1, 3, 8, 5, 6)));
  }

  @Test
  void resizing() throws OrtException {
    List<String> coordinates =
        List.of("half_pixel", "pytorch_half_pixel", "align_corners", "asymmetric");
    TestGraph graph =
        new TestGraph(13).input("x", 2, 3, 4, 5).longs("up", 2, 3, 11, 8).longs("down", 2, 3, 3, 2);
    for (String how : coordinates) {
      for (String to : List.of("up", "down")) {
        for (String mode : List.of("nearest", "linear", "cubic")) {
          String name = to + mode + how;
          graph
              .node(
                  "Resize",
                  "x - - " + to,
                  name,
                  "mode",
                  mode,
                  "coordinate_transformation_mode",
                  how,
                  "nearest_mode",
                  "floor")
              .output(name);
        }
      }
    }
    compare("resize", graph, Map.of("x", TestGraph.normal(1, 2, 3, 4, 5)));
  }

  @Test
  void attentionOfBroadcastOperands() throws OrtException {
    TestGraph graph =
        new TestGraph(13)
            .input("q", 2, 3, 7, 4)
            .input("k", 1, 3, 4, 9)
            .input("m", 7, 9)
            .input("v", 3, 9, 5)
            .node("MatMul", "q k", "s")
            .node("Add", "s m", "a")
            .node("Softmax", "a", "p", "axis", -1)
            .node("MatMul", "p v", "y")
            .node("Einsum", "q k", "e", "equation", "bhij,bhjk->hkbi")
            .output("y");
    Map<String, Tensor> inputs = new HashMap<>();
    inputs.put("q", TestGraph.normal(1, 2, 3, 7, 4));
    inputs.put("k", TestGraph.normal(2, 1, 3, 4, 9));
    inputs.put("m", TestGraph.normal(3, 7, 9));
    inputs.put("v", TestGraph.normal(4, 3, 9, 5));
    compare("attention", graph, inputs);
    List<PlannedProduct> products = new ArrayList<>();
    try (OnnxModel model = graph.model()) {
      products.addAll(ModelGraph.of(model).plan(Map.of()).products());
    }
    assertThat(products)
        .hasSize(2)
        .allSatisfy(p -> assertThat(p.leftConstant() || p.rightConstant()).isFalse());
    assertThat(products.getFirst().shape().batch()).isEqualTo(6);
  }
}
