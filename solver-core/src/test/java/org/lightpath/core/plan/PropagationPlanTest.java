package org.lightpath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;

class PropagationPlanTest {
  private static PropagationPlan plan(double attenuation, double... steps) {
    return new PropagationPlan(
        new FieldShape(1, 1, 8),
        Precision.DOUBLE,
        LinearOperator.common(new double[8]),
        new KerrNonlinearity.Scalar(FieldParameter.of(1)),
        attenuation,
        StepPlan.of("test", steps));
  }

  @Test
  void linearLengthsMergeHalfSteps() {
    PropagationPlan plan = plan(0, 1, 2, 4);
    assertThat(plan.linearOperations()).isEqualTo(4);
    assertThat(plan.linearLength(0)).isEqualTo(0.5);
    assertThat(plan.linearLength(1)).isEqualTo(1.5);
    assertThat(plan.linearLength(2)).isEqualTo(3);
    assertThat(plan.linearLength(3)).isEqualTo(2);
    assertThat(plan.transforms()).isEqualTo(8);
  }

  @Test
  void effectiveLengthsAddUpToTheEffectiveLengthOfTheStretch() {
    double alpha = 0.3;
    double[] weights = plan(alpha, 1, 2, 4).effectiveLengths();
    double expected = (1 - Math.exp(-alpha * 7)) / alpha;
    assertThat(weights[0] + weights[1] + weights[2]).isCloseTo(expected, within(1e-14));
    assertThat(plan(alpha, 1, 2, 4).finalAmplitude())
        .isCloseTo(Math.exp(-alpha * 3.5), within(1e-16));
  }

  @Test
  void inverseOfALossyPlanUndoesItsWeights() {
    PropagationPlan plan = plan(0.3, 1, 2, 4);
    double[] forward = plan.effectiveLengths();
    double[] backward = plan.inverse().effectiveLengths();
    // Back-propagation starts from a field weaker by e^(−αL) in power.
    double scale = Math.exp(-0.3 * 7);
    for (int i = 0; i < 3; i++) {
      assertThat(backward[2 - i] * scale).isCloseTo(forward[i], within(1e-14));
    }
  }

  @Test
  void stepsArePrintable() {
    assertThat(StepPlan.uniform("fixed", 50e3, 400))
        .hasToString("400 steps over 50000.0 m, 125.000 m each (fixed)");
  }

  @Test
  void mismatchesAreRefused() {
    assertThatThrownBy(
            () ->
                new PropagationPlan(
                    new FieldShape(2, 1, 8),
                    Precision.DOUBLE,
                    LinearOperator.common(new double[16]),
                    new KerrNonlinearity.Scalar(FieldParameter.of(1)),
                    0,
                    StepPlan.of("test", 1)))
        .hasMessageContaining("16 bins")
        .hasMessageContaining("8 samples");
    assertThatThrownBy(() -> StepPlan.of("test", 1, -1)).hasMessageContaining("step 1 is -1.0 m");
    assertThatThrownBy(() -> LinearOperator.common(new double[] {Double.NaN}))
        .hasMessageContaining("bin 0");
  }
}
