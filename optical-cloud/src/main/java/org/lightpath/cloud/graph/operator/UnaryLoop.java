package org.lightpath.cloud.graph.operator;

/** A function of one real number, for a range of elements. */
@FunctionalInterface
interface UnaryLoop {
  /**
   * Computes y[i] = f(x[i]).
   *
   * @param x arguments
   * @param y results; may be the same array
   * @param from first element
   * @param to element after the last
   */
  void apply(float[] x, float[] y, int from, int to);

  /** A function of one number. */
  @FunctionalInterface
  interface Function {
    /** Value at x. */
    double at(double x);
  }

  /** Loop over a function in binary64, for functions that are rare in models. */
  static UnaryLoop each(Function function) {
    return (x, y, from, to) -> {
      for (int i = from; i < to; i++) {
        y[i] = (float) function.at(x[i]);
      }
    };
  }
}
