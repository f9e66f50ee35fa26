package org.lightpath.cloud.generate;

import org.lightpath.core.random.Philox;

/**
 * Standard normals that images start from. Element j of image i is number i·size + j of the stream
 * "LATE" of the seed, two to a counter, so an image has its latent whatever is made beside it.
 */
public final class Latents {
  private static final int STREAM = 0x4C415445; // "LATE"

  private Latents() {}

  /**
   * Latents of some images.
   *
   * @param seed of the stream
   * @param start index of the first image
   * @param count number of images
   * @param size numbers in a latent
   * @return (count, size)
   */
  public static float[] normals(long seed, int start, int count, int size) {
    float[] values = new float[Math.multiplyExact(count, size)];
    long first = (long) start * size;
    int[] words = new int[4];
    double[] pair = new double[2];
    for (int i = 0; i < values.length; i++) {
      long number = first + i;
      if (i == 0 || number % 2 == 0) {
        Philox.complexNormal(seed, STREAM, 0, number / 2, words, pair);
      }
      values[i] = (float) pair[(int) (number % 2)];
    }
    return values;
  }

  /** Classes of some images that take turns: image i is of class i mod classes. */
  static int[] roundRobin(int start, int count, int classes) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (start + i) % classes;
    }
    return labels;
  }
}
