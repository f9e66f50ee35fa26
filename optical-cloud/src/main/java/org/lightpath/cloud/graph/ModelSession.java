package org.lightpath.cloud.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.operator.Frame;
import org.lightpath.cloud.graph.operator.TensorType;
import org.lightpath.cloud.graph.operator.ValueInfo;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;

/** Runs a plan, on buffers of its own that are allocated once; for one thread at a time. */
public final class ModelSession {
  private final ModelPlan plan;
  private final Map<Integer, List<String>> kept = new HashMap<>();
  private final float[][] reals;
  private final long[][] wholes;
  private final @Nullable Tensor[] values;
  private boolean poisoned;
  private ProductListener productListener = (product, sample) -> {};
  private NodeListener nodeListener = (node, operator, nanoseconds) -> {};

  /** Told of every product right after it was multiplied. */
  @FunctionalInterface
  public interface ProductListener {
    /**
     * A product was multiplied.
     *
     * @param product operands and result, valid during the call only
     * @param sample number of the run
     */
    void multiplied(Product product, int sample);
  }

  /** Told of every node after it ran. */
  @FunctionalInterface
  public interface NodeListener {
    /**
     * A node ran.
     *
     * @param node its name
     * @param operator its type
     * @param nanoseconds time it took with its products [ns]
     */
    void ran(String node, String operator, long nanoseconds);
  }

  /** Allocates the buffers of a plan. */
  public ModelSession(ModelPlan plan) {
    this(plan, List.of());
  }

  /**
   * Allocates the buffers of a plan and keeps values within the model for the caller.
   *
   * @param plan what to run
   * @param taps names of values within the graph that {@link #run} returns with the outputs
   * @throws IllegalArgumentException if no run computes such a value
   */
  public ModelSession(ModelPlan plan, Collection<String> taps) {
    this.plan = plan;
    this.values = new Tensor[plan.slots().count()];
    plan.outputs().forEach((name, slot) -> keep(slot, name));
    for (String tap : taps) {
      int slot = plan.slots().find(plan.graph().simplified().resolve(tap));
      if (slot < 0) {
        throw new IllegalArgumentException(
            "model %s: no run computes a value %s; it is no value of the graph, constant, unused, or a Conv before a folded BatchNormalization"
                .formatted(plan.graph().name(), tap));
      }
      if (!plan.outputs().containsKey(tap)) {
        keep(slot, tap);
      }
    }
    List<Buffers.Size> sizes = plan.buffers().sizes();
    reals = new float[sizes.size()][];
    wholes = new long[sizes.size()][];
    for (int i = 0; i < sizes.size(); i++) {
      reals[i] = new float[sizes.get(i).real() ? sizes.get(i).elements() : 0];
      wholes[i] = new long[sizes.get(i).real() ? 0 : sizes.get(i).elements()];
    }
    for (int slot = 0; slot < values.length; slot++) {
      values[slot] = initial(slot);
    }
  }

  private void keep(int slot, String name) {
    kept.computeIfAbsent(slot, key -> new ArrayList<>()).add(name);
  }

  private @Nullable Tensor initial(int slot) {
    ValueInfo value = plan.slots().value(slot);
    int buffer = plan.buffers().ofSlot(slot);
    if (value.constant() != null || buffer == Buffers.EXTERNAL) {
      return value.constant();
    }
    TensorType type = value.tensorType();
    return type.real()
        ? Tensor.of(type.type(), type.shape(), reals[buffer])
        : Tensor.of(type.type(), type.shape(), wholes[buffer]);
  }

  /** Tells a listener of every product from now on; replaces the one before. */
  public void listen(ProductListener listener) {
    productListener = listener;
  }

  /** Tells a listener of every node and its time from now on; replaces the one before. */
  public void profile(NodeListener listener) {
    nodeListener = listener;
  }

  /**
   * Runs the model.
   *
   * @param inputs by name, of the planned shapes
   * @param multiplier computes the products
   * @param sample number of the run, for the noise of the multiplier
   * @return outputs and taps by name, copies
   * @throws IllegalArgumentException if an input is missing, unknown, or of another shape or type
   */
  public Map<String, Tensor> run(Map<String, Tensor> inputs, Multiplier multiplier, int sample) {
    accept(inputs);
    Map<String, Tensor> results = new LinkedHashMap<>();
    for (int slot : kept.keySet()) {
      Tensor value = values[slot];
      if (value != null && plan.buffers().ofSlot(slot) == Buffers.EXTERNAL) {
        keep(slot, value, results);
      }
    }
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      if (poisoned) {
        poison(i);
      }
      long start = System.nanoTime();
      if (step.alias()) {
        int[] shape = step.prepared().outputs().getFirst().shape();
        values[step.outputs()[0]] = value(step.inputs()[0]).reshaped(shape);
      } else {
        step.prepared().kernel().run(new StepFrame(step, i, multiplier, sample));
      }
      nodeListener.ran(step.node(), step.operator(), System.nanoTime() - start);
      for (int output : step.outputs()) {
        if (output >= 0 && kept.containsKey(output)) {
          keep(output, value(output), results);
        }
      }
    }
    return ordered(results);
  }

  private void keep(int slot, Tensor value, Map<String, Tensor> results) {
    for (String name : kept.getOrDefault(slot, List.of())) {
      results.put(name, value.copy());
    }
  }

  /** Outputs first, in the order of the graph. */
  private Map<String, Tensor> ordered(Map<String, Tensor> results) {
    Map<String, Tensor> ordered = new LinkedHashMap<>();
    for (String name : plan.outputs().keySet()) {
      Tensor value = results.get(name);
      if (value != null) {
        ordered.put(name, value);
      }
    }
    ordered.putAll(results);
    return ordered;
  }

  private void accept(Map<String, Tensor> inputs) {
    for (ValueInfo expected : plan.inputs()) {
      Tensor given = inputs.get(expected.name());
      if (given == null) {
        throw new IllegalArgumentException(
            "model %s: input %s is missing; given are %s"
                .formatted(plan.graph().name(), expected.name(), inputs.keySet()));
      }
      if (!Arrays.equals(given.shape(), expected.shape()) || given.real() != expected.real()) {
        throw new IllegalArgumentException(
            "model %s: input %s is %s, planned for %s; make a plan for this shape"
                .formatted(plan.graph().name(), expected.name(), given, expected.tensorType()));
      }
      values[plan.slots().of(expected)] = given;
    }
    if (inputs.size() != plan.inputs().size()) {
      throw new IllegalArgumentException(
          "model %s: inputs %s are given, expected %s"
              .formatted(plan.graph().name(), inputs.keySet(), plan.inputShapes().keySet()));
    }
  }

  /**
   * Overwrites the memory that a step is about to fill before each step, so that leftovers show.
   */
  void poison() {
    poisoned = true;
  }

  private void poison(int index) {
    Step step = plan.steps().get(index);
    for (int buffer : plan.buffers().scratch(index)) {
      Arrays.fill(reals[buffer], Float.NaN);
    }
    for (int output : step.outputs()) {
      int buffer = output < 0 ? Buffers.EXTERNAL : plan.buffers().ofSlot(output);
      boolean takenOver =
          Arrays.stream(step.inputs())
              .anyMatch(input -> input >= 0 && plan.buffers().ofSlot(input) == buffer);
      if (buffer != Buffers.EXTERNAL && !takenOver) {
        Arrays.fill(reals[buffer], Float.NaN);
        Arrays.fill(wholes[buffer], Long.MIN_VALUE);
      }
    }
  }

  private Tensor value(int slot) {
    Tensor value = slot < 0 ? null : values[slot];
    if (value == null) {
      throw new IllegalStateException("a kernel asks for a value that is left out");
    }
    return value;
  }

  /** What the kernel of a step sees. */
  private final class StepFrame implements Frame {
    private final Step step;
    private final int index;
    private final Multiplier multiplier;
    private final int sample;

    StepFrame(Step step, int index, Multiplier multiplier, int sample) {
      this.step = step;
      this.index = index;
      this.multiplier = multiplier;
      this.sample = sample;
    }

    @Override
    public Tensor input(int input) {
      return value(step.inputs()[input]);
    }

    @Override
    public Tensor output(int output) {
      return value(step.outputs()[output]);
    }

    @Override
    public float[] scratch(int number) {
      return reals[plan.buffers().scratch(index)[number]];
    }

    @Override
    public void multiply(int number, float[] left, float[] right, float[] result) {
      PlannedProduct planned = step.products().get(number);
      Product product =
          new Product(
              planned.site(),
              planned.shape(),
              new Operand(planned.left(), left, planned.leftConstant()),
              new Operand(planned.right(), right, planned.rightConstant()),
              result);
      multiplier.multiply(product, sample);
      productListener.multiplied(product, sample);
    }
  }
}
