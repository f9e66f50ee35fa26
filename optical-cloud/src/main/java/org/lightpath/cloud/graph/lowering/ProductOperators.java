package org.lightpath.cloud.graph.lowering;

import java.util.Map;
import org.lightpath.cloud.graph.operator.Operator;

/** Operators that multiply matrices. */
final class ProductOperators {
  private ProductOperators() {}

  static Map<String, Operator> all() {
    return Map.of(
        "MatMul", Operator.of(MatMulOperator::prepare),
        "Gemm", Operator.of(GemmOperator::prepare, "alpha", "beta", "transA", "transB"),
        "Einsum", Operator.of(EinsumOperator::prepare, "equation"),
        "Conv",
            Operator.of(
                ConvOperator::prepare,
                "auto_pad",
                "dilations",
                "group",
                "kernel_shape",
                "pads",
                "strides"),
        "ConvTranspose",
            Operator.of(
                ConvTransposeOperator::prepare,
                "auto_pad",
                "dilations",
                "group",
                "kernel_shape",
                "output_padding",
                "output_shape",
                "pads",
                "strides"));
  }
}
