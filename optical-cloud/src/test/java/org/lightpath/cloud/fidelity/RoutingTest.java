package org.lightpath.cloud.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lightpath.cloud.fidelity.PlacementPolicy.Rule;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.plan.MatmulShape;

class RoutingTest {
  /** Writes what it is told; the exact product is another one's business. */
  private record Constant(float first, float second) implements Multiplier {
    @Override
    public void multiply(Product product, int sample) {
      for (int i = 0; i < product.result().length; i++) {
        product.result()[i] = i % 2 == 0 ? first : second;
      }
    }

    @Override
    public void close() {}
  }

  private static Product product(int site, String node, int inner, boolean constant) {
    return new Product(
        new Product.Site(site, node, "MatMul"),
        MatmulShape.of(1, 1, 2, inner),
        new Operand("a", new float[inner], false),
        new Operand("b", new float[2 * inner], constant),
        new float[2]);
  }

  @Test
  void theFirstRuleDecidesThenLengthThenOperands() {
    PlacementPolicy policy =
        new PlacementPolicy(
            List.of(
                new Rule("/head/*", Placement.IDEAL),
                new Rule("*attn?/qk*", Placement.DIGITAL),
                new Rule("/head/x", Placement.OPTICAL)),
            Placement.OPTICAL,
            Placement.IDEAL,
            Placement.DIGITAL,
            16);
    assertThat(policy.of(product(0, "/head/x", 4, true))).isEqualTo(Placement.IDEAL);
    assertThat(policy.of(product(0, "b/attn2/qk_0", 64, false))).isEqualTo(Placement.DIGITAL);
    assertThat(policy.of(product(0, "b/attn22/qk_0", 64, false))).isEqualTo(Placement.IDEAL);
    assertThat(policy.of(product(0, "b.attn", 15, true))).isEqualTo(Placement.DIGITAL);
    assertThat(policy.of(product(0, "b.attn", 16, true))).isEqualTo(Placement.OPTICAL);
    assertThat(PlacementPolicy.STANDARD.of(product(0, "x", 64, false)))
        .isEqualTo(Placement.OPTICAL);
    assertThatThrownBy(() -> new Rule("", Placement.IDEAL)).hasMessageContaining("pattern");
  }

  @Test
  void productsGoWhereTheyBelong() {
    Map<Placement, Multiplier> multipliers =
        Map.of(Placement.OPTICAL, new Constant(1, 1), Placement.DIGITAL, new Constant(2, 2));
    try (RoutedMultiplier routed = new RoutedMultiplier(PlacementPolicy.STANDARD, multipliers)) {
      Product light = product(0, "long", 64, true);
      Product digits = product(1, "short", 9, true);
      routed.multiply(light, 0);
      routed.multiply(digits, 0);
      assertThat(light.result()).containsOnly(1);
      assertThat(digits.result()).containsOnly(2);
      assertThat(routed.placements()).isEqualTo(Map.of(0, Placement.OPTICAL, 1, Placement.DIGITAL));
      assertThat(routed.counts(0).runs()).isZero();
    }
    PlacementPolicy ideal =
        new PlacementPolicy(
            List.of(new Rule("*", Placement.IDEAL)),
            Placement.OPTICAL,
            Placement.OPTICAL,
            Placement.DIGITAL,
            16);
    try (RoutedMultiplier routed = new RoutedMultiplier(ideal, multipliers)) {
      assertThatThrownBy(() -> routed.multiply(product(0, "n", 3, true), 0))
          .hasMessageContaining("node n")
          .hasMessageContaining("IDEAL");
    }
  }

  @Test
  void measuresAgainstTheExactProductOfTheSameOperands() {
    try (MeasuredMultiplier measured =
        new MeasuredMultiplier(new Constant(1.1f, -0.8f), new Constant(1, -1))) {
      Product product = product(4, "node", 8, true);
      measured.multiply(product, 0);
      measured.multiply(product, 1);
      assertThat(product.result()).containsExactly(1.1f, -0.8f);
      SiteQuality found = measured.sites().getFirst();
      // Errors 0.1 and 0.2, signal ±1: power 0.025, mean 0.15, gain (1.1 + 0.8)/2.
      assertThat(found.quality().snrDecibels()).isCloseTo(10 * Math.log10(40), within(1e-5));
      assertThat(found.quality().meanError()).isCloseTo(0.15, within(1e-6));
      assertThat(found.quality().gain()).isCloseTo(0.95, within(1e-6));
      assertThat(found.maxError()).isCloseTo(0.2, within(1e-6));
      assertThat(found.cosine()).isCloseTo(1.9 / Math.sqrt(2 * (1.21 + 0.64)), within(1e-6));
      // Two values alike: ±0.05 about their mean.
      assertThat(found.kurtosis()).isCloseTo(1, within(1e-3));
      assertThat(found.runs()).isEqualTo(2);
      assertThat(found.macs()).isEqualTo(32);
      assertThat(found.seconds()).isPositive();
      assertThat(found.site().node()).isEqualTo("node");
    }
  }
}
