package org.lightpath.cloud.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.operator.OperatorNode;
import org.lightpath.datasets.onnx.OnnxNode;

/**
 * Folds batch normalisation y = s·(x − μ)/√(σ² + ε) + β into the weights of the Conv, ConvTranspose
 * or Gemm before it: with g = s/√(σ² + ε) the weights of an output channel become W·g and its bias
 * (b − μ)·g + β. One pass over the data less, and the optical product gives what the next node
 * sees.
 */
final class BatchNormalizationFolding {
  private static final Set<String> WEIGHTED = Set.of("Conv", "ConvTranspose", "Gemm");

  private final ConstantPool constants;
  private final Set<String> outputs;
  private final long opset;

  BatchNormalizationFolding(ConstantPool constants, Set<String> outputs, long opset) {
    this.constants = constants;
    this.outputs = outputs;
    this.opset = opset;
  }

  List<OnnxNode> fold(List<OnnxNode> nodes) {
    Map<String, Integer> uses = new HashMap<>();
    Map<String, Integer> makers = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      nodes.get(i).inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
      for (String output : nodes.get(i).outputs()) {
        makers.put(output, i);
      }
    }
    List<OnnxNode> folded = new ArrayList<>(nodes);
    for (int i = 0; i < nodes.size(); i++) {
      OnnxNode node = nodes.get(i);
      Integer maker =
          node.operator().equals("BatchNormalization")
              ? makers.get(node.inputs().getFirst())
              : null;
      if (maker == null
          || uses.getOrDefault(node.inputs().getFirst(), 0) != 1
          || outputs.contains(node.inputs().getFirst())) {
        continue;
      }
      OnnxNode merged = merge(folded.get(maker), node);
      if (merged != null) {
        folded.set(maker, merged);
        folded.set(i, REMOVED);
      }
    }
    folded.removeIf(node -> node.operator().isEmpty());
    return List.copyOf(folded);
  }

  private static final OnnxNode REMOVED = new OnnxNode("", "", "", List.of(), List.of(), Map.of());

  /** Gain and offset of each channel. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  private record Affine(float[] gain, float[] offset) {}

  private @Nullable OnnxNode merge(OnnxNode weighted, OnnxNode normalization) {
    Affine affine = affine(normalization);
    if (affine == null
        || !WEIGHTED.contains(weighted.operator())
        || normalization.outputs().stream().skip(1).anyMatch(name -> !name.isEmpty())) {
      return null;
    }
    OperatorNode node = new OperatorNode(weighted, opset);
    boolean biased = node.hasInput(2);
    Tensor weights = constants.find(weighted.inputs().get(1));
    Tensor bias = biased ? constants.find(weighted.inputs().get(2)) : null;
    int channels = affine.gain.length;
    if (weights == null
        || (biased && (bias == null || bias.elements() != channels))
        || (node.operatorIs("Gemm") && node.real("beta", 1) != 1)) {
      return null;
    }
    String suffix = "·" + normalization.name();
    String weightName = weighted.inputs().get(1) + suffix;
    String biasName = (biased ? weighted.inputs().get(2) : weighted.name() + ".bias") + suffix;
    constants.put(weightName, scaled(node, weights, affine.gain));
    float[] offsets = affine.offset.clone();
    if (bias != null) {
      for (int c = 0; c < channels; c++) {
        offsets[c] += bias.floats()[c] * affine.gain[c];
      }
    }
    constants.put(biasName, Tensor.floats(new int[] {channels}, offsets));
    return new OnnxNode(
        weighted.name(),
        weighted.operator(),
        weighted.domain(),
        List.of(weighted.inputs().getFirst(), weightName, biasName),
        List.of(normalization.outputs().getFirst()),
        weighted.attributes());
  }

  private @Nullable Affine affine(OnnxNode normalization) {
    OperatorNode node = new OperatorNode(normalization, opset);
    if (node.flag("training_mode", false) || node.onnx().inputs().size() < 5) {
      return null;
    }
    float[][] parts = new float[4][];
    for (int i = 0; i < 4; i++) {
      Tensor part = constants.find(normalization.inputs().get(i + 1));
      if (part == null) {
        return null;
      }
      parts[i] = part.floats();
    }
    double epsilon = node.real("epsilon", 1e-5f);
    float[] gain = new float[parts[0].length];
    float[] offset = new float[gain.length];
    for (int c = 0; c < gain.length; c++) {
      double factor = parts[0][c] / Math.sqrt(parts[3][c] + epsilon);
      gain[c] = (float) factor;
      offset[c] = (float) (parts[1][c] - parts[2][c] * factor);
    }
    return new Affine(gain, offset);
  }

  /** Weights times the gain of their output channel. */
  private static Tensor scaled(OperatorNode node, Tensor weights, float[] gain) {
    Tensor result = weights.copy();
    float[] values = result.floats();
    int first = weights.extent(0);
    int second = weights.extent(1);
    int rest = values.length / (first * second);
    boolean transposed = node.operatorIs("ConvTranspose");
    boolean rows = node.operatorIs("Conv") || node.flag("transB", false);
    int perGroup = transposed ? first / (int) node.whole("group", 1) : first;
    for (int i = 0; i < first; i++) {
      for (int j = 0; j < second; j++) {
        int channel = rows ? i : (transposed ? i / perGroup * second : 0) + j;
        for (int k = 0; k < rest; k++) {
          values[(i * second + j) * rest + k] *= gain[channel];
        }
      }
    }
    return result;
  }
}
