package org.lightpath.opencl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.InnerWeights;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.opencl.OpenClPresence;

/** Tiles keep to a device's limits, and the bytes of a product do not depend on them. */
class MatmulTileTest {
  private static final Limits SINGLE = new Limits(1024, 48 * 1024, Float.BYTES);
  private static final Limits DOUBLE = new Limits(1024, 48 * 1024, Double.BYTES);

  /** Compute units of a large GPU. */
  private static final int UNITS = 132;

  private static MatmulTile.Demand demand(int rows, int columns, int sets, int slabs) {
    return new MatmulTile.Demand(MatmulShape.of(1, rows, columns, 4096), 4096, sets, slabs);
  }

  @Test
  void largeProductsTakeLargeTiles() {
    MatmulTile tile = MatmulTile.of(SINGLE, false, UNITS, demand(8192, 8192, 1, 2));
    assertThat(tile).isEqualTo(new MatmulTile(16, 16, 8, 8, 8));
    assertThat(tile.localBytes(Float.BYTES, 2)).isEqualTo(16 * 1024);
    assertThat(MatmulTile.of(DOUBLE, false, UNITS, demand(8192, 8192, 1, 2)))
        .isEqualTo(new MatmulTile(16, 16, 8, 4, 8));
    // A second product and windows take registers of their own.
    assertThat(MatmulTile.of(SINGLE, false, UNITS, demand(8192, 8192, 2, 3)))
        .isEqualTo(new MatmulTile(16, 16, 8, 4, 8));
    assertThat(MatmulTile.of(SINGLE, false, UNITS, demand(8192, 8192, 3, 3)))
        .isEqualTo(new MatmulTile(16, 16, 8, 4, 8));
  }

  @Test
  void smallProductsTakeTilesThatKeepTheDeviceBusy() {
    MatmulTile row = MatmulTile.of(SINGLE, false, UNITS, demand(1, 16_384, 1, 2));
    assertThat(row.itemRows()).isEqualTo(1);
    MatmulTile square = MatmulTile.of(SINGLE, false, UNITS, demand(1024, 1024, 1, 2));
    assertThat(square.groups(MatmulShape.of(1, 1024, 1024, 4096))).isGreaterThan(UNITS);
    // 256 groups are one wave of two to a unit: smaller tiles would only read more.
    assertThat(MatmulTile.of(SINGLE, false, UNITS, demand(2048, 2048, 1, 2)))
        .isEqualTo(new MatmulTile(16, 16, 8, 8, 8));
  }

  @Test
  void everyTileKeepsToTheLimits() {
    for (int group : new int[] {1, 8, 64, 256, 1024}) {
      for (int real : new int[] {Float.BYTES, Double.BYTES}) {
        for (int sets = 1; sets <= 3; sets++) {
          Limits limits = new Limits(group, 16 * 1024, real);
          for (int extent : new int[] {1, 17, 100, 5000}) {
            MatmulTile tile = MatmulTile.of(limits, false, 8, demand(extent, 300, sets, 3));
            assertThat(tile.group()).isLessThanOrEqualTo(group);
            assertThat(tile.localBytes(real, 3)).isLessThanOrEqualTo(16 * 1024);
            assertThat(tile.itemRows() * tile.itemColumns() * sets * real / 4)
                .isLessThanOrEqualTo(96);
          }
        }
      }
    }
  }

  /** Everything that may go wrong with tiles: windows, norms, weights, the third operand. */
  private static MatmulPlan everything(Precision precision, ProductVariance.Right right) {
    MatmulShape shape = new MatmulShape(2, 37, 71, 90, false, false);
    double[] weights = new double[shape.inner()];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = 1 - 0.1 * (k % 4);
    }
    ReceiverNoise noise =
        new ReceiverNoise(0.2, 0.1, 0.05, 0.01, new ProductVariance(0.1, 2, right), 0, 5, 7);
    MatmulPlan exact = MatmulPlan.exact(shape, precision);
    return new MatmulPlan(
        shape,
        precision,
        exact.left(),
        exact.right(),
        InnerWeights.of(weights, new double[] {0.02}, weights),
        Readout.EXACT
            .withNoise(noise)
            .withConverter(new Quantiser(128, 1 << 16))
            .withIntegrationLength(40));
  }

  @ParameterizedTest
  @EnumSource
  void bytesDoNotDependOnTheTile(Precision precision) {
    boolean wide = OpenClPresence.require(1).getFirst().doublePrecision();
    if (precision == Precision.DOUBLE && !wide) {
      return;
    }
    MatmulPlan all = everything(precision, ProductVariance.Right.GIVEN);
    MatmulPlan exact = MatmulPlan.exact(all.shape(), precision);
    same(exact, new MatmulTile(16, 16, 8, 8, 8), new MatmulTile(4, 4, 2, 1, 8));
    same(all, new MatmulTile(16, 16, 2, 4, 8), new MatmulTile(4, 8, 4, 2, 8, true));
    // One window is another kernel: its sums are read where they are.
    MatmulPlan whole = all.withReadout(all.readout().withIntegrationLength(1000));
    same(whole, new MatmulTile(16, 8, 1, 2, 8));
    if (OpenClPresence.require(1).getFirst().kind() == DeviceInfo.Kind.HOST) {
      same(exact, PanelTile.of(precision), PanelTile.of(precision, 8, 2));
      same(whole, PanelTile.of(precision));
    }
  }

  private static void same(MatmulPlan plan, ProductTile... tiles) {
    double[] expected = run(plan, new MatmulTile(8, 8, 4, 4, 16));
    assertThat(expected).doesNotContain(Double.NaN);
    // Nothing is compared where all is clipped.
    assertThat(DoubleStream.of(expected).distinct().count()).isGreaterThan(expected.length / 2);
    for (ProductTile tile : tiles) {
      assertThat(run(plan, tile)).isEqualTo(expected);
    }
  }

  private static double[] run(MatmulPlan plan, ProductTile tile) {
    Ledger ledger = new Ledger();
    DeviceQueue queue =
        new DeviceQueue(Discovery.get().devices().getFirst(), ledger, Long.MAX_VALUE);
    MatmulShape shape = plan.shape();
    Precision precision = plan.precision();
    try (OpenClMatrix a = random(queue, ledger, shape.left(), precision);
        OpenClMatrix b = random(queue, ledger, shape.right(), precision);
        OpenClMatrix v = random(queue, ledger, shape.right(), precision);
        OpenClMatrix c = new OpenClMatrix(queue, ledger, shape.result(), precision);
        MatmulProgram program = OpenClMatmul.of(plan, queue, ledger, tile);
        RealMatrix result = RealMatrix.allocate(shape.result(), precision)) {
      program.run(
          new MatmulOperands(a, b, plan.takesVariance() ? v : null, c),
          MatmulRun.UNIT.withSample(2));
      c.download(result);
      return result.toArray();
    } finally {
      queue.close();
    }
  }

  /** Numbers between zero and one: V is a variance. */
  private static OpenClMatrix random(
      DeviceQueue queue, Ledger ledger, MatrixShape shape, Precision precision) {
    OpenClMatrix matrix = new OpenClMatrix(queue, ledger, shape, precision);
    try (RealMatrix host = RealMatrix.allocate(shape, precision)) {
      Random random = new Random(3);
      for (long i = 0; i < shape.elements(); i++) {
        host.setReal(i, random.nextDouble());
      }
      matrix.upload(host);
    }
    return matrix;
  }
}
