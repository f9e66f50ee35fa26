package org.lightpath.cli.cloud;

import java.util.HashMap;
import java.util.Map;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cloud.fidelity.Placement;
import org.lightpath.cloud.fidelity.PlacementPolicy;
import org.lightpath.cloud.graph.PlannedProduct;

/** Where the products of a plan will run. */
final class PlannedPlacement {
  private PlannedPlacement() {}

  /** Placements by the index of the site. */
  static Map<Integer, Placement> of(Workload workload, PlacementPolicy policy) {
    Map<Integer, Placement> placements = new HashMap<>();
    for (ModelProducts.Entry entry : ModelProducts.of(workload.parts()).entries()) {
      PlannedProduct product = entry.product();
      placements.put(
          product.site().index(),
          policy.of(
              product.site().node(),
              product.shape().inner(),
              product.leftConstant() || product.rightConstant()));
    }
    return placements;
  }
}
