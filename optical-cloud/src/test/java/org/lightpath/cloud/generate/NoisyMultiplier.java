package org.lightpath.cloud.generate;

import java.util.function.Predicate;
import org.lightpath.cloud.product.HostMultiplier;
import org.lightpath.cloud.product.Multiplier;
import org.lightpath.cloud.product.Product;
import org.lightpath.core.random.Philox;

/**
 * Digital products plus white Gaussian noise whose power is that of the product over the SNR: a
 * surrogate that says which SNR models bear, not a model of any light.
 */
final class NoisyMultiplier implements Multiplier {
  private final HostMultiplier host = new HostMultiplier();
  private final double noiseOverSignal;

  private final Predicate<String> noisy;

  /** Noise on every product. */
  NoisyMultiplier(double snrDecibels) {
    this(snrDecibels, _ -> true);
  }

  /** Noise on the products of some nodes. */
  NoisyMultiplier(double snrDecibels, Predicate<String> noisy) {
    noiseOverSignal = Math.pow(10, -snrDecibels / 20);
    this.noisy = noisy;
  }

  @Override
  public void multiply(Product product, int sample) {
    host.multiply(product, sample);
    if (noisy.test(product.site().node())) {
      addNoise(product, sample);
    }
  }

  private void addNoise(Product product, int sample) {
    float[] values = product.result();
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    double deviation = noiseOverSignal * Math.sqrt(squares / values.length);
    int[] words = new int[4];
    double[] normals = new double[4];
    for (int i = 0; i < values.length; i++) {
      if (i % 4 == 0) {
        Philox.normals(11, product.site().index(), sample, i / 4, words, normals);
      }
      values[i] += (float) (deviation * normals[i % 4]);
    }
  }

  @Override
  public void close() {
    host.close();
  }
}
