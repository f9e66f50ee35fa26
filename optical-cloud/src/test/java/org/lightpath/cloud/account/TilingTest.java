package org.lightpath.cloud.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.photonic.energy.CoreDesign;
import org.lightpath.photonic.energy.OperationDefinition;
import org.lightpath.photonic.energy.ProductTiming;
import org.lightpath.photonic.energy.TileShape;

class TilingTest {
  private static final CoreDesign CORE = TinySetting.core();

  private static Tiling tiling(MatmulShape shape, ProductLayer.Weights weights, int batch) {
    return Tiling.of(TinySetting.product(shape, weights, 1), CORE, batch);
  }

  /** 4 × 10 inputs and 5 × 10 weights in blocks of 2 × 3 outputs and 4 terms. */
  @Test
  void symbolsAndReadOutsAreCountedByHand() {
    Tiling tiling = tiling(MatmulShape.of(1, 4, 5, 10), ProductLayer.Weights.RIGHT, 1);

    assertThat(tiling)
        .isEqualTo(
            new Tiling(
                200, 2 * 2 * 3, 1, new Tiling.Symbols(80, 100), new Tiling.ReadOuts(40, 20)));
    assertThat(tiling.readOuts().additions()).isEqualTo(20);
    assertThat(tiling.utilisation(CORE)).isEqualTo(200.0 / (12 * 24));
  }

  @Test
  void weightsOnTheLeftSwapTheStreams() {
    Tiling right = tiling(MatmulShape.of(1, 4, 5, 10), ProductLayer.Weights.RIGHT, 1);
    Tiling left = tiling(MatmulShape.of(1, 5, 4, 10), ProductLayer.Weights.LEFT, 1);

    assertThat(left).isEqualTo(right);
  }

  @Test
  void batchAddsInputVectorsWhereWeightsAreConstantAndProductsWhereNot() {
    MatmulShape one = MatmulShape.of(1, 1, 6, 8);
    Tiling alone = tiling(one, ProductLayer.Weights.RIGHT, 1);
    Tiling pair = tiling(one, ProductLayer.Weights.RIGHT, 2);
    Tiling attention = tiling(one, ProductLayer.Weights.NONE, 2);

    // Two inputs fill the two rows: no further cycle and no further weight symbol.
    assertThat(pair.cycles()).isEqualTo(alone.cycles());
    assertThat(pair.symbols().weights()).isEqualTo(alone.symbols().weights());
    assertThat(pair.symbols().inputs()).isEqualTo(2 * alone.symbols().inputs());
    assertThat(attention.cycles()).isEqualTo(2 * alone.cycles());
    assertThat(attention.symbols().weights()).isEqualTo(2 * alone.symbols().weights());
    assertThat(pair.macs()).isEqualTo(attention.macs()).isEqualTo(2 * alone.macs());
  }

  @Test
  void sharedWeightsOfABatchedProductAreOneProduct() {
    MatmulShape shared = new MatmulShape(3, 4, 5, 10, true, false);

    assertThat(tiling(shared, ProductLayer.Weights.RIGHT, 1))
        .isEqualTo(tiling(MatmulShape.of(1, 12, 5, 10), ProductLayer.Weights.RIGHT, 1));
    assertThat(TinySetting.product(shared, ProductLayer.Weights.RIGHT, 1).weightValues())
        .isEqualTo(50);
  }

  @Test
  void cyclesAreThoseOfProductTiming() {
    for (int[] extents :
        new int[][] {{2, 3, 8}, {4, 5, 10}, {7, 11, 13}, {1, 1, 1}, {64, 64, 64}}) {
      ProductTiming timing = ProductTiming.of(CORE, extents[0], extents[1], extents[2]);
      Tiling tiling =
          tiling(
              MatmulShape.of(1, extents[0], extents[1], extents[2]), ProductLayer.Weights.RIGHT, 1);

      assertThat(tiling.cycles()).isEqualTo(timing.cycles());
      assertThat(tiling.utilisation(CORE)).isEqualTo(timing.utilisation());
    }
  }

  /** Cores that share modulators and read-outs are one larger array; what is left are replicas. */
  @Test
  void coresThatShareAreOneArray() {
    TileShape tile = new TileShape(2, 3, 4, 1);
    CoreDesign shared =
        new CoreDesign(
            "shared",
            new CoreDesign.Array(tile, 12),
            new CoreDesign.Operation(1e9, 8, OperationDefinition.MAC_IS_TWO_OPS),
            new CoreDesign.Reuse(6, 2, 2),
            CORE.parts());
    ProductLayer layer =
        TinySetting.product(MatmulShape.of(1, 6, 12, 16), ProductLayer.Weights.RIGHT, 1);
    Tiling tiling = Tiling.of(layer, shared, 1);

    // 3 × 2 blocks of 2 × 6 outputs on 12·6/(6·2·2) = 3 replicas, 8 terms a cycle.
    assertThat(tiling.cycles()).isEqualTo(2 * 2);
    assertThat(tiling.utilisation(shared)).isEqualTo(1);
    assertThat(tiling.symbols()).isEqualTo(new Tiling.Symbols(6 * 16 * 2, 12 * 16 * 3));
  }
}
