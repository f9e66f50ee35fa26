package org.lightpath.cloud.fidelity;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.MatmulCounts;

/** Sends each product to the multiplier of its placement. */
public final class RoutedMultiplier implements CountingMultiplier {
  private final PlacementPolicy policy;
  private final Map<Placement, Multiplier> multipliers;
  private final Map<Integer, Placement> placements = new HashMap<>();

  /**
   * Joins multipliers, which are closed with this.
   *
   * @param policy where products go
   * @param multipliers one for each placement that occurs
   */
  public RoutedMultiplier(PlacementPolicy policy, Map<Placement, Multiplier> multipliers) {
    this.policy = policy;
    this.multipliers = new EnumMap<>(multipliers);
  }

  /**
   * Computes a product where its placement says.
   *
   * @throws IllegalArgumentException if there is no multiplier for it
   */
  @Override
  public void multiply(Product product, int sample) {
    Placement placement =
        placements.computeIfAbsent(product.site().index(), _ -> policy.of(product));
    Multiplier multiplier = multipliers.get(placement);
    if (multiplier == null) {
      throw new IllegalArgumentException(
          "node %s: placed %s, but there are multipliers for %s alone"
              .formatted(product.site().node(), placement, multipliers.keySet()));
    }
    multiplier.multiply(product, sample);
  }

  /** Where the products of a site went, by the index of the site. */
  public Map<Integer, Placement> placements() {
    return Map.copyOf(placements);
  }

  @Override
  public MatmulCounts counts(int site) {
    Placement placement = placements.get(site);
    return placement != null && multipliers.get(placement) instanceof CountingMultiplier counting
        ? counting.counts(site)
        : new MatmulCounts(0, 0, 0, 0);
  }

  @Override
  public void close() {
    multipliers.values().forEach(Multiplier::close);
  }
}
