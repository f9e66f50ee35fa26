package org.lightpath.cloud.quality;

import org.lightpath.core.random.Philox;

/** Random numbers of tests, the same in every run. */
final class Draws {
  private Draws() {}

  static float[] normals(int stream, int count) {
    float[] values = new float[count];
    int[] words = new int[4];
    double[] pair = new double[2];
    for (int i = 0; i < count; i++) {
      Philox.complexNormal(7, stream, 0, i, words, pair);
      values[i] = (float) pair[0];
    }
    return values;
  }

  static float[] uniforms(int stream, int count) {
    float[] values = new float[count];
    int[] words = new int[4];
    for (int i = 0; i < count; i++) {
      Philox.words(7, stream, 0, i, words);
      values[i] = (float) Philox.uniform(words[0]);
    }
    return values;
  }
}
