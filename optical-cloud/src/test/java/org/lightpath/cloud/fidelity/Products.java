package org.lightpath.cloud.fidelity;

import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.random.Philox;

/** Products of random operands, and their digital results in double precision. */
final class Products {
  private Products() {}

  static float[] uniform(long seed, long count) {
    float[] values = new float[Math.toIntExact(count)];
    int[] words = new int[4];
    for (int i = 0; i < values.length; i++) {
      Philox.words(seed, 77, 0, i, words);
      values[i] = (float) (2 * Philox.uniform(words[0]) - 1);
    }
    return values;
  }

  static Product random(int site, MatmulShape shape, long seed, boolean constantRight) {
    return new Product(
        new Product.Site(site, "node " + site, "MatMul"),
        shape,
        new Operand("a", uniform(seed, shape.left().elements()), false),
        new Operand("b", uniform(seed + 1000, shape.right().elements()), constantRight),
        new float[Math.toIntExact(shape.result().elements())]);
  }

  static double[] exact(Product product) {
    MatmulShape s = product.shape();
    float[] a = product.left().values();
    float[] b = product.right().values();
    double[] c = new double[product.result().length];
    for (int batch = 0; batch < s.batch(); batch++) {
      int matrix = s.sharedRight() ? 0 : batch;
      for (int i = 0; i < s.rows(); i++) {
        for (int j = 0; j < s.columns(); j++) {
          double sum = 0;
          for (int k = 0; k < s.inner(); k++) {
            int right =
                s.transposedRight()
                    ? (matrix * s.columns() + j) * s.inner() + k
                    : (matrix * s.inner() + k) * s.columns() + j;
            sum += (double) a[(batch * s.rows() + i) * s.inner() + k] * b[right];
          }
          c[(batch * s.rows() + i) * s.columns() + j] = sum;
        }
      }
    }
    return c;
  }

  /** Root mean square of the error over that of the exact product. */
  static double relativeError(Product product) {
    double[] exact = exact(product);
    double error = 0;
    double signal = 0;
    for (int i = 0; i < exact.length; i++) {
      double difference = product.result()[i] - exact[i];
      error += difference * difference;
      signal += exact[i] * exact[i];
    }
    return Math.sqrt(error / signal);
  }

  static double snrDecibels(Product product) {
    return -20 * Math.log10(relativeError(product));
  }
}
