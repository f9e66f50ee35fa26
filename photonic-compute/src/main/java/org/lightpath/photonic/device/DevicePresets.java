package org.lightpath.photonic.device;

import java.util.List;

/** Every device with published numbers, for listings: name, numbers and source of each. */
public final class DevicePresets {
  private DevicePresets() {}

  /** Devices whose source states all that the description needs. */
  public static List<Device> complete() {
    return List.of(
        MachZehnderModulator.LT_MZM,
        MachZehnderModulator.SL_MZM,
        MachZehnderModulator.ACADEMIA_MZM,
        MicroringModulator.LT_MRR,
        RingPreset.HIGH_Q,
        RingPreset.MEDIUM_Q,
        RingPreset.LOW_Q,
        Coupler.LT_DC,
        PassiveElement.Y_BRANCH,
        PassiveElement.LASER_SPLITTER,
        PassiveElement.MEMS_PHASE_SHIFTER,
        PassiveElement.CROSSING,
        PassiveElement.MICRO_COMB,
        PassiveElement.MRR_ROUTER,
        Photodiode.LT_PD,
        Photodiode.DIGITAL_PD,
        AnalogDigitalConverter.SAR_10G,
        DigitalAnalogConverter.CAP_14G);
  }

  /**
   * Values often used without a source. They are offered by name so that a report can say so, and
   * are nobody's default.
   */
  public static List<AssumedValue> assumed() {
    return List.of(
        new AssumedValue("input noise of a transimpedance amplifier", 10e-12, "A/sqrt(Hz)"),
        new AssumedValue("thermal drift of a silicon ring, low", 0.07e-9, "m/K"),
        new AssumedValue("thermal drift of a silicon ring, high", 0.1e-9, "m/K"),
        new AssumedValue("splitter error of a foundry, low", 0.01, "rad"),
        new AssumedValue("splitter error of a foundry, high", 0.05, "rad"));
  }

  /**
   * A number without a source.
   *
   * @param name what it is
   * @param value the number
   * @param unit of the number
   */
  public record AssumedValue(String name, double value, String unit) {
    /** Says that it is unverified. */
    public Provenance provenance() {
      return Provenance.assumed("common value, no source was found for it");
    }
  }
}
