package org.lightpath.cloud.fidelity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Full scales of all products of a model, by the index of their site.
 *
 * @param sites scales by {@link org.lightpath.cloud.product.Product.Site#index()}
 */
public record OperandScales(Map<Integer, SiteScales> sites) {
  /** None: full scales of each run, statistics of the first run of a site. */
  public static final OperandScales NONE = new OperandScales(Map.of());

  /** Copies the map. */
  public OperandScales {
    sites = Map.copyOf(sites);
  }

  /** Scales of a site. */
  public Optional<SiteScales> of(int site) {
    return Optional.ofNullable(sites.get(site));
  }

  /** Without peaks of the outputs: converters pass some standard deviations. */
  public OperandScales withoutPeaks() {
    Map<Integer, SiteScales> without = new HashMap<>();
    sites.forEach((site, scales) -> without.put(site, scales.withoutPeak()));
    return new OperandScales(without);
  }
}
