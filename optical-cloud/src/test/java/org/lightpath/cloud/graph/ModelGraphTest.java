package org.lightpath.cloud.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.product.HostMultiplier;
import org.lightpath.datasets.onnx.OnnxModel;

/** Checking, simplifying and planning of graphs. */
class ModelGraphTest {
  @Test
  void namesEveryUnsupportedNodeAtOnce() {
    TestGraph graph =
        new TestGraph(13)
            .input("x", 1, 1, 4, 4)
            .node("Relu", "x", "a")
            .node("NonMaxSuppression", "a", "b")
            .node("Resize", "b - s", "c", "mode", "lanczos")
            .node("Softmax", "c", "y", "temperature", 2)
            .output("y");
    try (OnnxModel model = graph.model()) {
      assertThatThrownBy(() -> ModelGraph.of(model))
          .isInstanceOfSatisfying(
              UnsupportedOperatorException.class,
              e ->
                  assertThat(e.refusals())
                      .extracting(UnsupportedOperatorException.Refusal::node)
                      .containsExactly("NonMaxSuppression_1", "Resize_2", "Softmax_3"))
          .hasMessageContaining("operator NonMaxSuppression (opset 13)")
          .hasMessageContaining("\"lanczos\"")
          .hasMessageContaining("attribute temperature");
    }
  }

  @Test
  void refusesOperatorSetsItDoesNotKnow() {
    try (OnnxModel model =
        new TestGraph(6).input("x", 1).node("Relu", "x", "y").output("y").model()) {
      assertThatThrownBy(() -> ModelGraph.of(model))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("operator set 6")
          .hasMessageContaining("7 to 24");
    }
  }

  @Test
  void shapesThatDoNotFitNameTheNode() {
    TestGraph graph =
        new TestGraph(13)
            .input("x", -1, 3)
            .constant("w", TestGraph.small(1, 4, 2))
            .node("MatMul", "x w", "y")
            .output("y");
    try (OnnxModel model = graph.model()) {
      ModelGraph checked = ModelGraph.of(model);
      assertThatThrownBy(() -> checked.plan(Map.of("x", new int[] {2, 3})))
          .hasMessageContaining("MatMul_0")
          .hasMessageContaining("inner extents 3 and 4 differ");
      assertThatThrownBy(() -> checked.plan(Map.of())).hasMessageContaining("input x");
      assertThatThrownBy(() -> checked.plan(Map.of("x", new int[] {2, 4})))
          .hasMessageContaining("input x of shape [2, 4]");
      assertThatThrownBy(() -> checked.plan(Map.of("z", new int[] {2, 4})))
          .hasMessageContaining("x");
    }
  }

  @Test
  void shapeChainsOfADynamicBatchFold() {
    TestGraph graph =
        new TestGraph(13)
            .input("x", -1, 6)
            .longs("zero", 0)
            .longs("tail", 2, 3)
            .node("Shape", "x", "shape")
            .node("Gather", "shape zero", "batch")
            .node("Concat", "batch tail", "target", "axis", 0)
            .node("Reshape", "x target", "r")
            .node("Relu", "r", "y")
            .output("y");
    Tensor x = TestGraph.normal(1, 5, 6);
    try (OnnxModel model = graph.model()) {
      ModelPlan plan = ModelGraph.of(model).plan(Map.of("x", x.shape()));
      assertThat(plan.layers()).extracting(Layer::operator).containsExactly("Reshape", "Relu");
      assertThat(plan.outputShapes().get("y")).containsExactly(5, 2, 3);
    }
    Tensor y = Objects.requireNonNull(graph.run(Map.of("x", x)).get("y"));
    for (int i = 0; i < 30; i++) {
      assertThat(y.floats()[i]).isEqualTo(Math.max(0, x.floats()[i]));
    }
  }

  private static TestGraph normalised(boolean folded, String operator, int[] weights) {
    TestGraph graph =
        new TestGraph(13)
            .input("x", 2, 4, 5, 5)
            .constant("w", TestGraph.normal(2, weights))
            .constant("b", TestGraph.normal(3, 6))
            .constant("scale", TestGraph.normal(4, 6))
            .constant("shift", TestGraph.normal(5, 6))
            .constant("mean", TestGraph.normal(6, 6));
    Tensor variance = TestGraph.normal(7, 6);
    for (int i = 0; i < 6; i++) {
      variance.floats()[i] = 0.5f + Math.abs(variance.floats()[i]);
    }
    graph
        .constant("variance", variance)
        .node(operator, "x w b", "c", "group", 2)
        .node("Dropout", "c", "d")
        .node("Identity", "d", "i")
        .node("BatchNormalization", "i scale shift mean variance", "y")
        .output("y");
    return folded ? graph : graph.output("c");
  }

  @Test
  void batchNormalisationFoldsIntoTheWeightsBefore() {
    Tensor x = TestGraph.normal(1, 2, 4, 5, 5);
    Map<String, int[]> weights =
        Map.of("Conv", new int[] {6, 2, 3, 3}, "ConvTranspose", new int[] {4, 3, 3, 3});
    weights.forEach(
        (operator, shape) -> {
          TestGraph folded = normalised(true, operator, shape);
          try (OnnxModel model = folded.model()) {
            assertThat(ModelGraph.of(model).plan(Map.of()).layers())
                .extracting(Layer::operator)
                .containsExactly(operator);
          }
          Tensor found = Objects.requireNonNull(folded.run(Map.of("x", x)).get("y"));
          Tensor expected =
              Objects.requireNonNull(
                  normalised(false, operator, shape).run(Map.of("x", x)).get("y"));
          double most = 0;
          for (int i = 0; i < expected.elements(); i++) {
            most = Math.max(most, Math.abs(expected.floats()[i]));
          }
          // sums of 19 terms of either order: 40 roundings of 2^-24 of the largest partial sum
          for (int i = 0; i < expected.elements(); i++) {
            assertThat((double) found.floats()[i] - expected.floats()[i])
                .isBetween(-40 * 0x1p-24 * 4 * most, 40 * 0x1p-24 * 4 * most);
          }
        });
  }

  private static TestGraph chain() {
    TestGraph graph = new TestGraph(13).input("x", 1, 8, 6, 6);
    String last = "x";
    for (int i = 0; i < 6; i++) {
      graph
          .constant("w" + i, TestGraph.normal(i + 10, 8, 8, 3, 3))
          .node("Conv", last + " w" + i, "c" + i, "pads", new int[] {1, 1, 1, 1})
          .node("Relu", "c" + i, "r" + i)
          .node("Transpose", "r" + i, "t" + i, "perm", new int[] {0, 1, 3, 2})
          .node("Add", "t" + i + " " + last, "a" + i)
          .node("Tanh", "a" + i, "h" + i);
      last = "h" + i;
    }
    return graph.output(last);
  }

  @Test
  void leftoversInReusedBuffersDoNotMatter() {
    Tensor x = TestGraph.normal(1, 1, 8, 6, 6);
    try (OnnxModel model = chain().model();
        HostMultiplier multiplier = new HostMultiplier()) {
      ModelPlan plan = ModelGraph.of(model).plan(Map.of());
      ModelSession session = new ModelSession(plan);
      Map<String, Tensor> clean = session.run(Map.of("x", x), multiplier, 0);
      session.poison();
      Map<String, Tensor> poisoned = session.run(Map.of("x", x), multiplier, 0);
      assertThat(value(poisoned, "h5").floats()).isEqualTo(value(clean, "h5").floats());
      long all = plan.layers().stream().mapToLong(l -> 8 * 36 * Float.BYTES).sum();
      long patches = 72 * 36 * Float.BYTES;
      assertThat(plan.peakBytes()).isLessThan(patches + all / 4);
    }
  }

  @Test
  void tapsAndListenersSeeWhatHappensWithin() {
    Tensor x = TestGraph.normal(1, 1, 8, 6, 6);
    try (OnnxModel model = chain().model();
        HostMultiplier multiplier = new HostMultiplier()) {
      ModelPlan plan = ModelGraph.of(model).plan(Map.of());
      ModelSession session = new ModelSession(plan, List.of("r0", "c1"));
      List<String> seen = new ArrayList<>();
      session.listen(
          (product, sample) -> seen.add(product.site().index() + product.site().node() + sample));
      Map<String, Tensor> found = session.run(Map.of("x", x), multiplier, 3);
      assertThat(found).containsOnlyKeys("h5", "r0", "c1");
      assertThat(seen).hasSize(6).startsWith("0Conv_03", "1Conv_53");
      for (float value : value(found, "r0").floats()) {
        assertThat(value).isNotNegative();
      }
      assertThatThrownBy(() -> new ModelSession(plan, List.of("nothing")))
          .hasMessageContaining("nothing");
    }
  }

  private static Tensor value(Map<String, Tensor> values, String name) {
    return java.util.Objects.requireNonNull(values.get(name), name);
  }
}
