package org.lightpath.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;

/** The medium of the closed forms and the fibre model, written apart, are the same medium. */
class GlassTest {
  private static final double BETA2 = -21.299985e-27;
  private static final double BETA3 = 0.12940678e-39;

  /** The digits given of β₂ and β₃. */
  private static final double PRINTED = 1e-7;

  private static final TimeGrid GRID = TimeGrid.overWindow(4096, 400e-12);
  private static final Glass GLASS = new Glass(0, BETA2, BETA3, 1.3e-3, 0, false);

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  /** From D = 16.7 ps/(nm·km) and S = 0.058 ps/(nm²·km), bin by bin. */
  @Test
  void fiberFromDispersionAndSlopeIsTheSame() {
    Fiber fiber =
        Fiber.named("G.652", Optics.SPEED_OF_LIGHT / 1550e-9).dispersion(16.7e-6, 58).build();
    requireEqual(fiber.linearOperator(GRID), PRINTED);
  }

  @Test
  void fiberFromBetasIsTheSame() {
    Fiber fiber = Fiber.named("G.652", Optics.SPEED_OF_LIGHT / 1550e-9).betas(BETA2, BETA3).build();
    requireEqual(fiber.linearOperator(GRID), 4 * Math.ulp(1.0));
  }

  private static void requireEqual(LinearOperator operator, double relative) {
    double[] expected = GLASS.propagationConstants(GRID);
    double tolerance = relative * largest(expected);
    for (int k = 0; k < expected.length; k++) {
      assertThat(operator.beta(0, k)).as("bin %d", k).isCloseTo(expected[k], within(tolerance));
    }
  }

  /** Counter-check: the slope shows, so its sign and size are told apart. */
  @Test
  void slopeShows() {
    double[] with = GLASS.propagationConstants(GRID);
    double[] without = GLASS.withBeta3(0).propagationConstants(GRID);
    double[] difference = new double[with.length];
    for (int k = 0; k < with.length; k++) {
      difference[k] = with[k] - without[k];
    }
    assertThat(largest(difference)).isGreaterThan(0.05 * largest(with));
  }
}
