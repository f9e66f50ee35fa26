package org.lightpath.cli.cloud;

/** Runs the cases of an experiment with one model. */
interface ModelCases {
  /** What the digital run made. */
  Workload.Made digital();

  /** One case by light, beside the digital run. */
  CloudResult run(CloudCase what);
}
