package org.lightpath.cloud.network;

import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.LinkElement;

/** Sums up what one stage does to a channel, element by element. */
final class StageAccumulator {
  private final String name;
  private final boolean node;
  private final double inputPower;
  private double power;
  private double transmission = 1;
  private double gain = 1;
  private double ownNoise;
  private double noise;
  private double length;
  private double dispersion;

  StageAccumulator(String name, boolean node, double inputPower, double inputNoise) {
    this.name = name;
    this.node = node;
    this.inputPower = inputPower;
    this.power = inputPower;
    this.noise = inputNoise;
  }

  /**
   * Adds the next element.
   *
   * @param frequency of the channel [Hz]
   */
  void pass(LinkElement element, double frequency) {
    double through = FiberLink.transmission(element);
    transmission *= through;
    scale(through);
    if (element instanceof Amplifier amplifier) {
      gain *= amplifier.gain();
      scale(amplifier.gain());
      double emitted = amplifier.noiseDensity(frequency);
      ownNoise += emitted;
      noise += emitted;
    }
    length += FiberLink.length(element);
    dispersion += PathWalk.accumulated(element, frequency);
  }

  private void scale(double ratio) {
    power *= ratio;
    ownNoise *= ratio;
    noise *= ratio;
  }

  StageBudget budget(double groupIndex) {
    return new StageBudget(
        name,
        node,
        new StageBudget.Power(inputPower, power, transmission, gain),
        new StageBudget.Noise(ownNoise, noise),
        new StageBudget.Propagation(
            length, groupIndex * length / Optics.SPEED_OF_LIGHT, dispersion));
  }
}
