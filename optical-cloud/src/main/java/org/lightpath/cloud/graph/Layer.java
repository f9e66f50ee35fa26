package org.lightpath.cloud.graph;

import java.util.List;
import org.lightpath.datasets.onnx.OnnxType;

/**
 * A node of a plan, for tables.
 *
 * @param node its name
 * @param operator its type
 * @param type of the elements of its first output
 * @param shape of its first output
 * @param parameters elements of its constant real inputs
 * @param digitalMacs multiply-accumulate operations done digitally: depthwise convolutions
 * @param products that it asks for, empty for digital nodes
 */
public record Layer(
    String node,
    String operator,
    OnnxType type,
    List<Integer> shape,
    long parameters,
    long digitalMacs,
    List<PlannedProduct> products) {
  /** Copies the lists. */
  public Layer {
    shape = List.copyOf(shape);
    products = List.copyOf(products);
  }

  /** Multiply-accumulate operations of all kinds. */
  public long macs() {
    return digitalMacs + products.stream().mapToLong(PlannedProduct::macs).sum();
  }
}
