package org.lightpath.cloud.fidelity;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.lightpath.cloud.product.Product;

/**
 * Where each product of a model is computed: the first rule whose pattern is the node's name
 * decides; without one, short sums, then products of two dynamic operands, then the others.
 *
 * @param rules by name of the node
 * @param constant products with a constant operand
 * @param dynamic products of two operands that change with every run
 * @param shortSums products with fewer terms than {@code shortest}
 * @param shortest fewest terms K of a sum that is not short
 */
public record PlacementPolicy(
    List<Rule> rules, Placement constant, Placement dynamic, Placement shortSums, int shortest) {
  /** Sums of a 3 × 3 depthwise convolution have 9 terms: not worth a readout (assumed). */
  public static final int SHORTEST = 16;

  /** All in the core but short sums, which are digital. */
  public static final PlacementPolicy STANDARD =
      new PlacementPolicy(
          List.of(), Placement.OPTICAL, Placement.OPTICAL, Placement.DIGITAL, SHORTEST);

  /** Copies the rules. */
  public PlacementPolicy {
    rules = List.copyOf(rules);
    Objects.requireNonNull(constant);
    Objects.requireNonNull(dynamic);
    Objects.requireNonNull(shortSums);
    if (shortest < 0) {
      throw new IllegalArgumentException(
          "placement: fewest terms of a sum in the core is %d, expected at least 0"
              .formatted(shortest));
    }
  }

  /**
   * A rule for nodes.
   *
   * @param pattern of their names: * stands for any characters, ? for one, all others for
   *     themselves
   * @param placement where they go
   */
  public record Rule(String pattern, Placement placement) {
    /** Checks the pattern. */
    public Rule {
      Objects.requireNonNull(placement);
      if (pattern.isEmpty()) {
        throw new IllegalArgumentException("placement: a pattern is empty; write * for all nodes");
      }
    }

    /** Whether a name matches. */
    boolean matches(String name) {
      StringBuilder expression = new StringBuilder();
      for (int i = 0; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        expression.append(
            switch (c) {
              case '*' -> ".*";
              case '?' -> ".";
              default -> Pattern.quote(String.valueOf(c));
            });
      }
      return Pattern.compile(expression.toString(), Pattern.DOTALL).matcher(name).matches();
    }
  }

  /** Where a product goes. */
  public Placement of(Product product) {
    return of(
        product.site().node(),
        product.shape().inner(),
        product.left().constant() || product.right().constant());
  }

  /**
   * Where a product goes.
   *
   * @param node name of its node
   * @param inner K, terms of its sums
   * @param weighted whether an operand is constant
   */
  public Placement of(String node, int inner, boolean weighted) {
    for (Rule rule : rules) {
      if (rule.matches(node)) {
        return rule.placement();
      }
    }
    if (inner < shortest) {
      return shortSums;
    }
    return weighted ? constant : dynamic;
  }
}
