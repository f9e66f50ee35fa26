package org.lightpath.cloud.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.operator.OperatorNode;
import org.lightpath.datasets.onnx.OnnxAttribute;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxNode;
import org.lightpath.datasets.onnx.OnnxValue;

/** Takes nodes out of a graph that need not be run. */
final class GraphSimplifier {
  private static final Set<String> SIMPLIFIED_AWAY = Set.of("Constant");
  private static final Set<String> CONSTANT_ATTRIBUTES =
      Set.of("value", "value_float", "value_floats", "value_int", "value_ints");

  private final ConstantPool constants;
  private final Map<String, String> renamed = new HashMap<>();
  private final Set<String> outputs = new HashSet<>();

  private GraphSimplifier(OnnxModel model) {
    this.constants = new ConstantPool(model.graph().initializers());

    for (OnnxValue output : model.graph().outputs()) {
      outputs.add(output.name());
    }
  }

  /** Whether nodes of this type never stay in a graph. */
  static boolean isSimplifiedAway(String operator) {
    return SIMPLIFIED_AWAY.contains(operator);
  }

  /** Why a node that would not stay cannot be understood, null if it can. */
  static @Nullable String refusal(OperatorNode node) {
    for (String attribute : node.onnx().attributes().keySet()) {
      if (!CONSTANT_ATTRIBUTES.contains(attribute)) {
        return "attribute " + attribute + " is not implemented; give the constant as a tensor";
      }
    }
    return null;
  }

  static Simplified simplify(OnnxModel model, long opset) {
    GraphSimplifier simplifier = new GraphSimplifier(model);
    List<OnnxNode> kept = new ArrayList<>();
    for (OnnxNode node : model.graph().nodes()) {
      if (!simplifier.remove(node)) {
        kept.add(simplifier.rename(node));
      }
    }
    BatchNormalizationFolding folding =
        new BatchNormalizationFolding(simplifier.constants, simplifier.outputs, opset);
    return new Simplified(folding.fold(kept), simplifier.constants, simplifier.renamed);
  }

  private boolean remove(OnnxNode node) {
    if (node.operator().equals("Constant")) {
      constants.put(node.outputs().getFirst(), constant(node));
      return true;
    }
    boolean passes = node.operator().equals("Identity") || isIdleDropout(node);
    if (!passes || outputs.contains(node.outputs().getFirst())) {
      return false;
    }
    renamed.put(node.outputs().getFirst(), resolve(node.inputs().getFirst()));
    return true;
  }

  /** Whether a Dropout lets everything through and nobody asks for its mask. */
  private boolean isIdleDropout(OnnxNode node) {
    if (!node.operator().equals("Dropout")) {
      return false;
    }
    boolean masked = node.outputs().size() > 1 && !node.outputs().get(1).isEmpty();
    if (masked || node.inputs().size() < 3 || node.inputs().get(2).isEmpty()) {
      return !masked;
    }
    Tensor training = constants.find(resolve(node.inputs().get(2)));
    return training != null && training.longs()[0] == 0;
  }

  private static Tensor constant(OnnxNode node) {
    OnnxAttribute attribute = node.attributes().values().iterator().next();
    return switch (attribute) {
      case OnnxAttribute.Constant tensor -> Tensor.of(tensor.value());
      case OnnxAttribute.Real real -> Tensor.floats(new int[0], new float[] {real.value()});
      case OnnxAttribute.Whole whole -> Tensor.longs(new int[0], new long[] {whole.value()});
      case OnnxAttribute.Reals reals -> {
        float[] values = new float[reals.values().size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = reals.values().get(i);
        }
        yield Tensor.floats(new int[] {values.length}, values);
      }
      case OnnxAttribute.Wholes wholes -> {
        long[] values = wholes.values().stream().mapToLong(Long::longValue).toArray();
        yield Tensor.longs(new int[] {values.length}, values);
      }
      default ->
          throw new IllegalArgumentException(
              "node %s (Constant): holds %s, expected a tensor or numbers"
                  .formatted(node.name(), attribute));
    };
  }

  private String resolve(String name) {
    return renamed.getOrDefault(name, name);
  }

  private OnnxNode rename(OnnxNode node) {
    return new OnnxNode(
        node.name(),
        node.operator(),
        node.domain(),
        node.inputs().stream().map(this::resolve).toList(),
        node.outputs(),
        node.attributes());
  }
}
