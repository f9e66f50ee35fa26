package org.lightpath.cloud.generate;

/**
 * How many images go through a model at once, and how runs are numbered.
 *
 * @param batch images in a run, the last run may have fewer; part of an experiment, since noise is
 *     drawn for every run as a whole
 * @param firstSample number of the first run; later runs count up from it
 */
public record Batching(int batch, int firstSample) {
  /**
   * Checks the extents.
   *
   * @throws IllegalArgumentException if the batch is below 1 or the number negative
   */
  public Batching {
    if (batch < 1 || firstSample < 0) {
      throw new IllegalArgumentException(
          "batches of %d from run %d: expected at least 1 and 0".formatted(batch, firstSample));
    }
  }

  /** Batches of so many, runs counted from 0. */
  public static Batching of(int batch) {
    return new Batching(batch, 0);
  }

  /** Number of batches that so many images take. */
  public int batches(int images) {
    return Math.ceilDiv(images, batch);
  }

  /** Does something with one batch. */
  @FunctionalInterface
  interface Step {
    /**
     * One batch.
     *
     * @param start index of its first image
     * @param count images in it
     * @param number of the batch, from 0
     */
    void accept(int start, int count, int number);
  }

  /** Goes through so many images in batches. */
  void forEach(int images, Step step) {
    int number = 0;
    for (int start = 0; start < images; start += batch) {
      step.accept(start, Math.min(batch, images - start), number);
      number++;
    }
  }
}
