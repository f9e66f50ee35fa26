package org.lightpath.cli.cloud;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.lightpath.cli.model.ModelProducts;
import org.lightpath.cli.model.RandomProduct;
import org.lightpath.cloud.account.InferenceAccount;
import org.lightpath.cloud.fidelity.LinkEffectsCache;
import org.lightpath.cloud.fidelity.MeasuredMultiplier;
import org.lightpath.cloud.fidelity.OperandScales;
import org.lightpath.cloud.fidelity.Placement;
import org.lightpath.cloud.fidelity.RoutedMultiplier;
import org.lightpath.cloud.fidelity.ScaleRecorder;
import org.lightpath.cloud.fidelity.SiteQuality;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;
import org.lightpath.cloud.quality.QualityReport;
import org.lightpath.core.engine.Engine;

/**
 * Runs the distinct products of an architecture, each alone, with random operands: a tile of each
 * with all of its terms. Energy and time are accounted for the whole model.
 */
final class ShapeRunner implements ModelCases {
  private final CloudSpec spec;
  private final Engine engine;
  private final ShapeWorkload workload;
  private final LinkEffectsCache cache;
  private final Map<Integer, Placement> placements;
  private final List<ModelProducts.Alike> groups;
  private final int first;
  private final BooleanSupplier asked;

  ShapeRunner(
      CloudSpec spec,
      Engine engine,
      ShapeWorkload workload,
      Path cacheFolder,
      BooleanSupplier asked) {
    this.asked = asked;
    this.spec = spec;
    this.engine = engine;
    this.workload = workload;
    this.cache = new LinkEffectsCache(cacheFolder);
    this.placements = PlannedPlacement.of(workload, spec.execution().policy());
    this.first =
        placements.entrySet().stream()
            .filter(entry -> entry.getValue() == Placement.OPTICAL)
            .mapToInt(Map.Entry::getKey)
            .min()
            .orElse(0);
    // Operands of the first product come from the edge node in any case.
    this.groups =
        workload
            .products()
            .distinct(
                product ->
                    List.of(
                        placements.getOrDefault(product.site().index(), Placement.DIGITAL),
                        product.site().index() == first));
  }

  /** What the tiles of one case came to. */
  private static final class Sums {
    final List<SiteQuality> local = new ArrayList<>();
    double seconds;
    double digitalSeconds;
    double macs;
  }

  @Override
  public Workload.Made digital() {
    return new ShapeWorkload.MadeProducts(groups.size());
  }

  @Override
  public CloudResult run(CloudCase what) {
    int training = Math.toIntExact(spec.values().get(LightKeys.LIGHT).get(LightKeys.TRAINING));
    Optics optics = new Optics(engine, what, spec.execution(), training, cache);
    optics.startAt(first);
    Sums sums = new Sums();
    groups.forEach(group -> run(group, optics, sums));
    WorkAccount work = new WorkAccount(workload, placements);
    InferenceAccount account = work.of(what.setting());
    return new CloudResult(
        what,
        digital(),
        new QualityReport.Builder().note(workload.label()).build(),
        new CloudResult.Layers(sums.local, Map.of(), List.of(), List.of(), optics.fitted()),
        account,
        new CloudTraffic(spec.values()).run(what, work.one(what.setting())),
        new CloudResult.Pace(0, sums.seconds, sums.digitalSeconds, sums.macs));
  }

  /** One tile: its full scales, its quality, and its time. Nothing of it is kept. */
  private void run(ModelProducts.Alike group, Optics optics, Sums sums) {
    if (asked.getAsBoolean()) {
      throw new StoppableMultiplier.StoppedException();
    }
    long seed = workload.seed() + group.first().site().index();
    Product product = RandomProduct.of(group.first(), ShapeWorkload.TILE, seed).product();
    OperandScales scales;
    try (ScaleRecorder recorder = optics.recorder()) {
      recorder.multiply(product, 0);
      scales = optics.scales(recorder);
    }
    try (RoutedMultiplier light = optics.optical(scales);
        Multiplier digital = optics.digital();
        MeasuredMultiplier measuring = new MeasuredMultiplier(light, digital)) {
      measuring.multiply(product, 0);
      for (SiteQuality quality : measuring.sites()) {
        group.sites().forEach(site -> sums.local.add(at(site, quality)));
      }
      sums.seconds += seconds(light, product);
      sums.digitalSeconds += seconds(digital, product);
      sums.macs += product.shape().macs();
    }
  }

  private static SiteQuality at(int index, SiteQuality of) {
    Product.Site site = new Product.Site(index, of.site().node(), of.site().operator());
    return new SiteQuality(
        site,
        of.quality(),
        of.maxError(),
        of.cosine(),
        of.kurtosis(),
        of.clipped(),
        of.runs(),
        of.macs(),
        of.seconds());
  }

  /** Time of a product that has run before [s]. */
  private static double seconds(Multiplier multiplier, Product product) {
    long begin = System.nanoTime();
    multiplier.multiply(product, 1);
    return (System.nanoTime() - begin) * 1e-9;
  }
}
