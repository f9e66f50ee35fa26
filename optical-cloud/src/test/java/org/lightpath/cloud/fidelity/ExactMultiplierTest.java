package org.lightpath.cloud.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulShape;

class ExactMultiplierTest {
  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = Engines.open("cpu", EngineOptions.DEFAULT);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void equalsADoubleLoopInAllLayoutsAndPrecisions() {
    List<MatmulShape> shapes =
        List.of(
            new MatmulShape(1, 1, 1, 1, false, false),
            new MatmulShape(3, 5, 7, 11, false, false),
            new MatmulShape(3, 5, 7, 11, true, false),
            new MatmulShape(2, 33, 17, 64, false, true),
            new MatmulShape(2, 16, 31, 129, true, true));
    for (Precision precision : Precision.values()) {
      try (ExactMultiplier exact = new ExactMultiplier(engine, precision)) {
        for (int site = 0; site < shapes.size(); site++) {
          Product product = Products.random(site, shapes.get(site), site, site % 2 == 0);
          exact.multiply(product, 0);
          // Results are stored in single precision; sums of K terms round K times at most.
          double tolerance = (1 + shapes.get(site).inner()) * Precision.SINGLE.unitRoundoff();
          assertThat(Products.relativeError(product)).isLessThan(tolerance);
        }
      }
    }
  }

  @Test
  void constantOperandsAreKeptUntilTheirArrayIsAnother() {
    MatmulShape shape = MatmulShape.of(1, 4, 5, 6);
    try (ExactMultiplier exact = new ExactMultiplier(engine, Precision.SINGLE)) {
      Product first = Products.random(0, shape, 1, true);
      exact.multiply(first, 0);
      long before = engine.counters().bytesUploaded();
      exact.multiply(first, 1);
      // A alone is uploaded again.
      assertThat(engine.counters().bytesUploaded() - before).isEqualTo(4 * 6 * 4);
      Product other = Products.random(0, shape, 2, true);
      exact.multiply(other, 0);
      assertThat(Products.relativeError(other)).isLessThan(1e-6);
    }
  }

  @Test
  void largeAndSmallValuesKeepTheirDigits() {
    MatmulShape shape = MatmulShape.of(1, 3, 3, 8);
    Product base = Products.random(0, shape, 5, false);
    try (ExactMultiplier exact = new ExactMultiplier(engine, Precision.SINGLE)) {
      for (float factor : new float[] {1e-6f, 1e9f}) {
        float[] left = base.left().values().clone();
        for (int i = 0; i < left.length; i++) {
          left[i] *= factor;
        }
        Product scaled =
            new Product(
                base.site(), shape, new Operand("a", left, false), base.right(), new float[9]);
        exact.multiply(scaled, 0);
        assertThat(Products.relativeError(scaled)).isLessThan(9 * 0x1p-24);
      }
    }
  }

  @Test
  void refusesWhatWouldBeClipped() {
    MatmulShape shape = MatmulShape.of(1, 1, 1, 1);
    Product beyond =
        new Product(
            new Product.Site(3, "head", "Gemm"),
            shape,
            new Operand("a", new float[] {1e10f}, false),
            new Operand("b", new float[] {1}, false),
            new float[1]);
    try (ExactMultiplier exact = new ExactMultiplier(engine, Precision.SINGLE)) {
      assertThatThrownBy(() -> exact.multiply(beyond, 0)).hasMessageContaining("node head");
    }
  }
}
