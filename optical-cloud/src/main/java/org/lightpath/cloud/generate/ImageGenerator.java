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
}
