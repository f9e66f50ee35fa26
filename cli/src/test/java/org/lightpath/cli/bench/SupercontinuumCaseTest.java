package org.lightpath.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.Optics;

/** What is launched in benchmark case B5. */
class SupercontinuumCaseTest {
  @Test
  void aSingleFieldHasNoNoise() {
    SupercontinuumCase one = new SupercontinuumCase(1 << 13, 1, Precision.DOUBLE, 1e-6);
    try (ComplexField input = one.input()) {
      assertThat(input.peakPower(0)).isEqualTo(1e4);
      // ∫P₀ sech²(t/T₀) dt = 2 P₀ T₀.
      double energy = input.meanPower(0) * one.grid().window();
      assertThat(energy).isCloseTo(2 * 1e4 * 28.4e-15, within(1e-12 * energy));
      assertThat(one.plan().shape()).isEqualTo(input.shape());
    }
  }

  @Test
  void seedsDifferByOnePhotonABin() {
    SupercontinuumCase one = new SupercontinuumCase(1 << 13, 1, Precision.DOUBLE, 1e-6);
    SupercontinuumCase many = new SupercontinuumCase(1 << 13, 3, Precision.DOUBLE, 1e-6);
    double photons = 0;
    for (int k = 0; k < one.samples(); k++) {
      photons += Optics.PLANCK * (one.carrier() + one.grid().frequency(k));
    }
    try (ComplexField still = one.input();
        ComplexField noisy = many.input()) {
      for (int b = 0; b < 3; b++) {
        double energy = 0;
        for (int n = 0; n < one.samples(); n++) {
          double re = noisy.re(b, 0, n) - still.re(0, 0, n);
          double im = noisy.im(b, 0, n) - still.im(0, 0, n);
          energy += (re * re + im * im) * one.grid().spacing();
        }
        // Ten digits of 100 √W cancel before 5·10⁻⁵ √W are left.
        assertThat(energy).isCloseTo(photons, within(1e-6 * photons));
      }
      assertThat(noisy.re(0, 0, 5)).isNotEqualTo(noisy.re(1, 0, 5));
    }
  }
}
