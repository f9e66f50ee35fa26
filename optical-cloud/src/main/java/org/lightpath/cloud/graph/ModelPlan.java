package org.lightpath.cloud.graph;

import java.util.List;
import java.util.Map;

/** What every run of a model does, for inputs of given shapes. */
public final class ModelPlan {
  ModelPlan() {}

  /** Nodes in the order of execution. */
  public List<Layer> layers() {
    throw new UnsupportedOperationException();
  }

  /** Products in the order of execution. */
  public List<PlannedProduct> products() {
    throw new UnsupportedOperationException();
  }

  /** Extents of the inputs of a run, by name. */
  public Map<String, int[]> inputShapes() {
    throw new UnsupportedOperationException();
  }

  /** Extents of the outputs of a run, by name. */
  public Map<String, int[]> outputShapes() {
    throw new UnsupportedOperationException();
  }

  /** Multiply-accumulate operations of one run. */
  public long macs() {
    return layers().stream().mapToLong(Layer::macs).sum();
  }

  /** Elements of the real constants that the nodes use. */
  public long parameters() {
    throw new UnsupportedOperationException();
  }

  /** Memory of values and scratch of a session, without constants [B]. */
  public long peakBytes() {
    throw new UnsupportedOperationException();
  }
}
