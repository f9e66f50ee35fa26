package org.lightpath.photonic.core;

import java.util.ArrayList;
import java.util.List;

/** Effects that cores share. */
final class Effects {
  private Effects() {}

  static List<Effect> ofReadout(ReadoutCircuit circuit, PhotonBudget light) {
    List<Effect> effects = new ArrayList<>();
    if (!Double.isInfinite(light.photonsPerMac())) {
      effects.add(
          Effect.exact(
              "shot noise",
              NoiseClass.RECEIVER,
              circuit.shot() == ReadoutCircuit.Shot.COUNTED
                  ? "counted: difference of Poisson numbers"
                  : "normal limit of the counts"));
    }
    if (circuit.thermalElectrons() > 0) {
      effects.add(Effect.exact("thermal noise", NoiseClass.RECEIVER, "normal"));
    }
    if (circuit.intensityNoise() > 0) {
      effects.add(
          Effect.approximate(
              "relative intensity noise",
              NoiseClass.RECEIVER,
              "drawn for each readout: its correlation between outputs is lost"));
    }
    if (circuit.converter().bits() > 0) {
      effects.add(Effect.exact("converter", NoiseClass.RECEIVER, "rounded and clipped"));
    }
    return effects;
  }
}
