package org.lightpath.cloud.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lightpath.cloud.graph.UnsupportedOperatorException.Refusal;
import org.lightpath.cloud.graph.lowering.StandardOperators;
import org.lightpath.cloud.graph.operator.Operator;
import org.lightpath.cloud.graph.operator.OperatorNode;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxNode;
import org.lightpath.datasets.onnx.OnnxValue;

/**
 * A model whose operators are all known, simplified, and ready to be planned for the shapes of its
 * inputs. Constants are copied from the model when they are first needed, so the model must stay
 * open as long as it runs.
 */
public final class ModelGraph {
  /** Oldest operator set whose broadcasting is that of today. */
  private static final long OLDEST_OPSET = 7;

  /** Newest operator set whose changes were looked at. */
  private static final long NEWEST_OPSET = 24;

  private final OnnxModel model;
  private final long opset;
  private final Simplified simplified;

  private ModelGraph(OnnxModel model, long opset, Simplified simplified) {
    this.model = model;
    this.opset = opset;
    this.simplified = simplified;
  }

  /**
   * Checks a model and simplifies it: constants are collected, Identity and Dropout left out, batch
   * normalisation folded into the weights before it.
   *
   * @throws UnsupportedOperatorException if operators or attributes are not implemented; names all
   * @throws IllegalArgumentException if the operator set is older than 7 or newer than 24
   */
  public static ModelGraph of(OnnxModel model) {
    Long declared = model.operatorSets().getOrDefault("", model.operatorSets().get("ai.onnx"));
    long opset = declared == null ? 1 : declared;
    if (opset < OLDEST_OPSET || opset > NEWEST_OPSET) {
      throw new IllegalArgumentException(
          "model %s: operator set %d, expected %d to %d; convert the model"
              .formatted(model.name(), opset, OLDEST_OPSET, NEWEST_OPSET));
    }
    List<Refusal> refusals = new ArrayList<>();
    for (OnnxNode node : model.graph().nodes()) {
      String reason = refusal(node, opset);
      if (reason != null) {
        String operator =
            node.domain().isEmpty() ? node.operator() : node.domain() + "." + node.operator();
        refusals.add(new Refusal(node.name(), operator, opset, reason));
      }
    }
    if (!refusals.isEmpty()) {
      throw new UnsupportedOperatorException(model.name(), refusals);
    }
    return new ModelGraph(model, opset, GraphSimplifier.simplify(model, opset));
  }

  private static @Nullable String refusal(OnnxNode node, long opset) {
    if (!node.domain().isEmpty() && !node.domain().equals("ai.onnx")) {
      return "operators of this domain are not implemented; export with standard operators only";
    }
    if (GraphSimplifier.isSimplifiedAway(node.operator())) {
      return GraphSimplifier.refusal(new OperatorNode(node, opset));
    }
    Operator operator = StandardOperators.find(node.operator());
    if (operator == null) {
      return "not implemented; export the model with another operator set, or compute this part"
          + " outside of the model";
    }
    return operator.refusal(new OperatorNode(node, opset));
  }

  /** Names of the operators that are implemented. */
  public static List<String> supportedOperators() {
    return StandardOperators.names();
  }

  /** Name of the model. */
  public String name() {
    return model.name();
  }

  /** What a run needs. */
  public List<OnnxValue> inputs() {
    return model.graph().inputs();
  }

  /** What a run gives. */
  public List<OnnxValue> outputs() {
    return model.graph().outputs();
  }

  /**
   * Infers all shapes and types for inputs of these shapes, folds what is constant, lowers what
   * multiplies, and assigns buffers.
   *
   * @param inputShapes extents by name of the input; inputs of fixed shape may be left out
   * @throws IllegalArgumentException if shapes are missing or do not fit; names the node
   */
  public ModelPlan plan(Map<String, int[]> inputShapes) {
    return plan(inputShapes, Map.of());
  }

  /**
   * The same with inputs whose values are known beforehand, such as shapes and axes.
   *
   * @param inputShapes extents by name of the input; inputs of fixed shape may be left out
   * @param bound values of inputs that are the same in every run
   * @throws IllegalArgumentException if shapes are missing or do not fit; names the node
   */
  public ModelPlan plan(Map<String, int[]> inputShapes, Map<String, Tensor> bound) {
    return new Planner(this, inputShapes, bound).plan();
  }

  long opset() {
    return opset;
  }

  Simplified simplified() {
    return simplified;
  }
}
