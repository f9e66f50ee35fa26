package org.lightpath.cloud.graph;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lightpath.cloud.graph.operator.TensorType;
import org.lightpath.cloud.graph.operator.ValueInfo;

/** What every run of a model does, for inputs of given shapes. Immutable; serves any sessions. */
public final class ModelPlan {
  private final ModelGraph graph;
  private final List<ValueInfo> inputs;
  private final Map<String, Integer> outputs;
  private final Slots slots;
  private final List<Step> steps;
  private final Buffers buffers;

  ModelPlan(
      ModelGraph graph,
      List<ValueInfo> inputs,
      Map<String, Integer> outputs,
      Slots slots,
      List<Step> steps) {
    this.graph = graph;
    this.inputs = List.copyOf(inputs);
    this.outputs = outputs;
    this.slots = slots;
    this.steps = List.copyOf(steps);
    this.buffers = new Buffers(this.steps, slots);
  }

  /** The model. */
  public ModelGraph graph() {
    return graph;
  }

  /** Nodes in the order of execution. */
  public List<Layer> layers() {
    return steps.stream().map(this::layer).toList();
  }

  private Layer layer(Step step) {
    TensorType type = step.prepared().outputs().getFirst();
    return new Layer(
        step.node(),
        step.operator(),
        type.type(),
        Arrays.stream(type.shape()).boxed().toList(),
        Arrays.stream(step.inputs()).distinct().mapToLong(this::weights).sum(),
        step.prepared().digitalMacs(),
        step.products());
  }

  private long weights(int slot) {
    if (slot < 0) {
      return 0;
    }
    ValueInfo value = slots.value(slot);
    return value.constant() != null && value.real() && value.rank() > 0 ? value.elements() : 0;
  }

  /** Products in the order of execution: their place in the list is the index of their site. */
  public List<PlannedProduct> products() {
    return steps.stream().flatMap(step -> step.products().stream()).toList();
  }

  /** Extents of the inputs of a run, by name. */
  public Map<String, int[]> inputShapes() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    inputs.forEach(input -> shapes.put(input.name(), input.shape().clone()));
    return shapes;
  }

  /** Extents of the outputs of a run, by name. */
  public Map<String, int[]> outputShapes() {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    outputs.forEach((name, slot) -> shapes.put(name, slots.type(slot).shape().clone()));
    return shapes;
  }

  /** Multiply-accumulate operations of one run, of products and of depthwise convolutions. */
  public long macs() {
    return steps.stream().mapToLong(step -> layer(step).macs()).sum();
  }

  /** Elements of the real constants that the nodes use, without scalars. */
  public long parameters() {
    Set<Integer> constants = new HashSet<>();
    steps.forEach(step -> Arrays.stream(step.inputs()).forEach(constants::add));
    return constants.stream().mapToLong(this::weights).sum();
  }

  /** Memory of values and scratch of a session, without constants, inputs and outputs [B]. */
  public long peakBytes() {
    return buffers.sizes().stream().mapToLong(Buffers.Size::bytes).sum();
  }

  List<ValueInfo> inputs() {
    return inputs;
  }

  Map<String, Integer> outputs() {
    return outputs;
  }

  Slots slots() {
    return slots;
  }

  List<Step> steps() {
    return steps;
  }

  Buffers buffers() {
    return buffers;
  }
}
