package org.lightpath.cloud.graph.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.Tensor;
import org.lightpath.datasets.onnx.OnnxAttribute;
import org.lightpath.datasets.onnx.OnnxNode;

/** A node of a model with its attributes as numbers. */
public class OperatorNode {
  private final OnnxNode node;
  private final long opset;

  /**
   * A node.
   *
   * @param node as the model has it
   * @param opset version of the operator set
   */
  public OperatorNode(OnnxNode node, long opset) {
    this.node = node;
    this.opset = opset;
  }

  /** The node as the model has it. */
  public OnnxNode onnx() {
    return node;
  }

  /** Whether the node is of this type. */
  public boolean operatorIs(String operator) {
    return node.operator().equals(operator);
  }

  /** Version of the operator set. */
  public long opset() {
    return opset;
  }

  /** Number of inputs, with those left out before the last. */
  public int inputCount() {
    return node.inputs().size();
  }

  /** Whether an input is given. */
  public boolean hasInput(int index) {
    return index < node.inputs().size() && !node.inputs().get(index).isEmpty();
  }

  /** Number of outputs. */
  public int outputCount() {
    return node.outputs().size();
  }

  /** Whether an output is asked for. */
  public boolean hasOutput(int index) {
    return index < node.outputs().size() && !node.outputs().get(index).isEmpty();
  }

  /** Whether an attribute is given. */
  public boolean has(String attribute) {
    return node.attributes().containsKey(attribute);
  }

  /** A whole number. */
  public long whole(String attribute, long fallback) {
    OnnxAttribute value = node.attributes().get(attribute);
    return switch (value) {
      case null -> fallback;
      case OnnxAttribute.Whole whole -> whole.value();
      default -> throw wrong(attribute, "a whole number");
    };
  }

  /** A whole number as a switch. */
  public boolean flag(String attribute, boolean fallback) {
    return whole(attribute, fallback ? 1 : 0) != 0;
  }

  /** A real number. */
  public float real(String attribute, float fallback) {
    OnnxAttribute value = node.attributes().get(attribute);
    return switch (value) {
      case null -> fallback;
      case OnnxAttribute.Real real -> real.value();
      default -> throw wrong(attribute, "a real number");
    };
  }

  /** A word. */
  public String text(String attribute, String fallback) {
    OnnxAttribute value = node.attributes().get(attribute);
    return switch (value) {
      case null -> fallback;
      case OnnxAttribute.Text text -> text.value();
      default -> throw wrong(attribute, "a word");
    };
  }

  /** Whole numbers, null if the attribute is not given. */
  public long @Nullable [] wholes(String attribute) {
    OnnxAttribute value = node.attributes().get(attribute);
    return switch (value) {
      case null -> null;
      case OnnxAttribute.Wholes wholes -> longs(wholes.values());
      default -> throw wrong(attribute, "whole numbers");
    };
  }

  /** Whole numbers as 32-bit ones. */
  public int[] ints(String attribute, int... fallback) {
    long[] values = wholes(attribute);
    return values == null ? fallback : PlanNode.ints(values);
  }

  /** A tensor, null if the attribute is not given. */
  public @Nullable Tensor tensor(String attribute) {
    OnnxAttribute value = node.attributes().get(attribute);
    return switch (value) {
      case null -> null;
      case OnnxAttribute.Constant constant -> Tensor.of(constant.value());
      default -> throw wrong(attribute, "a tensor");
    };
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  private IllegalArgumentException wrong(String attribute, String expected) {
    return new IllegalArgumentException(
        "attribute %s is %s, expected %s"
            .formatted(attribute, node.attributes().get(attribute), expected));
  }
}
