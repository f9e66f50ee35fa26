package org.lightpath.cloud.generate;

/** A way to make images with a model. */
@FunctionalInterface
public interface ImageGenerator {
  /**
   * Makes images.
   *
   * @param model that makes them
   * @param request what to make
   */
  Generation.Images generate(ModelRunner model, ImageRequest request);

  /** Runs of the model that one batch takes, for progress and cost. */
  default int runsPerBatch() {
    return 1;
  }
}
