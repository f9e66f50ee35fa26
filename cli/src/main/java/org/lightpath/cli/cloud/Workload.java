package org.lightpath.cli.cloud;

import java.util.Map;
import org.lightpath.cloud.generate.ModelRunner;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.quality.QualityReport;

/** A model with what it is asked to make, and how that is judged. */
interface Workload extends AutoCloseable {
  /** The model. */
  ModelGraph graph();

  /** Extents of the inputs of one run of so many samples. */
  Map<String, int[]> shapes(int samples);

  /** What one inference is: an image, a block of tokens. */
  String unit();

  /** Runs of the graph in one inference. */
  int repetitions();

  /** Samples that are made. */
  int samples();

  /** Samples of one run. */
  int batch();

  /** Runs of the graph that make all samples. */
  int runs();

  /**
   * Makes samples.
   *
   * @param runner the model: digital, or by light
   * @param samples how many of them, from the first
   */
  Made make(ModelRunner runner, int samples);

  /**
   * Judges what light made beside what was made digitally.
   *
   * @param digital of the same samples
   * @param optical by light
   */
  QualityReport compare(Made digital, Made optical);

  @Override
  void close();

  /** What a run made. */
  interface Made {}
}
