package org.lightpath.cloud.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.lowering.StandardOperators;
import org.lightpath.cloud.graph.operator.Operator;
import org.lightpath.cloud.graph.operator.OperatorNode;
import org.lightpath.cloud.graph.operator.PlanNode;
import org.lightpath.cloud.graph.operator.Prepared;
import org.lightpath.cloud.graph.operator.ProductRequest;
import org.lightpath.cloud.graph.operator.TensorType;
import org.lightpath.cloud.graph.operator.ValueInfo;
import org.lightpath.cloud.product.Product;
import org.lightpath.datasets.onnx.OnnxNode;
import org.lightpath.datasets.onnx.OnnxType;
import org.lightpath.datasets.onnx.OnnxValue;

/** Infers shapes node by node, computes what is constant at once, and orders the rest. */
final class Planner {
  private final ModelGraph graph;
  private final Map<String, int[]> inputShapes;
  private final Map<String, Tensor> bound;
  private final Map<String, ValueInfo> known = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  /** A node that must run. */
  private record Draft(OnnxNode node, PlanNode context, Prepared prepared) {}

  Planner(ModelGraph graph, Map<String, int[]> inputShapes, Map<String, Tensor> bound) {
    this.graph = graph;
    this.inputShapes = inputShapes;
    this.bound = bound;
  }

  ModelPlan plan() {
    List<ValueInfo> inputs = inputs();
    for (OnnxNode node : graph.simplified().nodes()) {
      try {
        prepare(node);
      } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
        throw new IllegalArgumentException(
            "model %s, node %s (%s): %s"
                .formatted(graph.name(), node.name(), node.operator(), e.getMessage()),
            e);
      }
    }
    Map<String, ValueInfo> outputs = new LinkedHashMap<>();
    for (OnnxValue output : graph.outputs()) {
      outputs.put(output.name(), output(output.name()));
    }
    return assemble(inputs, outputs);
  }

  private ValueInfo output(String name) {
    ValueInfo info = find(graph.simplified().resolve(name));
    if (info == null) {
      throw new IllegalArgumentException(
          "model %s: no node makes the output %s".formatted(graph.name(), name));
    }
    return info;
  }

  private List<ValueInfo> inputs() {
    Set<String> names = new HashSet<>();
    List<ValueInfo> infos = new ArrayList<>();
    for (OnnxValue input : graph.inputs()) {
      names.add(input.name());
      Tensor constant = bound.get(input.name());
      OnnxType type = input.type() == null ? OnnxType.FLOAT : input.type();
      ValueInfo info =
          constant == null
              ? new ValueInfo(input.name(), new TensorType(type, shape(input)), null)
              : constant(input.name(), constant);
      known.put(input.name(), info);
      if (constant == null) {
        infos.add(info);
      }
    }
    for (String given : inputShapes.keySet()) {
      requireInput(names, given);
    }
    for (String given : bound.keySet()) {
      requireInput(names, given);
    }
    return infos;
  }

  private void requireInput(Set<String> names, String given) {
    if (!names.contains(given)) {
      throw new IllegalArgumentException(
          "model %s has no input %s; its inputs are %s"
              .formatted(graph.name(), given, names.stream().sorted().toList()));
    }
  }

  private int[] shape(OnnxValue input) {
    int[] given = inputShapes.get(input.name());
    List<OnnxValue.Dim> dims = input.dims();
    if (given == null) {
      if (dims == null || dims.stream().anyMatch(dim -> dim.value() < 0)) {
        throw new IllegalArgumentException(
            "model %s: input %s has open extents %s; give its shape to plan()"
                .formatted(graph.name(), input.name(), dims));
      }
      return dims.stream().mapToInt(dim -> Math.toIntExact(dim.value())).toArray();
    }
    boolean fits = dims == null || dims.size() == given.length;
    for (int axis = 0; dims != null && fits && axis < given.length; axis++) {
      fits = dims.get(axis).value() < 0 || dims.get(axis).value() == given[axis];
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "model %s: input %s of shape %s, expected %s"
              .formatted(graph.name(), input.name(), Arrays.toString(given), dims));
    }
    return given.clone();
  }

  private static ValueInfo constant(String name, Tensor value) {
    return new ValueInfo(name, new TensorType(value.type(), value.shape()), value);
  }

  private @Nullable ValueInfo find(String name) {
    ValueInfo info = known.get(name);
    if (info == null) {
      Tensor constant = graph.simplified().constants().find(name);
      if (constant != null) {
        info = constant(name, constant);
        known.put(name, info);
      }
    }
    return info;
  }

  private void prepare(OnnxNode node) {
    List<Optional<ValueInfo>> inputs = new ArrayList<>();
    for (String name : node.inputs()) {
      ValueInfo info = name.isEmpty() ? null : find(name);
      if (info == null && !name.isEmpty()) {
        throw new IllegalArgumentException("no node before makes its input " + name);
      }
      inputs.add(Optional.ofNullable(info));
    }
    Operator operator = StandardOperators.find(node.operator());
    if (operator == null) {
      throw new IllegalStateException("operator without implementation");
    }
    PlanNode context = new PlanNode(new OperatorNode(node, graph.opset()), inputs);
    Prepared prepared = operator.preparer().prepare(context);
    boolean constant =
        inputs.stream().allMatch(input -> input.isEmpty() || input.get().constant() != null);
    if (prepared.need() == Prepared.Need.SHAPES || constant) {
      fold(node, context, prepared);
      return;
    }
    drafts.add(new Draft(node, context, prepared));
    for (int i = 0; i < node.outputs().size(); i++) {
      if (context.hasOutput(i)) {
        String name = node.outputs().get(i);
        known.put(name, new ValueInfo(name, prepared.outputs().get(i), null));
      }
    }
  }

  private void fold(OnnxNode node, PlanNode context, Prepared prepared) {
    List<Tensor> outputs = FoldingFrame.run(context, prepared);
    for (int i = 0; i < node.outputs().size(); i++) {
      if (context.hasOutput(i)) {
        String name = node.outputs().get(i);
        known.put(name, constant(name, outputs.get(i)));
      }
    }
  }

  /** Leaves out what no output needs, and numbers values and products. */
  private ModelPlan assemble(List<ValueInfo> inputs, Map<String, ValueInfo> outputs) {
    Slots slots = new Slots();
    inputs.forEach(slots::of);
    outputs.values().forEach(slots::of);
    List<Step> steps = new ArrayList<>();
    int index = 0;
    for (Draft draft : needed(outputs)) {
      List<PlannedProduct> products = new ArrayList<>();
      for (ProductRequest request : draft.prepared.products()) {
        products.add(product(draft, request, index));
        index++;
      }
      steps.add(step(draft, slots, products));
    }
    Map<String, Integer> outputSlots = new LinkedHashMap<>();
    outputs.forEach((name, info) -> outputSlots.put(name, slots.of(info)));
    return new ModelPlan(graph, inputs, outputSlots, slots, steps);
  }

  private Deque<Draft> needed(Map<String, ValueInfo> outputs) {
    Set<String> wanted = new HashSet<>();
    outputs.values().forEach(info -> wanted.add(info.name()));
    Deque<Draft> needed = new ArrayDeque<>();
    for (Draft draft : drafts.reversed()) {
      if (draft.node.outputs().stream().anyMatch(wanted::contains)) {
        needed.addFirst(draft);
        draft.node.inputs().stream().filter(name -> !name.isEmpty()).forEach(wanted::add);
      }
    }
    return needed;
  }

  private static PlannedProduct product(Draft draft, ProductRequest request, int index) {
    return new PlannedProduct(
        new Product.Site(index, draft.node.name(), draft.node.operator()),
        request.shape(),
        request.left().name(),
        request.right().name(),
        request.left().constant() != null,
        request.right().constant() != null);
  }

  private Step step(Draft draft, Slots slots, List<PlannedProduct> products) {
    int[] inputs = new int[draft.node.inputs().size()];
    for (int i = 0; i < inputs.length; i++) {
      ValueInfo info = draft.context.optional(i);
      inputs[i] = info == null ? -1 : slots.of(info);
    }
    int[] outputs = new int[draft.node.outputs().size()];
    for (int i = 0; i < outputs.length; i++) {
      ValueInfo info = draft.context.hasOutput(i) ? known.get(draft.node.outputs().get(i)) : null;
      outputs[i] = info == null ? -1 : slots.of(info);
    }
    return new Step(
        draft.node.name(), draft.node.operator(), draft.prepared, inputs, outputs, products);
  }
}
