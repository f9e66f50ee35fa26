package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;

class EjmlContenderTest {
  private static EjmlContender ejml(int threads) {
    return new EjmlContender(
        new EngineContender(Engines.choose("cpu"), new EngineOptions(0, threads)));
  }

  @ParameterizedTest
  @CsvSource({"SINGLE,1", "SINGLE,2", "DOUBLE,1", "DOUBLE,2"})
  void productsAreThoseOfTheReferenceAndNoiseHasItsDeviation(Precision precision, int threads) {
    ProductCase c = new ProductCase(2, 60, 40, 70, precision);
    ProductBench bench =
        new ProductBench(
            List.of(ejml(threads)),
            List.of(ProductEffect.NOISELESS, ProductEffect.RECEIVER, ProductEffect.FULL),
            new Turns(1e-4, 1),
            _ -> {});
    List<ProductRow> rows = bench.measure(c);
    assertThat(rows)
        .extracting(ProductRow::effect)
        .containsExactly(ProductEffect.NOISELESS, ProductEffect.RECEIVER);
    double u = precision == Precision.SINGLE ? 0x1p-24 : 0x1p-53;
    // Recursive sums of 70 terms of one size: less than K u, and more than none at all in single.
    double error = rows.getFirst().check().relativeError().orElseThrow();
    assertThat(error).isLessThan(70 * u);
    assertThat(error > 0x1p-30).isEqualTo(precision == Precision.SINGLE);
    // 2400 outputs: the deviation of a deviation is 1/√4800; five of them.
    assertThat(rows.getLast().check().deviationRatio().orElseThrow())
        .isCloseTo(1, within(5 / Math.sqrt(4800)));
    assertThat(rows.getFirst().who().threads()).isEqualTo(threads);
  }

  @ParameterizedTest
  @CsvSource({"SINGLE", "DOUBLE"})
  void everyMatrixOfABatchIsMultiplied(Precision precision) {
    ProductCase c = new ProductCase(3, 4, 5, 6, precision);
    try (ProductContender.Operands operands = ProductContender.Operands.of(c);
        ProductContender.Prepared prepared = ejml(1).prepare(c, ProductEffect.NOISELESS, operands);
        RealMatrix result = RealMatrix.allocate(c.shape().result(), precision)) {
      prepared.run();
      prepared.store(result);
      for (int matrix = 0; matrix < 3; matrix++) {
        double sum = 0;
        for (int k = 0; k < 6; k++) {
          sum += operands.left().get(matrix, 3, k) * operands.right().get(matrix, k, 4);
        }
        assertThat(result.get(matrix, 3, 4)).isCloseTo(sum, within(1e-6));
      }
    }
  }
}
