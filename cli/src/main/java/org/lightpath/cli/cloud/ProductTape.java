package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;
import org.lightpath.cloud.quality.ErrorAccumulator;
import org.lightpath.cloud.quality.ErrorStatistics;

/**
 * Keeps the results of all products of a digital run and holds those of another run of the same
 * samples against them: errors that have accumulated up to each product.
 */
final class ProductTape {
  private final List<float[]> digital = new ArrayList<>();

  /** Records what a multiplier computes. */
  Multiplier recording(Multiplier inner) {
    return new Wrapped(inner, product -> digital.add(product.result().clone()));
  }

  /** A comparison of one other run with the recorded one. */
  Comparison comparison() {
    return new Comparison();
  }

  /** Errors of one run, by the index of the site. */
  final class Comparison {
    private final Map<Integer, ErrorAccumulator> errors = new TreeMap<>();
    private int next;

    /** Compares what a multiplier computes, product after product from the first. */
    Multiplier of(Multiplier inner) {
      return new Wrapped(inner, this::compare);
    }

    private void compare(Product product) {
      errors
          .computeIfAbsent(product.site().index(), _ -> new ErrorAccumulator())
          .add(digital.get(next++), product.result());
    }

    /** Accumulated errors by the index of the site. */
    Map<Integer, ErrorStatistics> statistics() {
      Map<Integer, ErrorStatistics> statistics = new TreeMap<>();
      errors.forEach((site, sums) -> statistics.put(site, sums.statistics()));
      return statistics;
    }
  }

  /** Told of each product after it was computed. */
  private interface Listener {
    void multiplied(Product product);
  }

  private record Wrapped(Multiplier inner, Listener listener) implements Multiplier {
    @Override
    public void multiply(Product product, int sample) {
      inner.multiply(product, sample);
      listener.multiplied(product);
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
