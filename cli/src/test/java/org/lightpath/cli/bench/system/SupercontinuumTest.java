package org.lightpath.cli.bench.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;

/** What is launched in benchmark case B5. */
class SupercontinuumTest {
  private static final FieldShape ONE = new FieldShape(1, 1, 1 << 13);
  private static final FieldShape MANY = new FieldShape(3, 1, 1 << 13);
  private final Supercontinuum system = new Supercontinuum();

  @Test
  void aSingleFieldHasNoNoise() {
    try (ComplexField input = system.input(ONE, Precision.DOUBLE)) {
      assertThat(input.peakPower(0)).isEqualTo(1e4);
      // ∫P₀ sech²(t/T₀) dt = 2 P₀ T₀.
      double energy = input.meanPower(0) * Supercontinuum.grid(ONE).window();
      assertThat(energy).isCloseTo(2 * 1e4 * 28.4e-15, within(1e-12 * energy));
      assertThat(system.plans(ONE, Precision.DOUBLE))
          .singleElement()
          .satisfies(plan -> assertThat(plan.shape()).isEqualTo(input.shape()));
    }
  }

  @Test
  void seedsDifferByOnePhotonABin() {
    TimeGrid grid = Supercontinuum.grid(ONE);
    double photons = 0;
    for (int k = 0; k < ONE.samples(); k++) {
      photons += Optics.PLANCK * (Supercontinuum.CARRIER + grid.frequency(k));
    }
    try (ComplexField still = system.input(ONE, Precision.DOUBLE);
        ComplexField noisy = system.input(MANY, Precision.DOUBLE)) {
      for (int b = 0; b < 3; b++) {
        double energy = 0;
        for (int n = 0; n < ONE.samples(); n++) {
          double re = noisy.re(b, 0, n) - still.re(0, 0, n);
          double im = noisy.im(b, 0, n) - still.im(0, 0, n);
          energy += (re * re + im * im) * grid.spacing();
        }
        // Ten digits of 100 √W cancel before 5·10⁻⁵ √W are left.
        assertThat(energy).isCloseTo(photons, within(1e-6 * photons));
      }
      assertThat(noisy.re(0, 0, 5)).isNotEqualTo(noisy.re(1, 0, 5));
    }
  }

  @Test
  void itIsNoRunOfStepsThatCouldBeCut() {
    SystemRun run = SystemRun.whole(system, ONE, Precision.DOUBLE);
    assertThat(run.isDivisible()).isFalse();
    assertThat(run.first(1)).isEqualTo(run);
    assertThat(SystemRun.whole(new SionnaUnit(), ONE, Precision.DOUBLE).isDivisible()).isTrue();
  }
}
