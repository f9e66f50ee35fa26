package org.lightpath.cloud.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.random.Philox;

/** Digital products on the host against sums written out. */
class HostMultiplierTest {
  private static final long SEED = 11;

  static Stream<MatmulShape> shapes() {
    List<MatmulShape> shapes = new ArrayList<>();
    int[][] extents = {
      {1, 1, 1, 1}, {1, 1, 700, 3}, {1, 3, 5, 300}, {3, 5, 7, 11}, {2, 17, 513, 259},
      {1, 129, 31, 4}, {4, 49, 49, 24}, {1, 4, 1025, 257}, {7, 2, 3, 1}, {1, 300, 100, 64}
    };
    for (int[] e : extents) {
      for (int i = 0; i < 4; i++) {
        shapes.add(new MatmulShape(e[0], e[1], e[2], e[3], i % 2 == 1, i >= 2));
      }
    }
    return shapes.stream();
  }

  private static float[] uniform(int stream, long elements, boolean whole) {
    float[] values = new float[(int) elements];
    int[] words = new int[4];
    for (int i = 0; i < values.length; i++) {
      Philox.words(SEED, stream, 0, i, words);
      double value = 2 * Philox.uniform(words[0]) - 1;
      values[i] = whole ? Math.round(8 * value) : (float) value;
    }
    return values;
  }

  private static Product product(MatmulShape shape, boolean whole) {
    float[] result = new float[(int) shape.result().elements()];
    java.util.Arrays.fill(result, Float.NaN);
    return new Product(
        new Product.Site(0, "node", "MatMul"),
        shape,
        new Operand("a", uniform(1, shape.left().elements(), whole), false),
        new Operand("b", uniform(2, shape.right().elements(), whole), true),
        result);
  }

  /** C[i,j] in binary64. */
  private static double sum(Product p, int batch, int row, int column) {
    MatmulShape s = p.shape();
    int matrix = s.sharedRight() ? 0 : batch;
    double sum = 0;
    for (int k = 0; k < s.inner(); k++) {
      int b =
          s.transposedRight()
              ? (matrix * s.columns() + column) * s.inner() + k
              : (matrix * s.inner() + k) * s.columns() + column;
      sum +=
          (double) p.left().values()[(batch * s.rows() + row) * s.inner() + k]
              * p.right().values()[b];
    }
    return sum;
  }

  private static float[] expected(Product p) {
    MatmulShape s = p.shape();
    float[] expected = new float[p.result().length];
    for (int i = 0; i < expected.length; i++) {
      int row = i / s.columns();
      expected[i] = (float) sum(p, row / s.rows(), row % s.rows(), i % s.columns());
    }
    return expected;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void wholeNumbersAreExactInEitherPrecision(MatmulShape shape) {
    for (Precision precision : Precision.values()) {
      Product product = product(shape, true);
      try (HostMultiplier multiplier = new HostMultiplier(precision)) {
        multiplier.multiply(product, 0);
      }
      assertThat(product.result()).as("%s", precision).isEqualTo(expected(product));
    }
  }

  @Test
  void doublePrecisionRoundsOnceOnly() {
    MatmulShape shape = MatmulShape.of(1, 9, 33, 4000);
    Product single = product(shape, false);
    Product exact = product(shape, false);
    try (HostMultiplier binary32 = new HostMultiplier();
        HostMultiplier binary64 = new HostMultiplier(Precision.DOUBLE)) {
      binary32.multiply(single, 0);
      binary64.multiply(exact, 0);
    }
    float[] expected = expected(exact);
    double error = 0;
    for (int i = 0; i < expected.length; i++) {
      assertThat(exact.result()[i]).isBetween(Math.nextDown(expected[i]), Math.nextUp(expected[i]));
      error = Math.max(error, Math.abs(single.result()[i] - expected[i]));
    }
    // binary32: 4000 sums, each rounded by at most 2^-24 of a partial sum that stays below 4000/3
    assertThat(error).isPositive().isLessThan(4000 * 0x1p-24 * 4000 / 3);
  }
}
