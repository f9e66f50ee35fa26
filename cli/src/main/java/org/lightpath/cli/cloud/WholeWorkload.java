package org.lightpath.cli.cloud;

import java.util.List;
import java.util.Map;
import org.lightpath.cli.model.ModelPart;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cli.model.PlannedPart;
import org.lightpath.cloud.generate.ModelRunner;
import org.lightpath.cloud.graph.ModelGraph;
import org.lightpath.cloud.quality.QualityReport;

/** A model that runs as a whole, and how what it makes is judged. */
non-sealed interface WholeWorkload extends Workload {
  /** The model. */
  ModelGraph graph();

  /** Extents of the inputs of one run of so many samples. */
  Map<String, int[]> shapes(int samples);

  /** Runs of the graph in one inference. */
  int repetitions();

  @Override
  default List<PlannedPart> parts() {
    return planned(1);
  }

  @Override
  default ModelProducts simulated() {
    return ModelProducts.of(planned(batch()));
  }

  private List<PlannedPart> planned(int count) {
    return List.of(PlannedPart.of(new ModelPart(graph(), this::shapes, repetitions()), count));
  }

  /**
   * Makes samples.
   *
   * @param runner the model: digital, or by light
   * @param samples how many of them, from the first
   */
  Made make(ModelRunner runner, int samples);

  /**
   * Makes samples for measurements of products: without what depends on earlier results, such as a
   * text that is gone on with, whose products could not be held against those of another run.
   */
  default Made probe(ModelRunner runner, int samples) {
    return make(runner, samples);
  }

  /**
   * Judges what light made beside what was made digitally.
   *
   * @param digital of the same samples
   * @param optical by light
   */
  QualityReport compare(Made digital, Made optical);
}
