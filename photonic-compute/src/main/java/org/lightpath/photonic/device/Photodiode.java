package org.lightpath.photonic.device;

import java.util.Objects;

/**
 * Photodiode.
 *
 * @param name as in the source
 * @param response responsivity, dark current, bandwidth
 * @param biasPower electrical power of one diode [W]
 * @param footprint on the chip
 * @param provenance where the numbers come from
 */
public record Photodiode(
    String name, Response response, double biasPower, Footprint footprint, Provenance provenance)
    implements Detector {
  /**
   * Response of a photodiode.
   *
   * @param responsivity R [A/W]
   * @param darkCurrent I_d [A]
   * @param bandwidth 3 dB bandwidth [Hz]
   */
  public record Response(double responsivity, double darkCurrent, double bandwidth) {
    /** Checks the numbers. */
    public Response {
      Require.positive("responsivity", responsivity, "A/W");
      Require.notNegative("dark current", darkCurrent, "A");
      Require.positive("bandwidth", bandwidth, "Hz");
    }
  }

  private static final Provenance SIMPHONY =
      Provenance.published(
          "SimPhony, configs/devices/photonics/photodetector.yml; no dark current stated, taken as 0");

  /** LT_PD: 1 A/W, 20 GHz, 1.1 mW bias, 4 µm × 10 µm; sensitivity −25 dBm. */
  public static final Photodiode LT_PD =
      new Photodiode(
          "LT_PD", new Response(1, 0, 20e9), 1.1e-3, Footprint.micrometres(4, 10), SIMPHONY);

  /** ACADEMIA_Digital_PD: 1.1 A/W, 27 GHz, 25 nW at −1 V; sensitivity −27 dBm. */
  public static final Photodiode DIGITAL_PD =
      new Photodiode(
          "ACADEMIA_Digital_PD",
          // 25 nW at 1 V is a current of 25 nA.
          new Response(1.1, 25e-9, 27e9),
          25e-9,
          Footprint.micrometres(16, 20),
          Provenance.published(
              "SimPhony, configs/devices/photonics/photodetector.yml; dark current from 25 nW at 1 V"));

  /** Sensitivity of LT_PD used by threshold link budgets [dBm]. */
  public static final double LT_SENSITIVITY_DBM = -25;

  /** Checks that nothing is missing. */
  public Photodiode {
    Objects.requireNonNull(name);
    Objects.requireNonNull(response);
    Objects.requireNonNull(footprint);
    Objects.requireNonNull(provenance);
    Require.notNegative("bias power", biasPower, "W");
  }

  /** A photodiode without dark current, area and bias, for noise budgets. */
  public static Photodiode ideal(double responsivity, double bandwidth) {
    return new Photodiode(
        "ideal photodiode",
        new Response(responsivity, 0, bandwidth),
        0,
        new Footprint(0, 0),
        Provenance.assumed("an ideal, not a part"));
  }

  @Override
  public double responsivity() {
    return response.responsivity;
  }

  @Override
  public double totalDarkCurrent() {
    return response.darkCurrent;
  }

  @Override
  public double commonModeLeak() {
    return 0;
  }

  /**
   * Largest responsivity there can be at λ [m]: qλ/(hc) [A/W], one electron a photon.
   *
   * @param wavelength λ [m]
   */
  public static double quantumLimit(double wavelength) {
    return Constants.ELEMENTARY_CHARGE / Constants.photonEnergy(wavelength);
  }
}
