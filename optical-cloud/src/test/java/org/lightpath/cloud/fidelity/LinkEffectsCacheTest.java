package org.lightpath.cloud.fidelity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.link.FiberSection;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.Span;

class LinkEffectsCacheTest {
  private static final LinkEffects EFFECTS =
      new LinkEffects(
          0.1 + 0.2,
          List.of(-0.01, 1.0, 1.0 / 3),
          new LinkEffects.Stream(1e-3, 1.0 / 7, 0.01),
          new LinkEffects.Stream(2e-3, 0, 0.02),
          1e-9,
          0.05,
          100,
          16_384);

  @TempDir Path folder;

  private int fits;

  private LinkEffects fit() {
    fits++;
    return EFFECTS;
  }

  private static StreamSpec spec(double gamma) {
    Fiber fiber = Fiber.named("f", Streams.CARRIER).attenuation(5e-5).gamma(gamma).build();
    Link link = new Link(List.of(Span.of(new FiberSection(fiber, 1000))));
    return Streams.local().withPath(StreamPath.of(link, Streams.FILTER, Streams.CARRIER));
  }

  private static String key(StreamSpec spec, long seed) {
    return LinkEffectsCache.key(spec, spec, Precision.SINGLE, 1000, seed);
  }

  @Test
  void fitsOnceAndKeepsEveryDigit() throws IOException {
    LinkEffectsCache cache = new LinkEffectsCache(folder.resolve("fits"));
    String key = key(spec(1e-3), 1);
    assertThat(cache.get(key, this::fit)).isEqualTo(EFFECTS);
    assertThat(new LinkEffectsCache(folder.resolve("fits")).get(key, this::fit)).isEqualTo(EFFECTS);
    assertThat(fits).isEqualTo(1);
    try (Stream<Path> files = Files.list(folder.resolve("fits"))) {
      assertThat(files).containsExactly(folder.resolve("fits").resolve(key + ".properties"));
    }
  }

  @Test
  void aFileThatCannotBeReadIsFittedAnew() throws IOException {
    LinkEffectsCache cache = new LinkEffectsCache(folder);
    String key = key(spec(1e-3), 1);
    cache.get(key, this::fit);
    Path file = folder.resolve(key + ".properties");
    String whole = Files.readString(file, UTF_8);
    List<String> broken =
        List.of(
            whole.substring(0, whole.length() / 2),
            whole.replace("gain=", "gain=x"),
            whole.replace("key=", "key=0"),
            "\\u00zz");
    for (String text : broken) {
      Files.writeString(file, text, UTF_8);
      int before = fits;
      assertThat(cache.get(key, this::fit)).isEqualTo(EFFECTS);
      assertThat(fits).isEqualTo(before + 1);
      assertThat(Files.readString(file, UTF_8)).isEqualTo(whole);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenKeepsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder", UTF_8);
    LinkEffectsCache cache = new LinkEffectsCache(file.resolve("fits"));
    String key = key(spec(1e-3), 1);
    assertThat(cache.get(key, this::fit)).isEqualTo(EFFECTS);
    assertThat(cache.get(key, this::fit)).isEqualTo(EFFECTS);
    assertThat(fits).isEqualTo(2);
  }

  @Test
  void theKeyHoldsAllThatDefinesAFit() {
    StreamSpec base = spec(1e-3);
    Set<String> keys = new HashSet<>();
    keys.add(key(base, 1));
    assertThat(key(spec(1e-3), 1)).isIn(keys);
    keys.add(key(base, 2));
    // A fibre's text would round this away.
    keys.add(key(spec(1e-3 * (1 + 1e-9)), 1));
    keys.add(key(base.withLight(StreamLight.of(2e-3)), 1));
    keys.add(key(base.withNeighbours(new Neighbours(1, 20e9, 1)), 1));
    keys.add(key(base.withShape(StreamShape.of(11e9)), 1));
    keys.add(LinkEffectsCache.key(base, base, Precision.DOUBLE, 1000, 1));
    keys.add(LinkEffectsCache.key(base, base, Precision.SINGLE, 1001, 1));
    assertThat(keys).hasSize(8);
  }
}
