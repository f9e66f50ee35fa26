package org.lightpath.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.graph.ModelPlan;
import org.lightpath.cloud.graph.PlannedProduct;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;

class ModelProductsTest {
  @Test
  void distinctProductsCountAllOfThem() {
    try (NamedModel model = NamedModel.open("dcgan64", 1)) {
      ModelPlan plan = model.parts().getFirst().plan(2);
      ModelProducts products = ModelProducts.of(model.parts(), 2);
      assertThat(products.macs())
          .isEqualTo(plan.products().stream().mapToLong(PlannedProduct::macs).sum());
      assertThat(products.entries()).hasSameSizeAs(plan.products());
      assertThat(model.weights()).isEqualTo(NamedModel.Weights.RANDOM);
    }
  }

  @Test
  void partsThatRepeatCountAsOftenAndSitesStayUnique() {
    PlannedProduct layer = product(0, 8, true);
    PlannedProduct other = product(1, 8, false);
    PlannedProduct head = product(0, 8, true);
    ModelProducts products =
        new ModelProducts(
            List.of(
                new ModelProducts.Entry(layer, 32),
                new ModelProducts.Entry(other, 32),
                new ModelProducts.Entry(product(2, 8, true), 4)));
    List<ModelProducts.Alike> distinct = products.distinct();
    // The same extents, but not the same constant operands: two kinds.
    assertThat(distinct).extracting(ModelProducts.Alike::count).containsExactly(36L, 32L);
    assertThat(distinct.getFirst().sites()).containsExactly(0, 2);
    assertThat(products.macs()).isEqualTo(68 * head.macs());
    assertThat(products.distinct(product -> product.site().index() == 0)).hasSize(3);
  }

  private static PlannedProduct product(int index, int extent, boolean constant) {
    return new PlannedProduct(
        new Product.Site(index, "node" + index, "MatMul"),
        new MatmulShape(3, extent, extent + 1, extent + 2, true, true),
        "a",
        "b",
        false,
        constant);
  }

  @Test
  void aTileHasAllTermsOfSomeRowsAndColumns() {
    PlannedProduct whole = product(5, 8, true);
    RandomProduct tile = RandomProduct.of(whole, new RandomProduct.Limit(1, 4, 3), 7);
    MatmulShape shape = tile.product().shape();
    assertThat(shape).isEqualTo(new MatmulShape(1, 4, 3, 10, true, true));
    assertThat(tile.share()).isEqualTo(12.0 / (3 * 8 * 9));
    assertThat(tile.product().site()).isEqualTo(whole.site());
    assertThat(tile.product().right().constant()).isTrue();
    float[] left = tile.product().left().values();
    assertThat(left).isNotEqualTo(tile.product().right().values()).doesNotContain(0f);
    double square =
        IntStream.range(0, left.length).mapToDouble(i -> left[i] * left[i]).average().orElseThrow();
    // 40 squares of standard normals: mean 1, deviation √(2/40) = 0.22; four of them.
    assertThat(square).isBetween(0.1, 1.9);
    // Batches are cut so that elements stay below the limit, but never to nothing.
    long one = 8 * 10 + 3 * 8 * 9 / 3;
    assertThat(RandomProduct.Limit.elements(whole.shape(), 2 * one + 90).batch()).isEqualTo(2);
    assertThat(RandomProduct.Limit.elements(whole.shape(), 1).batch()).isEqualTo(1);
  }
}
