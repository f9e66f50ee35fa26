package org.lightpath.cloud.graph;

import java.util.List;
import java.util.Map;
import org.lightpath.datasets.onnx.OnnxModel;
import org.lightpath.datasets.onnx.OnnxValue;

/** A model whose operators are all known, ready to be planned for the shapes of its inputs. */
public final class ModelGraph {
  private final OnnxModel model;

  private ModelGraph(OnnxModel model) {
    this.model = model;
  }

  /**
   * Checks a model of opset 7 to 22 and simplifies it.
   *
   * @throws UnsupportedOperatorException if operators or attributes are not implemented; names all
   */
  public static ModelGraph of(OnnxModel model) {
    return new ModelGraph(model);
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
   */
  public ModelPlan plan(Map<String, int[]> inputShapes) {
    throw new UnsupportedOperationException();
  }

  /**
   * The same with inputs whose values are known beforehand, such as shapes and axes.
   *
   * @param inputShapes extents by name of the input; inputs of fixed shape may be left out
   * @param bound values of inputs that are the same in every run
   */
  public ModelPlan plan(Map<String, int[]> inputShapes, Map<String, Tensor> bound) {
    throw new UnsupportedOperationException();
  }
}
