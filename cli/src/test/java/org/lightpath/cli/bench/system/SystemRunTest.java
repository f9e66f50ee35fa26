package org.lightpath.cli.bench.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.PropagationPlan;

class SystemRunTest {
  private static FiberSystem named(String name) {
    return FiberSystems.named(name).orElseThrow();
  }

  private static SystemRun whole(String name) {
    FiberSystem system = named(name);
    return SystemRun.whole(
        system,
        new FieldShape(1, system.modes(), system.sizes().getFirst().samples()),
        Precision.DOUBLE);
  }

  @Test
  void stepsAreThoseThatAreStated() {
    assertThat(whole("B1").wholeSteps()).isEqualTo(2000);
    assertThat(whole("b2").wholeSteps()).isEqualTo(3 * 160);
    assertThat(whole("B3s").wholeSteps()).isEqualTo(2 * 60);
    assertThat(whole("B2").plans()).hasSize(6);
  }

  @Test
  void amplifiersMakeUpForTheLossAndAddNoise() {
    SystemRun link = whole("B3s");
    PropagationPlan span = (PropagationPlan) link.plans().getFirst();
    GainNoisePlan amplifier = (GainNoisePlan) link.plans().get(1);
    assertThat(span.finalAmplitude() * amplifier.amplitudeGain()).isCloseTo(1, within(1e-12));
    assertThat(amplifier.noiseDeviation()).isPositive();
    assertThat(amplifier.stream()).isNotEqualTo(((GainNoisePlan) link.plans().get(3)).stream());
  }

  @Test
  void whatIsCutKeepsItsStepsAndItsPower() {
    SystemRun first = whole("B2").first(7);
    PropagationPlan cut = (PropagationPlan) first.plans().getFirst();
    assertThat(cut.steps().steps()).isEqualTo(7);
    assertThat(cut.steps().length(6)).isCloseTo(500, within(1e-9));
    GainNoisePlan restoring = (GainNoisePlan) first.plans().getLast();
    assertThat(restoring.noiseDeviation()).isZero();
    assertThat(cut.finalAmplitude() * restoring.amplitudeGain()).isCloseTo(1, within(1e-12));
    assertThat(first.reduction()).isEqualTo("first 7 of 480 steps");
    assertThat(first.isWhole()).isFalse();
  }

  @Test
  void noCutGoesBeyondTheFirstStretchAndAWholeSystemStaysAsItIs() {
    SystemRun whole = whole("B2");
    assertThat(whole.first(300).steps()).isEqualTo(160);
    assertThat(whole.first(480)).isSameAs(whole);
    assertThat(whole("B1").first(3).plans()).as("nothing is lost").hasSize(1);
  }

  static List<String> small() {
    return List.of("B1", "B2", "B3s");
  }

  @ParameterizedTest
  @MethodSource("small")
  void launchedFieldsFitTheirPlansAndLargerBatchesRepeatThem(String name) {
    FiberSystem system = named(name);
    FieldShape shape = new FieldShape(18, system.modes(), system.sizes().getFirst().samples());
    for (FieldPlan plan : system.plans(shape, Precision.SINGLE)) {
      assertThat(plan.shape()).isEqualTo(shape);
    }
    try (ComplexField field = system.input(shape, Precision.SINGLE)) {
      assertThat(field.shape()).isEqualTo(shape);
      assertThat(field.peakPower(0)).isPositive();
      assertThat(field.meanPower(16)).isEqualTo(field.meanPower(0));
    }
  }

  @Test
  void launchPowersAreThoseThatAreStated() {
    FiberSystem wdm = named("B3s");
    try (ComplexField field = wdm.input(new FieldShape(1, 2, 32_000), Precision.DOUBLE)) {
      // 11 channels of -2 dBm; 16QAM symbols of a finite window vary by 1/sqrt(symbols).
      double stated = 11 * 1e-3 * Math.pow(10, -0.2);
      assertThat(field.meanPower(0)).isCloseTo(stated, within(0.05 * stated));
    }
    try (ComplexField pulse = named("B2").input(new FieldShape(1, 1, 10_000), Precision.DOUBLE)) {
      assertThat(pulse.peakPower(0)).isCloseTo(30e-3, within(1e-12));
    }
  }

  @Test
  void theListNamesEverySystemAndItsSource() {
    for (FiberSystem system : FiberSystems.all()) {
      assertThat(FiberSystems.list()).contains(system.name()).contains(system.source());
    }
    assertThat(FiberSystems.named("B99")).isEmpty();
  }
}
