package org.lightpath.photonic.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InterferometerTest {
  /** Some roundings of numbers below 1. */
  private static final double ROUNDING = 1e-15;

  private static ComplexMatrix coupler(double e) {
    double c = Math.cos(Math.PI / 4 + e);
    double s = Math.sin(Math.PI / 4 + e);
    return Matrices.block(c, 0, 0, s, 0, s, c, 0);
  }

  private static ComplexMatrix arms(double gUpper, double gLower, double phase) {
    double upper = Math.sqrt(gUpper);
    return Matrices.block(
        upper * Math.cos(phase), upper * Math.sin(phase), 0, 0, 0, 0, Math.sqrt(gLower), 0);
  }

  @Test
  void transferIsTheProductOfCouplersAndArms() {
    ArmTransmissions g = new ArmTransmissions(0.9, 0.8, 0.7, 0.95);
    ComplexMatrix product =
        coupler(-0.07).times(arms(0.7, 0.95, 1.3)).times(coupler(0.04)).times(arms(0.9, 0.8, 2.1));
    double[] transfer = new Interferometer(1.3, 2.1, 0.04, -0.07, g).transfer();
    assertThat(Matrices.distance(Matrices.block(transfer), product)).isLessThan(ROUNDING);
    double[] swapped = new Interferometer(1.3, 2.1, -0.07, 0.04, g).transfer();
    assertThat(Matrices.distance(Matrices.block(swapped), product)).isGreaterThan(0.01);
  }

  @Test
  void closedFormWithoutErrors() {
    double[] closed = new double[8];
    for (double theta = 0; theta < 6.2; theta += 0.37) {
      Interferometer.writeIdeal(theta, 0.7 * theta, closed);
      double[] product = Interferometer.ideal(theta, 0.7 * theta).transfer();
      assertThat(Matrices.distance(Matrices.block(closed), Matrices.block(product)))
          .isLessThan(ROUNDING);
      assertThat(Matrices.block(closed).unitarityError()).isLessThan(ROUNDING);
    }
  }

  @Test
  void zeroIsCrossAndPiIsBar() {
    double[] cross = Interferometer.ideal(0, 0).transfer();
    assertThat(Math.hypot(cross[0], cross[1])).isCloseTo(0, within(ROUNDING));
    assertThat(Math.hypot(cross[2], cross[3])).isCloseTo(1, within(ROUNDING));
    double[] bar = Interferometer.ideal(Math.PI, 0).transfer();
    assertThat(Math.hypot(bar[0], bar[1])).isCloseTo(1, within(ROUNDING));
    assertThat(Math.hypot(bar[2], bar[3])).isCloseTo(0, within(ROUNDING));
  }

  /** sin and cos must be told apart: with the cosine taken for the sine T is not even unitary. */
  @Test
  void powerSplitsAsSineAndCosineOfHalfTheta() {
    double[] t = Interferometer.ideal(Math.PI / 3, 0.4).transfer();
    assertThat(t[0] * t[0] + t[1] * t[1]).isCloseTo(0.25, within(ROUNDING));
    assertThat(t[4] * t[4] + t[5] * t[5]).isCloseTo(0.75, within(ROUNDING));
  }

  @Test
  void gainIsRefused() {
    assertThatThrownBy(() -> new ArmTransmissions(1, 1.1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outerLower")
        .hasMessageContaining("1.1");
  }
}
