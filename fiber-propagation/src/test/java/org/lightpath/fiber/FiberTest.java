package org.lightpath.fiber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiberTest {
  private static final double CARRIER = 193.4e12;
  private static final double WAVELENGTH = 1550e-9;
  private static final Fiber CURVED =
      Fiber.named("curved", CARRIER).betas(-20e-27, 0.12e-39, -3e-55).gamma(1.3e-3).build();

  @Test
  void curvatureIsTheSecondDifferenceOfBeta() {
    double omega = 2 * Math.PI * 3e12;
    double step = 2 * Math.PI * 0.1e12;
    double difference =
        (CURVED.propagationConstant(omega + step)
                - 2 * CURVED.propagationConstant(omega)
                + CURVED.propagationConstant(omega - step))
            / (step * step);
    // The second difference adds β₄h²/12 to β″.
    double expected = CURVED.curvature(omega) + CURVED.beta(4) * step * step / 12;
    double rounding = 4 * Math.ulp(CURVED.propagationConstant(omega)) / (step * step);
    assertThat(difference).isCloseTo(expected, within(4 * rounding));
  }

  @Test
  void referredToMovesTheFrameAndKeepsTheGlass() {
    double shift = 2e12;
    double offset = 2 * Math.PI * shift;
    Fiber moved = CURVED.referredTo(CARRIER + shift);
    double omega = 2 * Math.PI * 0.7e12;
    // β(Ω+ω) − β(Ω) − ωβ′(Ω): what is left in the frame moving with the group velocity at Ω.
    double slope =
        CURVED.beta(2) * offset
            + CURVED.beta(3) * offset * offset / 2
            + CURVED.beta(4) * offset * offset * offset / 6;
    double expected =
        CURVED.propagationConstant(offset + omega)
            - CURVED.propagationConstant(offset)
            - omega * slope;
    double rounding = 8 * Math.ulp(CURVED.propagationConstant(offset + omega));
    assertThat(moved.propagationConstant(omega)).isCloseTo(expected, within(rounding));
    assertThat(moved.referenceFrequency()).isEqualTo(CARRIER + shift);
    assertThat(CURVED.referredTo(CARRIER)).isSameAs(CURVED);
  }

  @Test
  void kerrGivesGammaFromIndexAndArea() {
    // 2.6e-20 m²/W over 80 µm² at 1550 nm: γ = 2π n₂/(λ A) = 1.3174 /(W km), by hand.
    double frequency = Optics.SPEED_OF_LIGHT / 1550e-9;
    Fiber fiber = Fiber.named("silica", frequency).kerr(2.6e-20, 80e-12).build();
    assertThat(fiber.gamma()).isCloseTo(2 * Math.PI * 2.6e-20 / (1550e-9 * 80e-12), within(1e-17));
    assertThat(fiber.effectiveArea()).hasValue(80e-12);
    assertThatThrownBy(() -> Fiber.named("bad", frequency).kerr(2.6e-20, 0))
        .hasMessageContaining("effective area is 0.0 m²");
  }

  /**
   * Standard fibre, D = 16.7 ps/(nm·km) and S = 0.058 ps/(nm²·km) at 1550 nm: β₂ = −21.299985
   * ps²/km, β₃ = 0.12940678 ps³/km, computed apart from this class.
   */
  @Test
  void dispersionAndSlopeGiveBetas() {
    Fiber fiber = standard();
    assertThat(fiber.beta(2)).isCloseTo(-21.299985e-27, within(5e-34));
    assertThat(fiber.beta(3)).isCloseTo(0.12940678e-39, within(0.5e-47));
    assertThat(fiber.highestOrder()).isEqualTo(3);
  }

  /**
   * And back: D = −2πc β″/λ² and S = dD/dλ by differences of β(ω) over frequency and wavelength.
   */
  @Test
  void differencesOfBetaGiveDispersionAndSlope() {
    Fiber fiber = standard();
    double nanometre = 1e-9;
    double above = dispersionByDifferences(fiber, WAVELENGTH + nanometre);
    double below = dispersionByDifferences(fiber, WAVELENGTH - nanometre);
    // The central difference over λ leaves terms of relative size (δ/λ)², 4e-7, times a few.
    assertThat((above - below) / (2 * nanometre)).isCloseTo(58, within(58 * 1e-5));
    assertThat(dispersionByDifferences(fiber, WAVELENGTH))
        .isCloseTo(16.7e-6, within(16.7e-6 * 1e-11));
  }

  private static Fiber standard() {
    return Fiber.named("G.652", Optics.SPEED_OF_LIGHT / WAVELENGTH).dispersion(16.7e-6, 58).build();
  }

  private static double dispersionByDifferences(Fiber fiber, double wavelength) {
    double twoPiC = 2 * Math.PI * Optics.SPEED_OF_LIGHT;
    double omega = twoPiC * (1 / wavelength - 1 / WAVELENGTH);
    double step = 2 * Math.PI * 0.1e12;
    double curvature =
        (fiber.propagationConstant(omega + step)
                - 2 * fiber.propagationConstant(omega)
                + fiber.propagationConstant(omega - step))
            / (step * step);
    return -twoPiC / (wavelength * wavelength) * curvature;
  }

  @Test
  void equalNumbersAreEqualGlass() {
    Fiber same =
        Fiber.named("curved", CARRIER).betas(-20e-27, 0.12e-39, -3e-55).gamma(1.3e-3).build();
    Fiber other =
        Fiber.named("curved", CARRIER).betas(-20e-27, 0.12e-39, -3e-55).gamma(1.4e-3).build();
    assertThat(same).isEqualTo(CURVED).hasSameHashCodeAs(CURVED);
    assertThat(other).isNotEqualTo(CURVED);
  }
}
