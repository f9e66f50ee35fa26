package org.lightpath.core.reference;

import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.core.random.Philox;
import org.lightpath.core.random.Poisson;

/** Detects one sum with noise and converts it. */
final class ReferenceReceiver {
  private final Readout readout;
  private final int[] words = new int[4];
  private final double[] normal = new double[2];
  private long clipped;

  /**
   * What falls on a receiver in one window.
   *
   * @param sum y
   * @param shot variance of its shot noise
   */
  record Light(double sum, double shot) {}

  ReferenceReceiver(Readout readout) {
    this.readout = readout;
  }

  /** Readouts clipped so far. */
  long clipped() {
    return clipped;
  }

  /** The converted readout of a window. */
  double read(Light light, int sample, long index) {
    ReceiverNoise noise = readout.noise();
    double z = light.sum;
    if (noise.isPresent()) {
      Philox.complexNormal(noise.seed(), noise.stream(), sample, index, words, normal);
      double other = noise.constant() + noise.output() * light.sum * light.sum;
      if (noise.counts() > 0) {
        z = counted(light, sample, index) + Math.sqrt(other) * normal[0];
      } else {
        z += Math.sqrt(light.shot + other) * normal[0];
      }
    }
    if (readout.converter().isPresent() && Math.abs(z) > readout.converter().fullScale()) {
      clipped++;
    }
    return readout.converter().convert(z);
  }

  private double counted(Light light, int sample, long index) {
    ReceiverNoise noise = readout.noise();
    double q = noise.counts();
    double total = q * q * light.shot;
    double difference = q * light.sum;
    double plus =
        Poisson.draw(
            Math.max(0, (total + difference) / 2),
            noise.seed(),
            noise.stream() + 1,
            sample,
            index,
            words);
    double minus =
        Poisson.draw(
            Math.max(0, (total - difference) / 2),
            noise.seed(),
            noise.stream() + 2,
            sample,
            index,
            words);
    return (plus - minus) / q;
  }
}
