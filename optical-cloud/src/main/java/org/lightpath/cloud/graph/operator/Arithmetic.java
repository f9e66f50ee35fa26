package org.lightpath.cloud.graph.operator;

/**
 * The four kinds of arithmetic of two rows of real numbers, in loops that the compiler vectorises.
 */
enum Arithmetic {
  /** a + b. */
  ADD,
  /** a − b. */
  SUBTRACT,
  /** a·b. */
  MULTIPLY,
  /** a/b. */
  DIVIDE;

  /**
   * A row of operands and of results.
   *
   * @param a first operand
   * @param b second operand
   * @param c result
   * @param at first elements of a, b and c
   * @param steps 0 or more: distance of neighbours in a and in b
   * @param length number of elements
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Row(float[] a, float[] b, float[] c, int[] at, int[] steps, int length) {}

  /** Computes a row. */
  void apply(Row row) {
    if (row.steps[0] == 1 && row.steps[1] == 1) {
      switch (this) {
        case ADD -> add(row);
        case SUBTRACT -> subtract(row);
        case MULTIPLY -> multiply(row);
        case DIVIDE -> divide(row);
      }
    } else if (row.steps[0] == 1 && row.steps[1] == 0) {
      float b = row.b[row.at[1]];
      switch (this) {
        case ADD -> affine(row, 1, b);
        case SUBTRACT -> affine(row, 1, -b);
        case MULTIPLY -> scale(row, b);
        case DIVIDE -> divideBy(row, b);
      }
    } else {
      strided(row);
    }
  }

  private static void add(Row row) {
    float[] a = row.a;
    float[] b = row.b;
    float[] c = row.c;
    int p = row.at[0];
    int q = row.at[1];
    int r = row.at[2];
    for (int i = 0; i < row.length; i++) {
      c[r + i] = a[p + i] + b[q + i];
    }
  }

  private static void subtract(Row row) {
    float[] a = row.a;
    float[] b = row.b;
    float[] c = row.c;
    int p = row.at[0];
    int q = row.at[1];
    int r = row.at[2];
    for (int i = 0; i < row.length; i++) {
      c[r + i] = a[p + i] - b[q + i];
    }
  }

  private static void multiply(Row row) {
    float[] a = row.a;
    float[] b = row.b;
    float[] c = row.c;
    int p = row.at[0];
    int q = row.at[1];
    int r = row.at[2];
    for (int i = 0; i < row.length; i++) {
      c[r + i] = a[p + i] * b[q + i];
    }
  }

  private static void divide(Row row) {
    float[] a = row.a;
    float[] b = row.b;
    float[] c = row.c;
    int p = row.at[0];
    int q = row.at[1];
    int r = row.at[2];
    for (int i = 0; i < row.length; i++) {
      c[r + i] = a[p + i] / b[q + i];
    }
  }

  private static void affine(Row row, float factor, float offset) {
    float[] a = row.a;
    float[] c = row.c;
    int p = row.at[0];
    int r = row.at[2];
    for (int i = 0; i < row.length; i++) {
      c[r + i] = a[p + i] * factor + offset;
    }
  }

  private static void scale(Row row, float factor) {
    float[] a = row.a;
    float[] c = row.c;
    int p = row.at[0];
    int r = row.at[2];
    for (int i = 0; i < row.length; i++) {
      c[r + i] = a[p + i] * factor;
    }
  }

  private static void divideBy(Row row, float divisor) {
    float[] a = row.a;
    float[] c = row.c;
    int p = row.at[0];
    int r = row.at[2];
    for (int i = 0; i < row.length; i++) {
      c[r + i] = a[p + i] / divisor;
    }
  }

  private void strided(Row row) {
    int p = row.at[0];
    int q = row.at[1];
    int r = row.at[2];
    for (int i = 0; i < row.length; i++) {
      float a = row.a[p];
      float b = row.b[q];
      row.c[r + i] =
          switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
          };
      p += row.steps[0];
      q += row.steps[1];
    }
  }
}
