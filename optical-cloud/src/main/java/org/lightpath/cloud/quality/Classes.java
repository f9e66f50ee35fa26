package org.lightpath.cloud.quality;

/** Classes that a classifier sees, and how often they are the right ones. */
public final class Classes {
  private Classes() {}

  /**
   * The class of the largest logit in every row; of equal ones the first.
   *
   * @param logits (count, classes)
   * @param classes number of classes, at least 1
   * @throws IllegalArgumentException if these are no whole rows, or a logit is not a number
   */
  public static int[] predicted(float[] logits, int classes) {
    int rows = PairedArrays.rows("logits", logits, classes);
    int[] predicted = new int[rows];
    for (int row = 0; row < rows; row++) {
      predicted[row] = largest(logits, row * classes, classes);
    }
    return predicted;
  }

  static int largest(float[] values, int start, int length) {
    int best = 0;
    for (int i = 0; i < length; i++) {
      if (Float.isNaN(values[start + i])) {
        throw new IllegalArgumentException(
            "logit %d of row %d is not a number".formatted(i, start / length));
      }
      if (values[start + i] > values[start + best]) {
        best = i;
      }
    }
    return best;
  }

  /**
   * Share of equal labels in two lists: accuracy if one holds the wanted classes, agreement if both
   * are predictions.
   *
   * @throws IllegalArgumentException if the lists differ in length or are empty
   */
  public static double agreement(int[] first, int[] second) {
    PairedArrays.requireSameLength("class agreement", first, second);
    if (first.length == 0) {
      throw new IllegalArgumentException("class agreement: no labels");
    }
    int equal = 0;
    for (int i = 0; i < first.length; i++) {
      if (first[i] == second[i]) {
        equal++;
      }
    }
    return (double) equal / first.length;
  }
}
