package org.lightpath.opencl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.opencl.OpenClPresence;
import org.lightpath.opencl.internal.tuning.Trial;
import org.lightpath.opencl.internal.tuning.Tuner;
import org.lightpath.opencl.internal.tuning.TuningDevice;
import org.lightpath.opencl.internal.tuning.TuningMode;
import org.lightpath.opencl.internal.tuning.TuningStore;

/** Every tile that may be chosen by measuring gives the bytes of the planner's. */
class ProductVariantTest {
  /** Neither extent is a multiple of any tile. */
  private static final MatmulPlan PLAN =
      MatmulPlan.exact(new MatmulShape(2, 23, 37, 41, true, true), Precision.SINGLE);

  private static DeviceInfo device() {
    return OpenClPresence.require(1).getFirst();
  }

  private static List<ProductTile> variants() {
    DeviceInfo device = device();
    return ProductTuning.variants(PLAN, device, Limits.of(device, PLAN.precision()));
  }

  @Test
  void allTilesOfTheDeviceGiveTheSameBytes() {
    same(variants());
  }

  /** The tiles of GPUs, as far as this device admits them: their neighbours, too. */
  @Test
  void neighboursOfTilesGiveTheSameBytes() {
    Limits limits = new Limits(Math.min(64, device().groupSize()), 16 * 1024, Float.BYTES);
    MatmulTile tile = new MatmulTile(4, 4, 2, 2, 8);
    List<MatmulTile> neighbours = tile.neighbours(limits, ProductKernel.demand(PLAN));
    assertThat(neighbours).hasSize(9).doesNotContain(tile);
    same(Stream.concat(Stream.of(tile), neighbours.stream()).toList());
  }

  private static void same(List<? extends ProductTile> tiles) {
    assertThat(tiles).hasSizeGreaterThan(1);
    assertThat(tiles.stream().map(ProductTile::label)).doesNotHaveDuplicates();
    try (ProductTrial trial = new ProductTrial(PLAN, device(), Long.MAX_VALUE)) {
      long expected = digest(trial, tiles.getFirst());
      for (ProductTile tile : tiles) {
        assertThat(digest(trial, tile)).as(tile.label()).isEqualTo(expected);
      }
    }
  }

  private static long digest(ProductTrial trial, ProductTile tile) {
    Optional<Trial.Timed> timed = trial.prepare(tile);
    assertThat(timed).as(tile.label()).isPresent();
    try (Trial.Timed ready = timed.get()) {
      return ready.digest();
    }
  }

  @Test
  void measuringChoosesOneOfTheTiles(@TempDir Path folder) {
    TuningStore store = new TuningStore(folder, new TuningDevice("device", "1", "2"));
    Tuner tuner = new Tuner(store, TuningMode.MEASURE, 60);
    List<ProductTile> two = variants().subList(0, 2);
    try (ProductTrial trial = new ProductTrial(PLAN, device(), Long.MAX_VALUE)) {
      assertThat(tuner.choose("key", two, ProductTile::label, trial)).isIn(two);
    }
    assertThat(store.read("key").orElseThrow().variant())
        .isIn(two.getFirst().label(), two.getLast().label());
  }

  @Test
  void digestTakesAllKernels() throws IOException, URISyntaxException {
    Path one = Path.of(Objects.requireNonNull(LineSource.class.getResource("matmul.cl")).toURI());
    try (Stream<Path> all = Files.list(Objects.requireNonNull(one.getParent()))) {
      List<String> names =
          all.map(Path::toFile)
              .map(File::getName)
              .filter(name -> name.endsWith(".cl"))
              .map(name -> name.replace(".cl", ""))
              .toList();
      assertThat(LineSource.FILES).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void keyIsOfAKindOfProduct() {
    Limits limits = new Limits(256, 1024, Float.BYTES);
    String key = key(100, limits);
    assertThat(key(128, limits)).isEqualTo(key);
    assertThat(key(129, limits)).isNotEqualTo(key);
    assertThat(key(100, limits.withGroup(128))).isNotEqualTo(key);
  }

  private static String key(int rows, Limits limits) {
    MatmulShape shape = MatmulShape.of(1, rows, 64, 64);
    return ProductTuning.key(MatmulPlan.exact(shape, Precision.SINGLE), limits);
  }
}
