package org.lightpath.cloud.network;

import org.lightpath.fiber.Optics;
import org.lightpath.fiber.transceiver.Osnr;

/**
 * One node or link on the way of a channel.
 *
 * @param name of the node or link
 * @param node whether it is a node
 * @param power of the channel
 * @param noise of amplifiers, at the stage's end
 * @param propagation fibre in it
 */
public record StageBudget(
    String name, boolean node, Power power, Noise noise, Propagation propagation) {

  /**
   * Signal power without noise, both polarisations.
   *
   * @param input [W]
   * @param output [W]
   * @param transmission of everything that attenuates (a ratio)
   * @param gain of all amplifiers together (a ratio)
   */
  public record Power(double input, double output, double transmission, double gain) {
    /** Loss [dB] of everything that attenuates. */
    public double lossDecibels() {
      return -Optics.toDecibels(transmission);
    }
  }

  /**
   * Spectral densities [W/Hz] of amplified spontaneous emission, one polarisation.
   *
   * @param own what arose here
   * @param accumulated all, what came in included
   */
  public record Noise(double own, double accumulated) {}

  /**
   * Fibre passed.
   *
   * @param length L [m]
   * @param delay n_g L/c [s]
   * @param dispersion D·L [s/m]; 1 ps/nm is 1e-3 s/m
   */
  public record Propagation(double length, double delay, double dispersion) {}

  /** OSNR (a ratio, in 12.5 GHz) that this stage alone leaves; infinite without amplifiers. */
  public double ownOsnr() {
    return Osnr.ratio(power.output(), noise.own());
  }

  /** OSNR (a ratio, in 12.5 GHz) at the stage's end; infinite without amplifiers so far. */
  public double osnr() {
    return Osnr.ratio(power.output(), noise.accumulated());
  }
}
