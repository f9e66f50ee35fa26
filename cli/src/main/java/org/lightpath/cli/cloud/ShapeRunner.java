package org.lightpath.cli.cloud;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final List<Tile> tiles = new ArrayList<>();

  /** A tile and the products that it stands for. */
  private record Tile(Product product, List<Integer> sites) {}

  ShapeRunner(CloudSpec spec, Engine engine, ShapeWorkload workload, Path cacheFolder) {
    this.spec = spec;
    this.engine = engine;
    this.workload = workload;
    this.cache = new LinkEffectsCache(cacheFolder);
    this.placements = PlannedPlacement.of(workload, spec.execution().policy());
    // Operands of the first product come from the edge node in any case.
    List<ModelProducts.Alike> groups =
        workload
            .products()
            .distinct(
                product ->
                    List.of(
                        placements.getOrDefault(product.site().index(), Placement.DIGITAL),
                        product.site().index() == 0));
    for (ModelProducts.Alike group : groups) {
      long seed = workload.seed() + group.first().site().index();
      tiles.add(
          new Tile(
              RandomProduct.of(group.first(), ShapeWorkload.TILE, seed).product(), group.sites()));
    }
  }

  @Override
  public Workload.Made digital() {
    return new ShapeWorkload.MadeProducts(tiles.size());
  }

  @Override
  public CloudResult run(CloudCase what) {
    int training = Math.toIntExact(spec.values().get(LightKeys.LIGHT).get(LightKeys.TRAINING));
    Optics optics = new Optics(engine, what, spec.execution(), training, cache);
    OperandScales scales = calibrated(optics);
    List<SiteQuality> local;
    CloudResult.Pace pace;
    try (RoutedMultiplier light = optics.optical(scales);
        Multiplier digital = optics.digital();
        MeasuredMultiplier measuring = new MeasuredMultiplier(light, digital)) {
      tiles.forEach(tile -> measuring.multiply(tile.product(), 0));
      local = local(measuring.sites());
      pace = new CloudResult.Pace(0, seconds(light), seconds(digital), macs());
    }
    WorkAccount work = new WorkAccount(workload, placements);
    InferenceAccount account = work.of(what.setting());
    return new CloudResult(
        what,
        digital(),
        new QualityReport.Builder().note(workload.label()).build(),
        new CloudResult.Layers(local, Map.of(), List.of(), List.of(), optics.fitted()),
        account,
        new CloudTraffic(spec.values()).run(what, work.one(what.setting())),
        pace);
  }

  private OperandScales calibrated(Optics optics) {
    try (ScaleRecorder recorder = optics.recorder()) {
      tiles.forEach(tile -> recorder.multiply(tile.product(), 0));
      return recorder.scales();
    }
  }

  /** Qualities of the tiles, for all products that they stand for. */
  private List<SiteQuality> local(List<SiteQuality> measured) {
    List<SiteQuality> all = new ArrayList<>();
    for (Tile tile : tiles) {
      for (SiteQuality quality : measured) {
        if (quality.site().index() == tile.product().site().index()) {
          tile.sites().forEach(site -> all.add(at(site, quality)));
        }
      }
    }
    return all;
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

  /** Time of all tiles once [s]. */
  private double seconds(Multiplier multiplier) {
    long begin = System.nanoTime();
    tiles.forEach(tile -> multiplier.multiply(tile.product(), 1));
    return (System.nanoTime() - begin) * 1e-9;
  }

  private double macs() {
    return tiles.stream().mapToDouble(tile -> tile.product().shape().macs()).sum();
  }
}
