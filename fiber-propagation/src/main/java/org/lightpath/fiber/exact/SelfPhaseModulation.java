package org.lightpath.fiber.exact;

import java.util.Objects;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Polarisation;

/**
 * Any envelope after Kerr effect and loss, without dispersion.
 *
 * <p>A(t, z) = A₀(t) e^(−αz/2) exp(−jγc|A₀(t)|² L_eff(z)) with L_eff = (1 − e^(−αz))/α.
 *
 * @param launched A₀
 * @param nonlinearity γc [1/(W·m)], with the averaging factor c of the equation
 * @param attenuation α [1/m]
 * @param polarisation state of polarisation
 */
public record SelfPhaseModulation(
    Envelope launched, double nonlinearity, double attenuation, Polarisation polarisation)
    implements ExactEnvelope {
  /** Checks the parts. */
  public SelfPhaseModulation {
    Objects.requireNonNull(launched);
    Objects.requireNonNull(polarisation);
  }

  /**
   * The solution for a fibre, polarised along x.
   *
   * @throws IllegalArgumentException if the fibre has dispersion
   */
  public static SelfPhaseModulation in(Fiber fiber, KerrModel model, Envelope launched) {
    Validity.requireNoDispersion("self-phase modulation", fiber);
    return new SelfPhaseModulation(
        launched, fiber.gamma() * model.factor(), fiber.attenuation(), Polarisation.X);
  }

  @Override
  public String description() {
    return "self-phase modulation (closed form)";
  }

  @Override
  public void at(double time, double position, double[] amplitude) {
    launched.at(time, amplitude);
    double re = amplitude[0];
    double im = amplitude[1];
    double effective =
        attenuation == 0 ? position : -Math.expm1(-attenuation * position) / attenuation;
    double phase = -nonlinearity * (re * re + im * im) * effective;
    double left = Math.exp(-attenuation * position / 2);
    double c = left * Math.cos(phase);
    double s = left * Math.sin(phase);
    amplitude[0] = re * c - im * s;
    amplitude[1] = re * s + im * c;
  }
}
