package org.lightpath.fiber.exact;

import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.TimeGrid;

/**
 * A weak sideband on a strong wave (the pump) in a lossless fibre, while the pump is undepleted.
 *
 * <p>The power of the seeded sideband grows by G(z) = 1 + (γcP₀)² sinh²(sz)/s² with s² = (γcP₀)² −
 * (β₂Ω²/2 + γcP₀)² and Ω relative to the pump, the opposite one reaches G − 1 times the seed
 * (Agrawal, Nonlinear Fiber Optics, section 5.1).
 *
 * @param power P₀ [W] of the pump
 * @param pumpDetuning frequency [Hz] of the pump relative to the carrier
 * @param seedPower power [W] of the seeded sideband
 * @param detuning Ω/2π [Hz] of the seed relative to the pump
 * @param nonlinearity γc [1/(W·m)]
 * @param beta2 β₂ [s²/m]
 */
public record ModulationInstability(
    double power,
    double pumpDetuning,
    double seedPower,
    double detuning,
    double nonlinearity,
    double beta2)
    implements ClosedForm {
  /**
   * The solution for a fibre and a pump at the carrier.
   *
   * @param detuning Ω/2π [Hz] of the seed
   * @throws IllegalArgumentException if the fibre has loss or higher-order dispersion
   */
  public static ModulationInstability in(
      Fiber fiber, KerrModel model, double power, double seedPower, double detuning) {
    Validity.requireNoLoss("modulation instability", fiber);
    Validity.requireSecondOrderOnly("modulation instability", fiber);
    return new ModulationInstability(
        power, 0, seedPower, detuning, fiber.gamma() * model.factor(), fiber.beta(2));
  }

  /**
   * The same pump and seed, both moved: with β₂ alone the gain depends on their distance only.
   *
   * @param frequency of the pump relative to the carrier [Hz]
   */
  public ModulationInstability pumpedAt(double frequency) {
    return new ModulationInstability(power, frequency, seedPower, detuning, nonlinearity, beta2);
  }

  @Override
  public String description() {
    return "gain of the seeded sideband by modulation instability (closed form)";
  }

  /** Power gain G(z) of the seeded sideband. */
  public double gain(double position) {
    double rate = nonlinearity * power;
    double s2 = growthSquared();
    double argument = Math.sqrt(Math.abs(s2)) * position;
    // sinh(x)/x is 1 to rounding below √ulp; at the cutoff itself it would be 0/0.
    double ratio =
        argument < 1e-8 ? 1 : (s2 > 0 ? Math.sinh(argument) : Math.sin(argument)) / argument;
    double term = rate * position * ratio;
    return 1 + term * term;
  }

  private double growthSquared() {
    double omega = 2 * Math.PI * detuning;
    double rate = nonlinearity * power;
    double mismatch = beta2 * omega * omega / 2 + rate;
    return rate * rate - mismatch * mismatch;
  }

  /** Power gain coefficient 2s [1/m] at the seed's detuning; 0 where there is none. */
  public double gainCoefficient() {
    return 2 * Math.sqrt(Math.max(0, growthSquared()));
  }

  /** Detuning of the largest gain [Hz]: √(2γcP₀/|β₂|)/2π. */
  public double peakDetuning() {
    return Math.sqrt(2 * nonlinearity * power / Math.abs(beta2)) / (2 * Math.PI);
  }

  /** Detuning above which there is no gain [Hz]: √2 times that of the largest. */
  public double cutoffDetuning() {
    return Math.sqrt(2) * peakDetuning();
  }

  /**
   * Relative distance of the sideband's power from the seed's times G: |P/(P_seed G) − 1|. At z = 0
   * that of the pump's power from P₀ too, if it is larger: no other launch is described.
   */
  @Override
  public double error(ComplexField field, int index, TimeGrid grid, double position) {
    double seed = Math.abs(sidebandPower(field, index, grid) / (seedPower * gain(position)) - 1);
    double pump =
        position > 0 ? 0 : Math.abs(componentPower(field, index, grid, pumpDetuning) / power - 1);
    return Math.max(seed, pump);
  }

  /** Power [W] of the seeded sideband. */
  public double sidebandPower(ComplexField field, int index, TimeGrid grid) {
    return componentPower(field, index, grid, pumpDetuning + detuning);
  }

  /** Power [W] at a frequency f from the carrier: Σ_modes |(1/N) Σ_n A_n e^(−j2πft_n)|². */
  private static double componentPower(
      ComplexField field, int index, TimeGrid grid, double frequency) {
    double sum = 0;
    for (int mode = 0; mode < field.shape().modes(); mode++) {
      double re = 0;
      double im = 0;
      for (int n = 0; n < grid.samples(); n++) {
        double angle = -2 * Math.PI * frequency * grid.time(n);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        re += field.re(index, mode, n) * c - field.im(index, mode, n) * s;
        im += field.re(index, mode, n) * s + field.im(index, mode, n) * c;
      }
      sum += (re * re + im * im) / ((double) grid.samples() * grid.samples());
    }
    return sum;
  }
}
