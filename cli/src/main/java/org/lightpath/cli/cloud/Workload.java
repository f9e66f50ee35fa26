package org.lightpath.cli.cloud;

import java.util.List;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cli.model.PlannedPart;

/** A model with what it is asked to make: as a whole, or product by product alone. */
sealed interface Workload extends AutoCloseable permits WholeWorkload, ShapeWorkload {
  /** What the graphs that make up the model do in one inference. */
  List<PlannedPart> parts();

  /** What one inference is: an image, a block of tokens. */
  String unit();

  /** Samples that are made. */
  int samples();

  /** Samples of one run. */
  int batch();

  /** Products of one run of the simulation. */
  ModelProducts simulated();

  /** Runs of the graph that make all samples. */
  int runs();

  @Override
  void close();

  /** What a run made. */
  interface Made {}
}
