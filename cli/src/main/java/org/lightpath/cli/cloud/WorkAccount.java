package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lightpath.cli.model.PlannedPart;
import org.lightpath.cloud.account.CloudAccount;
import org.lightpath.cloud.account.CloudSetting;
import org.lightpath.cloud.account.ElementLayer;
import org.lightpath.cloud.account.Inference;
import org.lightpath.cloud.account.InferenceAccount;
import org.lightpath.cloud.account.Layer;
import org.lightpath.cloud.account.ProductLayer;
import org.lightpath.cloud.fidelity.Placement;
import org.lightpath.cloud.graph.PlannedProduct;
import org.lightpath.cloud.product.Product;

/** The work of one inference of a model, and what it costs. */
final class WorkAccount {
  /** Numbers that an element-wise node reads and writes for each number it makes. */
  private static final double VALUES = 2;

  private final Workload workload;
  private final Map<Integer, Placement> placements;

  /**
   * An account.
   *
   * @param placements where products ran, by index of the site; those that are missing are digital
   */
  WorkAccount(Workload workload, Map<Integer, Placement> placements) {
    this.workload = workload;
    this.placements = placements;
  }

  /** Energy and time in a setting, for the batch of the workload. */
  InferenceAccount of(CloudSetting setting) {
    return of(setting, workload.batch());
  }

  /** The same for one inference on its own. */
  InferenceAccount one(CloudSetting setting) {
    return of(setting, 1);
  }

  private InferenceAccount of(CloudSetting setting, int batch) {
    List<Layer> layers = new ArrayList<>();
    long results = 0;
    int products = 0;
    for (PlannedPart part : workload.parts()) {
      for (org.lightpath.cloud.graph.Layer layer : part.layers()) {
        for (PlannedProduct product : layer.products()) {
          layers.add(product(product, products++, part.repeats()));
        }
        if (layer.products().isEmpty()) {
          layers.add(element(layer, part.repeats()));
        }
      }
      results = part.results();
    }
    Inference inference = new Inference("one " + workload.unit(), layers, results);
    return CloudAccount.of(
        inference,
        new CloudSetting(setting.hardware(), setting.paths(), setting.rules().withBatch(batch)));
  }

  /** A product, numbered through all parts of the model. */
  private ProductLayer product(PlannedProduct product, int index, int repeats) {
    ProductLayer.Weights weights = ProductLayer.Weights.NONE;
    if (product.rightConstant()) {
      weights = ProductLayer.Weights.RIGHT;
    } else if (product.leftConstant()) {
      weights = ProductLayer.Weights.LEFT;
    }
    boolean optical = placements.get(index) == Placement.OPTICAL;
    return new ProductLayer(
        new Product.Site(index, product.site().node(), product.site().operator()),
        product.shape(),
        weights,
        optical ? ProductLayer.Placement.OPTICAL : ProductLayer.Placement.DIGITAL,
        repeats);
  }

  /** One operation for each number made, two for each multiply-accumulate done digitally. */
  private ElementLayer element(org.lightpath.cloud.graph.Layer layer, int repeats) {
    double made =
        layer.shape().stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    return new ElementLayer(
        layer.node(), layer.operator(), made + 2.0 * layer.digitalMacs(), VALUES * made, repeats);
  }
}
