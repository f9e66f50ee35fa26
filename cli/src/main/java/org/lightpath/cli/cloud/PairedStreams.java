package org.lightpath.cli.cloud;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.lightpath.cloud.fidelity.CountingMultiplier;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.MatmulCounts;

/**
 * Sends each product to the multiplier of the two ways that its operands take: weights come from
 * the node that holds the model, activations from the edge node or from beside the core.
 */
final class PairedStreams implements CountingMultiplier {
  private final CloudCase.Streams streams;
  private final Function<Pair, CountingMultiplier> factory;
  private final Map<Pair, CountingMultiplier> multipliers = new LinkedHashMap<>();
  private final Map<Integer, Pair> sites = new HashMap<>();
  private int first;

  /**
   * Where both operands start.
   *
   * @param left of A
   * @param right of B
   * @param weightsLeft whether A holds the weights: then the core's rows are those of B
   */
  record Pair(CloudCase.Source left, CloudCase.Source right, boolean weightsLeft) {}

  /**
   * Makes no multiplier yet.
   *
   * @param first index of the site whose activations come from the edge node in any case; a smaller
   *     one that is seen takes its place
   * @param factory makes one for a pair of ways; closed with this
   */
  PairedStreams(CloudCase.Streams streams, int first, Function<Pair, CountingMultiplier> factory) {
    this.streams = streams;
    this.first = first;
    this.factory = factory;
  }

  @Override
  public void multiply(Product product, int sample) {
    int site = product.site().index();
    first = Math.min(first, site);
    Pair pair = sites.computeIfAbsent(site, _ -> pair(product));
    multipliers.computeIfAbsent(pair, factory).multiply(product, sample);
  }

  private Pair pair(Product product) {
    CloudCase.Source activations = streams.activations(product.site().index() == first);
    if (product.left().constant()) {
      return new Pair(CloudCase.Source.STORE, activations, true);
    }
    return new Pair(
        activations, product.right().constant() ? CloudCase.Source.STORE : activations, false);
  }

  @Override
  public MatmulCounts counts(int site) {
    Pair pair = sites.get(site);
    CountingMultiplier multiplier = pair == null ? null : multipliers.get(pair);
    return multiplier == null ? new MatmulCounts(0, 0, 0, 0) : multiplier.counts(site);
  }

  @Override
  public void close() {
    multipliers.values().forEach(CountingMultiplier::close);
  }
}
