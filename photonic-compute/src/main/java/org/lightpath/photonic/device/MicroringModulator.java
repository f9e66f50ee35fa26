package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Microring modulator: one channel of a bus is modulated, the others pass with little loss.
 *
 * @param name as in the source
 * @param loss on and off resonance
 * @param drive electrical cost
 * @param footprint on the chip
 * @param provenance where the numbers come from
 */
public record MicroringModulator(
    String name, RingLoss loss, ModulatorDrive drive, Footprint footprint, Provenance provenance)
    implements Device {
  /** LT: 42 fJ/bit, 1.2 mW, 0.95 dB (uncoupled 0.1 dB), 9.66 µm square. */
  public static final MicroringModulator LT_MRR =
      new MicroringModulator(
          "LT_MRR_MODULATOR",
          RingLoss.decibels(0.95, 0.1),
          new ModulatorDrive(42e-15, 1.2e-3),
          Footprint.micrometres(9.66, 9.66),
          Provenance.published(
              "Lightening-Transformer, hardware_simulator/params/device_params/default.yaml"));

  /** Checks that nothing is missing. */
  public MicroringModulator {
    Objects.requireNonNull(name);
    Objects.requireNonNull(loss);
    Objects.requireNonNull(drive);
    Objects.requireNonNull(footprint);
    Objects.requireNonNull(provenance);
  }

  /**
   * Bandwidth f [Hz] of a ring driven through an electrode: 1/f² = 1/f_RC² + 1/f_ph².
   *
   * @param electrode f_RC [Hz]
   * @param photonLifetime f_ph [Hz], see {@link RingResonance#photonLifetimeBandwidth}
   */
  public static double bandwidth(double electrode, double photonLifetime) {
    return 1
        / Math.hypot(
            1 / Require.positive("electrode bandwidth", electrode, "Hz"),
            1 / Require.positive("photon lifetime bandwidth", photonLifetime, "Hz"));
  }
}
