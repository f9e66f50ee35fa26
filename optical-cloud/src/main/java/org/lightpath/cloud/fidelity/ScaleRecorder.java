package org.lightpath.cloud.fidelity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Operand;
import org.lightpath.cloud.product.Product;
import org.lightpath.photonic.core.OperandStatistics;

/**
 * Calibration: lets a digital multiplier compute and records the full scales of all products, their
 * statistics and the rms of their outputs, over all products of a site.
 *
 * <p>Full scale of an operand: the largest over the products recorded of the given share of its
 * moduli. Statistics and rms are means of squares in units of the scales of each product.
 */
public final class ScaleRecorder implements Multiplier {
  private final Multiplier digital;
  private final Scaling scaling;
  private final double share;
  private final Map<Integer, Sums> records = new HashMap<>();

  /** Sums of one site, in units of the operands where they have one scale. */
  private static final class Sums {
    double leftScale;
    double rightScale;
    double leftSquare;
    double rightSquare;
    double leftModulus;
    double rightModulus;
    double outputSquare;
    long products;
  }

  /**
   * Records full scales.
   *
   * @param digital computes; closed with this
   * @param scaling as the core will have it
   * @param share of the moduli within the full scale, in (0, 1]: 1 for the largest (the default of
   *     products that must not clip), 0.999 for the 99.9th percentile
   */
  public ScaleRecorder(Multiplier digital, Scaling scaling, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "calibration: share of values within the full scale is %s, expected more than 0 and at most 1"
              .formatted(share));
    }
    this.digital = digital;
    this.scaling = scaling;
    this.share = share;
  }

  @Override
  public void multiply(Product product, int sample) {
    digital.multiply(product, sample);
    Sums sums = records.computeIfAbsent(product.site().index(), _ -> new Sums());
    double left = quantile(product.left());
    double right = quantile(product.right());
    SiteScales own = new SiteScales(left, right, OperandStatistics.UNIFORM, 0);
    ProductScales scales = ProductScales.of(product, scaling, own);
    OperandStatistics found = scales.statistics(product);
    double leftUnit = scales.rows() == null ? left : 1;
    double rightUnit = scales.columns() == null ? right : 1;
    sums.leftScale = Math.max(sums.leftScale, left);
    sums.rightScale = Math.max(sums.rightScale, right);
    sums.leftSquare += found.leftSquare() * leftUnit * leftUnit;
    sums.rightSquare += found.rightSquare() * rightUnit * rightUnit;
    sums.leftModulus += found.leftModulus() * leftUnit;
    sums.rightModulus += found.rightModulus() * rightUnit;
    sums.outputSquare += outputSquare(product, scales);
    sums.products++;
  }

  private double quantile(Operand operand) {
    float[] values = operand.values();
    if (share == 1) {
      return FullScales.largest(values, 0, values.length);
    }
    float[] moduli = new float[values.length];
    for (int i = 0; i < moduli.length; i++) {
      moduli[i] = Math.abs(values[i]);
    }
    Arrays.sort(moduli);
    float found = moduli[(int) Math.ceil(share * moduli.length) - 1];
    return found > 0 ? found : FullScales.largest(values, 0, values.length);
  }

  /** Mean square of C, over the scales of rows and columns where they have their own. */
  private static double outputSquare(Product product, ProductScales scales) {
    int columns = product.shape().columns();
    int rows = product.shape().rows();
    float[] rowScales = scales.rows();
    float[] columnScales = scales.columns();
    double sum = 0;
    float[] result = product.result();
    for (int i = 0; i < result.length; i++) {
      int row = i / columns;
      double y = result[i];
      if (rowScales != null) {
        y /= rowScales[row];
      }
      if (columnScales != null) {
        y /= columnScales[(row / rows * columns + i % columns) % columnScales.length];
      }
      sum += y * y;
    }
    return sum / result.length;
  }

  /** What was recorded. */
  public OperandScales scales() {
    Map<Integer, SiteScales> sites = new HashMap<>();
    records.forEach((site, sums) -> sites.put(site, scales(sums)));
    return new OperandScales(sites);
  }

  private SiteScales scales(Sums sums) {
    double left = scaling.left() == Scaling.Mode.TENSOR ? sums.leftScale : 1;
    double right = scaling.right() == Scaling.Mode.TENSOR ? sums.rightScale : 1;
    double n = sums.products;
    OperandStatistics statistics =
        new OperandStatistics(
            FullScales.bounded(sums.leftSquare / n / (left * left)),
            FullScales.bounded(sums.rightSquare / n / (right * right)),
            FullScales.bounded(sums.leftModulus / n / left),
            FullScales.bounded(sums.rightModulus / n / right));
    double rms = Math.sqrt(sums.outputSquare / n) / (left * right);
    return new SiteScales(sums.leftScale, sums.rightScale, statistics, rms);
  }

  @Override
  public void close() {
    digital.close();
  }
}
