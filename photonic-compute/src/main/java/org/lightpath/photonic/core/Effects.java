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
    if (circuit.noise().thermalElectrons() > 0) {
      effects.add(Effect.exact("thermal noise", NoiseClass.RECEIVER, "normal"));
    }
    if (circuit.noise().darkElectrons() > 0) {
      effects.add(dark(circuit));
    }
    if (circuit.noise().intensityNoise() > 0) {
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

  /** Dark counts are Poisson, and so many that their normal limit does, unless photons are few. */
  private static Effect dark(ReadoutCircuit circuit) {
    String name = "shot noise of the dark current";
    return circuit.shot() == ReadoutCircuit.Shot.COUNTED
        ? Effect.matched(name, NoiseClass.RECEIVER, "normal variance beside the counted light")
        : Effect.exact(name, NoiseClass.RECEIVER, "normal limit of the counts");
  }
}
