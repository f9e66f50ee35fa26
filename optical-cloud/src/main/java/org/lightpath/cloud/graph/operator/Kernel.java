package org.lightpath.cloud.graph.operator;

/** What a node does in every run. */
@FunctionalInterface
public interface Kernel {
  /** Computes the outputs; buffers hold leftovers of other nodes before. */
  void run(Frame frame);
}
