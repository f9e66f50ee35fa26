package org.lightpath.cloud.generate;

/**
 * What to make. Equal requests start from equal latents, so that runs can be paired.
 *
 * @param count number of images
 * @param seed of the latents; image i starts from the same latent for any count and batch
 * @param batching runs of the model
 */
public record ImageRequest(int count, long seed, Batching batching) {
  /**
   * Checks the count.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public ImageRequest {
    if (count < 1) {
      throw new IllegalArgumentException("%d images, expected at least 1".formatted(count));
    }
  }
}
