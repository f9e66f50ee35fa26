package org.lightpath.photonic.core;

import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.random.Philox;
import org.lightpath.core.reference.ReferenceEngine;

/** Operands and runs of small products on the reference engine. */
final class Samples {
  private Samples() {}

  /** Numbers spread evenly over [−1, 1]. */
  static double[] uniform(int count, int stream) {
    double[] values = new double[count];
    int[] words = new int[4];
    for (int i = 0; i < count; i++) {
      Philox.words(2024, stream, 0, i, words);
      values[i] = 2 * Philox.uniform(words[0]) - 1;
    }
    return values;
  }

  static double dot(double[] x, double[] w) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += x[k] * w[k];
    }
    return sum;
  }

  static double square(double[] x) {
    return dot(x, x);
  }

  /** Statistics of one row and one column. */
  static OperandStatistics statistics(double[] x, double[] w) {
    try (RealMatrix left = matrix(x, x.length, 1);
        RealMatrix right = matrix(w, w.length, 1)) {
      return OperandStatistics.of(left, 1, right, 1);
    }
  }

  /** A matrix of one batch, values row by row. */
  static RealMatrix matrix(double[] values, int rows, int columns) {
    return RealMatrix.of(MatmulShape.of(1, rows, 1, columns).left(), Precision.DOUBLE, values);
  }

  static ProductRequest request(MatmulShape shape, OperandStatistics statistics) {
    return ProductRequest.of(shape, Precision.DOUBLE).withRange(new OperandRange(1, 1, statistics));
  }

  /** Independent draws of Σ x w, as rows of one product. */
  static double[] draws(MatrixCore core, double[] x, double[] w, int draws) {
    return draws(core, x, w, draws, statistics(x, w));
  }

  static double[] draws(
      MatrixCore core, double[] x, double[] w, int draws, OperandStatistics statistics) {
    double[] rows = new double[draws * x.length];
    for (int i = 0; i < draws; i++) {
      System.arraycopy(x, 0, rows, i * x.length, x.length);
    }
    MatmulShape shape = MatmulShape.of(1, draws, 1, x.length);
    return run(core, request(shape, statistics), rows, w);
  }

  /** First draw of a product. */
  static double[] run(MatrixCore core, ProductRequest request, double[] left, double[] right) {
    MatmulShape shape = request.shape();
    try (Engine engine = new ReferenceEngine();
        RealMatrix a = RealMatrix.of(shape.left(), Precision.DOUBLE, left);
        RealMatrix b = RealMatrix.of(shape.right(), Precision.DOUBLE, right);
        CoreSession session = new CoreSession(engine, core.prepare(request), a, b)) {
      return session.draw(0);
    }
  }
}
