package org.lightpath.cloud.graph;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cloud.graph.operator.Frame;
import org.lightpath.cloud.graph.operator.PlanNode;
import org.lightpath.cloud.graph.operator.Prepared;
import org.lightpath.cloud.graph.operator.TensorType;
import org.lightpath.cloud.product.HostMultiplier;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;

/** Computes a node whose inputs are constant, on memory of its own. */
final class FoldingFrame implements Frame {
  private final PlanNode node;
  private final Prepared prepared;
  private final List<Tensor> outputs = new ArrayList<>();

  private FoldingFrame(PlanNode node, Prepared prepared) {
    this.node = node;
    this.prepared = prepared;
  }

  /** Outputs of the node, in order. */
  static List<Tensor> run(PlanNode node, Prepared prepared) {
    FoldingFrame frame = new FoldingFrame(node, prepared);
    if (prepared.need() == Prepared.Need.ALIAS) {
      return List.of(frame.input(0).reshaped(prepared.outputs().getFirst().shape()));
    }
    for (TensorType type : prepared.outputs()) {
      frame.outputs.add(Tensor.zeros(type.type(), type.shape()));
    }
    prepared.kernel().run(frame);
    return frame.outputs;
  }

  @Override
  public Tensor input(int index) {
    return node.constant(index);
  }

  @Override
  public Tensor output(int index) {
    return outputs.get(index);
  }

  @Override
  public float[] scratch(int index) {
    return new float[prepared.scratch().get(index)];
  }

  @Override
  public void multiply(int product, float[] left, float[] right, float[] result) {
    try (HostMultiplier multiplier = new HostMultiplier()) {
      multiplier.multiply(
          new Product(
              new Product.Site(0, node.onnx().name(), node.onnx().operator()),
              prepared.products().get(product).shape(),
              new Operand("left", left, true),
              new Operand("right", right, true),
              result),
          0);
    }
  }
}
