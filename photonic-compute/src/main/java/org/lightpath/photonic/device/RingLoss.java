package org.lightpath.photonic.device;

/**
 * Loss of a ring on a bus.
 *
 * @param coupled power transmission for the channel the ring acts on (at most 1)
 * @param uncoupled power transmission for the others (at most 1)
 */
public record RingLoss(double coupled, double uncoupled) {
  /** Checks the numbers. */
  public RingLoss {
    Require.fraction("coupled transmission", coupled);
    Require.fraction("uncoupled transmission", uncoupled);
  }

  /** From losses [dB]. */
  public static RingLoss decibels(double coupled, double uncoupled) {
    return new RingLoss(Decibels.transmission(coupled), Decibels.transmission(uncoupled));
  }
}
