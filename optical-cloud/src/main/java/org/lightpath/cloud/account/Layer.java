package org.lightpath.cloud.account;

/** One step of an inference that costs energy and time. */
public sealed interface Layer permits ProductLayer, ElementLayer {
  /** Name of the node in the model. */
  String node();

  /** Type of the node, "Conv" for instance. */
  String operator();

  /** How often an inference runs it: 25 for 25 steps of a diffusion, 128 for 128 tokens. */
  int repetitions();

  /** Multiply–accumulates of all repetitions of one inference. */
  long macs();
}
