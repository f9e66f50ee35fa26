package org.lightpath.fiber.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Polarisation;

class ClosedFormTest {
  private static final Fiber SOLITON_FIBER =
      Fiber.named("anomalous", 193e12).betas(-20e-27).gamma(2e-3).build();
  private static final double T0 = 1e-12;

  /** ∂A/∂z − jβ₂/2 ∂²A/∂t² + jγ|A|²A over the largest |∂A/∂z|, by central differences. */
  private static double residual(ExactEnvelope form, double z, double gamma, double beta2) {
    double dz = 1e-3 * T0 * T0 / Math.abs(beta2);
    double dt = 1e-3 * T0;
    double largest = 0;
    double scale = 0;
    for (double t = -4 * T0; t <= 4 * T0; t += 0.31 * T0) {
      double[] here = at(form, t, z);
      double[] ahead = at(form, t, z + dz);
      double[] behind = at(form, t, z - dz);
      double[] later = at(form, t + dt, z);
      double[] earlier = at(form, t - dt, z);
      double power = here[0] * here[0] + here[1] * here[1];
      double dzRe = (ahead[0] - behind[0]) / (2 * dz);
      double dzIm = (ahead[1] - behind[1]) / (2 * dz);
      double ttRe = (later[0] - 2 * here[0] + earlier[0]) / (dt * dt);
      double ttIm = (later[1] - 2 * here[1] + earlier[1]) / (dt * dt);
      double re = dzRe + beta2 / 2 * ttIm - gamma * power * here[1];
      double im = dzIm - beta2 / 2 * ttRe + gamma * power * here[0];
      largest = Math.max(largest, Math.hypot(re, im));
      scale = Math.max(scale, Math.hypot(dzRe, dzIm));
    }
    return largest / scale;
  }

  private static double[] at(ExactEnvelope form, double t, double z) {
    double[] amplitude = new double[2];
    form.at(t, z, amplitude);
    return amplitude;
  }

  /**
   * Central differences of relative width 1e-3 err by about 1e-6 times derivatives of the next
   * orders, which are below 10² here.
   */
  private static final double DIFFERENCES = 1e-4;

  @Test
  void envelopesSolveThePropagationEquation() {
    double unit = Soliton.dispersionLength(SOLITON_FIBER, T0);
    double gamma = SOLITON_FIBER.gamma();
    double beta2 = SOLITON_FIBER.beta(2);
    ExactEnvelope first =
        FundamentalSoliton.in(SOLITON_FIBER, KerrModel.SCALAR, T0, Polarisation.X);
    ExactEnvelope second = SecondOrderSoliton.in(SOLITON_FIBER, KerrModel.SCALAR, T0);
    ExactEnvelope gaussian = new DispersedGaussian(3, T0, 1.5, beta2, 0, Polarisation.X);
    assertThat(residual(first, 0.7 * unit, gamma, beta2)).isLessThan(DIFFERENCES);
    assertThat(residual(second, 0.4 * unit, gamma, beta2)).isLessThan(DIFFERENCES);
    assertThat(residual(gaussian, 0.6 * unit, 0, beta2)).isLessThan(DIFFERENCES);
    // The same check notices the wrong sign of γ and of β₂.
    assertThat(residual(second, 0.4 * unit, -gamma, beta2)).isGreaterThan(0.1);
    assertThat(residual(gaussian, 0.6 * unit, 0, -beta2)).isGreaterThan(0.1);
  }

  @Test
  void chirpedGaussianStartsAsItsShape() {
    ExactEnvelope form = new DispersedGaussian(4, T0, 2, -20e-27, 0, Polarisation.X);
    double[] start = at(form, T0, 0);
    double magnitude = 2 * Math.exp(-0.5);
    assertThat(start[0]).isCloseTo(magnitude * Math.cos(1), within(8 * Math.ulp(2.0)));
    assertThat(start[1]).isCloseTo(magnitude * Math.sin(1), within(8 * Math.ulp(2.0)));
  }

  @Test
  void secondOrderSolitonPeaksAtFourTimesItsLaunchedPowerHalfWay() {
    SecondOrderSoliton form = SecondOrderSoliton.in(SOLITON_FIBER, KerrModel.SCALAR, T0);
    double launched = Math.pow(at(form, 0, 0)[0], 2);
    double[] half = at(form, 0, Soliton.period(SOLITON_FIBER, T0) / 2);
    double peak = half[0] * half[0] + half[1] * half[1];
    double expected = Soliton.peakPower(SOLITON_FIBER, KerrModel.SCALAR, T0, 2);
    assertThat(launched).isCloseTo(expected, within(8 * Math.ulp(expected)));
    assertThat(peak / launched).isCloseTo(4, within(64 * Math.ulp(4.0)));
    // Far out the cosh of the printed formula overflow; the field is e^(−400) there.
    assertThat(at(form, 400 * T0, 10)[0]).isNotNaN().isCloseTo(0, within(Math.exp(-390)));
  }

  @Test
  void manakovSolitonNeedsNineEighthsOfThePower() {
    double scalar = Soliton.peakPower(SOLITON_FIBER, KerrModel.SCALAR, T0, 1);
    double manakov = Soliton.peakPower(SOLITON_FIBER, KerrModel.MANAKOV, T0, 1);
    assertThat(manakov / scalar).isCloseTo(9.0 / 8, within(4 * Math.ulp(1.0)));
  }

  @Test
  void modulationInstabilityHasThePublishedNumbers() {
    // β₂ = −20 ps²/km, γ = 2 /(W km), P₀ = 1 W: largest gain 4 /km at 71.1763 GHz, none above
    // 100.6584 GHz; cosh²(γP₀L) = 14.154116 and 745.7396 at γP₀L = 2 and 4.
    double peak = Math.sqrt(2 * 2e-3 / 20e-27) / (2 * Math.PI);
    ModulationInstability form =
        ModulationInstability.in(SOLITON_FIBER, KerrModel.SCALAR, 1, 1e-8, peak);
    assertThat(form.peakDetuning()).isCloseTo(71.1763e9, within(0.5e5));
    assertThat(form.cutoffDetuning()).isCloseTo(100.6584e9, within(0.5e5));
    assertThat(form.gainCoefficient()).isCloseTo(4e-3, within(1e-12));
    assertThat(form.gain(1000)).isCloseTo(14.154116, within(0.5e-6));
    assertThat(form.gain(2000)).isCloseTo(745.7396, within(0.5e-4));
    ModulationInstability outside =
        ModulationInstability.in(SOLITON_FIBER, KerrModel.SCALAR, 1, 1e-8, 2 * peak);
    assertThat(outside.gainCoefficient()).isZero();
    assertThat(outside.gain(1000)).isBetween(1.0, 2.0);
  }

  @Test
  void closedFormsAreRefusedWhereTheyDoNotHold() {
    Fiber lossy = Fiber.named("lossy", 193e12).betas(-20e-27).gamma(2e-3).attenuation(1e-5).build();
    Fiber normal = Fiber.named("normal", 193e12).betas(20e-27).gamma(2e-3).build();
    Fiber curved = Fiber.named("curved", 193e12).betas(-20e-27, 1e-40).gamma(2e-3).build();
    assertThatThrownBy(() -> SecondOrderSoliton.in(lossy, KerrModel.SCALAR, T0))
        .hasMessageContaining("attenuation is 1.0E-5 1/m, expected 0");
    assertThatThrownBy(() -> FundamentalSoliton.in(normal, KerrModel.SCALAR, T0, Polarisation.X))
        .hasMessageContaining("expected β₂ < 0 (D > 0)");
    assertThatThrownBy(() -> ModulationInstability.in(curved, KerrModel.SCALAR, 1, 1, 1))
        .hasMessageContaining("β of order 3");
    assertThatThrownBy(
            () -> SelfPhaseModulation.in(lossy, KerrModel.SCALAR, (time, amplitude) -> {}))
        .hasMessageContaining("β₂ is -2.0E-26 s²/m");
    assertThatThrownBy(() -> DispersedGaussian.in(lossy, 1, T0, 0))
        .hasMessageContaining("γ is 0.002");
  }
}
