package org.lightpath.cloud.fidelity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;
import org.lightpath.photonic.core.OperandStatistics;

/**
 * Calibration: lets a digital multiplier compute and records the full scales of all products, their
 * statistics and the rms of their outputs, over all products of a site.
 *
 * <p>Full scale of an operand: the largest over the products recorded of the given share of its
 * moduli; likewise the peak of the output. Statistics and rms are means of squares in units of the
 * scales of each product.
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
    double outputPeak;
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
    double left = quantile(product.left().values());
    double right = quantile(product.right().values());
    SiteScales own = new SiteScales(left, right, OperandStatistics.UNIFORM, 0, 0);
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
    float[] outputs = scaled(product, scales);
    sums.outputSquare += meanSquare(outputs);
    sums.outputPeak = Math.max(sums.outputPeak, quantile(outputs));
    sums.products++;
  }

  private double quantile(float[] values) {
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

  /** C over the scales of rows and columns where they have their own. */
  private static float[] scaled(Product product, ProductScales scales) {
    int columns = product.shape().columns();
    int rows = product.shape().rows();
    float[] rowScales = scales.rows();
    float[] columnScales = scales.columns();
    float[] outputs = product.result().clone();
    if (rowScales == null && columnScales == null) {
      return outputs;
    }
    for (int i = 0; i < outputs.length; i++) {
      int row = i / columns;
      if (rowScales != null) {
        outputs[i] /= rowScales[row];
      }
      if (columnScales != null) {
        outputs[i] /= columnScales[(row / rows * columns + i % columns) % columnScales.length];
      }
    }
    return outputs;
  }

  private static double meanSquare(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum / values.length;
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
    double peak = sums.outputPeak / (left * right);
    return new SiteScales(sums.leftScale, sums.rightScale, statistics, rms, peak);
  }

  @Override
  public void close() {
    digital.close();
  }
}
