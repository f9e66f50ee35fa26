package org.lightpath.datasets.onnx;

import java.util.List;

/** Value of a node's attribute. */
public sealed interface OnnxAttribute {
  /** A real number. */
  record Real(float value) implements OnnxAttribute {}

  /** A whole number. */
  record Whole(long value) implements OnnxAttribute {}

  /** A word. */
  record Text(String value) implements OnnxAttribute {}

  /** A tensor. */
  record Constant(OnnxTensor value) implements OnnxAttribute {}

  /** A subgraph: of If, Loop and Scan. */
  record Subgraph(OnnxGraph value) implements OnnxAttribute {}

  /** Real numbers. */
  record Reals(List<Float> values) implements OnnxAttribute {
    /** Copies the list. */
    public Reals {
      values = List.copyOf(values);
    }
  }

  /** Whole numbers. */
  record Wholes(List<Long> values) implements OnnxAttribute {
    /** Copies the list. */
    public Wholes {
      values = List.copyOf(values);
    }
  }

  /** Words. */
  record Texts(List<String> values) implements OnnxAttribute {
    /** Copies the list. */
    public Texts {
      values = List.copyOf(values);
    }
  }
}
