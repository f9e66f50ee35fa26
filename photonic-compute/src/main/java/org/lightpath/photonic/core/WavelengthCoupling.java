package org.lightpath.photonic.core;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.lightpath.photonic.device.DirectionalCoupler;
import org.lightpath.photonic.device.Require;

/**
 * Couplers of a coherent wavelength-parallel core.
 *
 * @param couplings κ of each wavelength; their number is the number of wavelengths
 * @param couplingSpread standard deviation of each κ from chip to chip
 * @param shifterError static error of the −90° shifter [rad]
 * @param shifterSpread its standard deviation from chip to chip and wavelength to wavelength [rad]
 * @param commonMode ε, common-mode leak of the balanced receiver
 */
public record WavelengthCoupling(
    List<Double> couplings,
    double couplingSpread,
    double shifterError,
    double shifterSpread,
    double commonMode) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range or there is no wavelength
   */
  public WavelengthCoupling {
    couplings = List.copyOf(couplings);
    if (couplings.isEmpty()) {
      throw new IllegalArgumentException("coherent WDM core: no wavelength, expected at least one");
    }
    for (double coupling : couplings) {
      Require.within("power coupling of a wavelength", coupling, 0, 1);
    }
    Require.notNegative("spread of a power coupling", couplingSpread, "");
    Require.finite("error of the phase shifter", shifterError, "rad");
    Require.notNegative("spread of the phase shifter", shifterSpread, "rad");
    Require.within("common-mode leak of a receiver", commonMode, 0, 1);
  }

  /** Ideal couplers. */
  public static WavelengthCoupling ideal(int wavelengths) {
    return new WavelengthCoupling(Collections.nCopies(wavelengths, 0.5), 0, 0, 0, 0);
  }

  /** {@link DirectionalCoupler} around 1550 nm, spacing in m. */
  public static WavelengthCoupling dispersive(int wavelengths, double spacing) {
    double[] couplings =
        DirectionalCoupler.crossRatios(DirectionalCoupler.channels(wavelengths, spacing));
    return new WavelengthCoupling(Arrays.stream(couplings).boxed().toList(), 0, 0, 0, 0);
  }

  /** Number of wavelengths. */
  public int wavelengths() {
    return couplings.size();
  }

  Interferometer.Terms terms(long chip) {
    double[] coupling = new double[wavelengths()];
    double[] phase = new double[wavelengths()];
    for (int k = 0; k < coupling.length; k++) {
      double spread =
          couplingSpread == 0 ? 0 : couplingSpread * Streams.place(chip, Streams.COUPLING, k);
      coupling[k] = Math.clamp(couplings.get(k) + spread, 0, 1);
      phase[k] = shifterError;
      if (shifterSpread > 0) {
        phase[k] += shifterSpread * Streams.place(chip, Streams.SHIFTER, k);
      }
    }
    return new Interferometer.Terms(coupling, phase, 1, commonMode);
  }
}
