package org.lightpath.cloud.graph.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Tensor;

/** A node of a model with what is known of its inputs. */
public final class PlanNode extends OperatorNode {
  private final List<Optional<ValueInfo>> inputs;

  /**
   * A node.
   *
   * @param node with its attributes
   * @param inputs in order, empty where an optional one is left out
   */
  public PlanNode(OperatorNode node, List<Optional<ValueInfo>> inputs) {
    super(node.onnx(), node.opset());
    this.inputs = List.copyOf(inputs);
  }

  /**
   * An input that must be there.
   *
   * @throws IllegalArgumentException if it is left out
   */
  public ValueInfo input(int index) {
    ValueInfo input = optional(index);
    if (input == null) {
      throw new IllegalArgumentException(
          "input %d is missing; %d are given".formatted(index, inputs.size()));
    }
    return input;
  }

  /** An input, null if it is left out. */
  public @Nullable ValueInfo optional(int index) {
    return index < inputs.size() ? inputs.get(index).orElse(null) : null;
  }

  /** Type and extents of the first input. */
  public TensorType first() {
    return input(0).tensorType();
  }

  /**
   * Value of an input that shapes depend on.
   *
   * @param index of the input
   * @throws IllegalArgumentException if it is not known before the run
   */
  public Tensor constant(int index) {
    ValueInfo info = input(index);
    Tensor value = info.constant();
    if (value == null) {
      throw new IllegalArgumentException(
          "input %d (%s) decides on shapes and must be known before the run, but depends on data; bind it in ModelGraph.plan if it is an input of the model, or export the model with fixed shapes"
              .formatted(index, info.name()));
    }
    return value;
  }

  /** Value of an optional input that shapes depend on, null if it is left out. */
  public @Nullable Tensor optionalConstant(int index) {
    return optional(index) == null ? null : constant(index);
  }

  /**
   * Whole numbers that older opsets give as an attribute and newer ones as an input.
   *
   * @return null if neither is given
   */
  public long @Nullable [] wholes(String attribute, int input) {
    long[] values = wholes(attribute);
    if (values != null) {
      return values;
    }
    Tensor constant = optionalConstant(input);
    return constant == null ? null : constant.longs();
  }

  /** 64-bit numbers as 32-bit ones. */
  static int[] ints(long[] values) {
    return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
  }
}
