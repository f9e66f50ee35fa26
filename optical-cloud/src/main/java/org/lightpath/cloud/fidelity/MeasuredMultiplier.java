package org.lightpath.cloud.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.engine.MatmulCounts;

/**
 * Measures another multiplier: after each of its products the exact one of the same operands is
 * computed and compared.
 */
public final class MeasuredMultiplier implements CountingMultiplier {
  private final Multiplier measured;
  private final Multiplier digital;
  private final Map<Integer, Measurement> sites = new TreeMap<>();

  private static final class Measurement {
    final Product.Site site;
    final ErrorSums errors = new ErrorSums();
    long runs;
    long macs;
    double seconds;

    Measurement(Product.Site site) {
      this.site = site;
    }
  }

  /**
   * Joins both; they are closed with this.
   *
   * @param measured whose results are passed on
   * @param digital what they are held against
   */
  public MeasuredMultiplier(Multiplier measured, Multiplier digital) {
    this.measured = measured;
    this.digital = digital;
  }

  @Override
  public void multiply(Product product, int sample) {
    long begin = System.nanoTime();
    measured.multiply(product, sample);
    double seconds = (System.nanoTime() - begin) * 1e-9;
    float[] expected = new float[product.result().length];
    digital.multiply(
        new Product(product.site(), product.shape(), product.left(), product.right(), expected),
        sample);
    Measurement sums =
        sites.computeIfAbsent(product.site().index(), _ -> new Measurement(product.site()));
    sums.errors.add(product.result(), expected);
    sums.runs++;
    sums.macs += product.shape().macs();
    sums.seconds += seconds;
  }

  /** What was measured, in the order of the sites. */
  public List<SiteQuality> sites() {
    List<SiteQuality> found = new ArrayList<>();
    sites.forEach((index, sums) -> found.add(quality(index, sums)));
    return found;
  }

  private SiteQuality quality(int index, Measurement sums) {
    return new SiteQuality(
        sums.site,
        sums.errors.quality(),
        sums.errors.largest(),
        sums.errors.cosine(),
        sums.errors.kurtosis(),
        counts(index),
        sums.runs,
        sums.macs,
        sums.seconds);
  }

  @Override
  public MatmulCounts counts(int site) {
    return measured instanceof CountingMultiplier counting
        ? counting.counts(site)
        : new MatmulCounts(0, 0, 0, 0);
  }

  @Override
  public void close() {
    measured.close();
    digital.close();
  }
}
