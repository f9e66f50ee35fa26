package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lightpath.core.field.Precision;
import org.lightpath.core.reference.ReferenceEngineProvider;

/** The yardstick itself: what it lets pass, what it refuses, and what it says then. */
class TolerancesTest {
  private static final EngineCase REFERENCE =
      new EngineCase(new ReferenceEngineProvider(), Precision.DOUBLE);
  private static final Tolerances TOLERANCES = new Tolerances(REFERENCE, 1024);

  @Test
  void refusesWithEveryNumber() {
    assertThatThrownBy(() -> TOLERANCES.requireClose("gain", 1, 1.5, 0.25))
        .hasMessageContaining("gain on reference, double (N = 1024)")
        .hasMessageContaining("expected 1.00000000, observed 1.50000000")
        .hasMessageContaining("tolerance 0.250");
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatThrownBy(() -> TOLERANCES.requireClose("gain", 1, Double.NaN, 0.25))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> TOLERANCES.requireAbove("gain", 1, Double.NaN))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void growsWithStepsAndPhaseAndShrinksWithPrecision() {
    Tolerances single =
        new Tolerances(new EngineCase(new ReferenceEngineProvider(), Precision.SINGLE), 1024);
    assertThat(TOLERANCES.rounding(400)).isGreaterThan(TOLERANCES.rounding(100));
    assertThat(TOLERANCES.rounding(100, 3)).isGreaterThan(TOLERANCES.rounding(100));
    assertThat(single.rounding(100) / TOLERANCES.rounding(100)).isEqualTo(0x1p29);
  }

  @Test
  void fitsOrdersExactly() {
    int[] steps = {100, 200, 400};
    double[] second = {1.6e-3, 4e-4, 1e-4};
    double[] first = {4e-4, 2e-4, 1e-4};
    Convergence convergence = new Convergence(steps, second);
    // Logarithms of up to ln 10⁴, each rounded, with weights whose magnitudes sum to 1/ln 2.
    double rounding = 4 * Math.ulp(Math.log(1e4)) / Math.log(2);
    TOLERANCES.requireClose("order", 2, convergence.order(second), rounding);
    TOLERANCES.requireClose("order", 1, convergence.order(first), rounding);
    assertThatThrownBy(() -> convergence.require(TOLERANCES, first, 0.01, n -> 0))
        .isInstanceOf(AssertionError.class);
  }
}
