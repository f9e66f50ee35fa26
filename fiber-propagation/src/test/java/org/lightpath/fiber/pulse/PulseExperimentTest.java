package org.lightpath.fiber.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.reference.ReferenceEngine;
import org.lightpath.fiber.DivergedException;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Polarisation;
import org.lightpath.fiber.Progress;
import org.lightpath.fiber.PropagationListener;
import org.lightpath.fiber.Rounding;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.exact.DispersedGaussian;
import org.lightpath.fiber.exact.FundamentalSoliton;
import org.lightpath.fiber.exact.ModulationInstability;
import org.lightpath.fiber.exact.SecondOrderSoliton;
import org.lightpath.fiber.exact.SelfPhaseModulation;
import org.lightpath.fiber.exact.Soliton;
import org.lightpath.fiber.step.PlanSteps;
import org.lightpath.fiber.step.StepRule;

class PulseExperimentTest {
  private static final double CARRIER = 193.4e12;
  private static final Fiber ANOMALOUS =
      Fiber.named("anomalous", CARRIER).betas(-20e-27).gamma(2e-3).build();
  private static final double T0 = 10e-12;
  private static final double UNIT = Soliton.dispersionLength(ANOMALOUS, T0);
  private static final TimeGrid GRID = TimeGrid.overWindow(512, 40 * T0);

  private final Engine engine = new ReferenceEngine();

  private static Waveform sech(double order) {
    double power = Soliton.peakPower(ANOMALOUS, KerrModel.SCALAR, T0, order);
    return Waveform.of(Pulse.of(new PulseShape.Sech(T0, 0), power));
  }

  private static PulseExperiment.Builder soliton(int steps) {
    return PulseExperiment.of(ANOMALOUS, 2 * UNIT, GRID, List.of(sech(1)))
        .steps(new StepRule.Uniform(steps))
        .comparedWith(FundamentalSoliton.in(ANOMALOUS, KerrModel.SCALAR, T0, Polarisation.X));
  }

  private double error(PulseExperiment.Builder experiment) {
    try (PulseResult result = experiment.estimateStepError(false).build().run(engine)) {
      return result.last(0).referenceError().orElseThrow();
    }
  }

  @Test
  void aChirpedGaussianDispersesExactlyInOneStep() {
    Fiber linear = Fiber.named("linear", CARRIER).betas(-20e-27).attenuation(4.6e-5).build();
    double length = 2 * UNIT;
    PulseShape shape = new PulseShape.Gaussian(T0, -1.5);
    TimeGrid wide = TimeGrid.overWindow(1024, 80 * T0);
    try (PulseResult result =
        PulseExperiment.of(linear, length, wide, List.of(Waveform.of(Pulse.of(shape, 0.3))))
            .comparedWith(DispersedGaussian.in(linear, 0.3, T0, -1.5))
            .build()
            .run(engine)) {
      double edge = Math.PI * wide.bandwidth();
      double phase = 20e-27 * edge * edge / 2 * length;
      PulseMeasurement last = result.last(0);
      assertThat(result.steps()).isEqualTo(result.stepPlans().getFirst().steps());
      assertThat(last.referenceError().orElseThrow())
          .isLessThan(
              Rounding.of(
                  Precision.DOUBLE, 2 * result.stepPlans().getFirst().steps() + 2, 1024, phase));
      assertThat(last.energyError()).isCloseTo(0, within(1e-13));
      // FWHM of the closed form: T₁ = T₀ √((1 + Cβ₂z/T₀²)² + (β₂z/T₀²)²) with Agrawal's signs.
      double x = -20e-27 * length / (T0 * T0);
      double width = T0 * Math.sqrt((1 - 1.5 * x) * (1 - 1.5 * x) + x * x);
      double linearInterpolation = Math.pow(wide.spacing() / width, 2);
      assertThat(last.fwhm() / (PulseShape.GAUSSIAN_FWHM * width))
          .isCloseTo(1, within(linearInterpolation));
      assertThat(last.rmsDuration() / (width / Math.sqrt(2))).isCloseTo(1, within(1e-10));
    }
  }

  @Test
  void selfPhaseModulationWithLossIsExactInOneStep() {
    Fiber dispersionless = Fiber.named("flat", CARRIER).attenuation(4.605e-5).gamma(1.3e-3).build();
    Pulse pulse = Pulse.of(new PulseShape.SuperGaussian(T0, 2, 0), 0.4);
    try (PulseResult result =
        PulseExperiment.of(dispersionless, 80e3, GRID, List.of(Waveform.of(pulse)))
            .steps(new StepRule.Uniform(1))
            .comparedWith(
                SelfPhaseModulation.in(dispersionless, KerrModel.SCALAR, pulse.envelope()))
            .build()
            .run(engine)) {
      double phase = 1.3e-3 * 0.4 * dispersionless.effectiveLength(80e3);
      assertThat(phase).isGreaterThan(5);
      assertThat(result.last(0).referenceError().orElseThrow())
          .isLessThan(Rounding.of(Precision.DOUBLE, 4, GRID.samples(), phase));
      assertThat(result.stepError().orElseThrow())
          .isLessThan(Rounding.of(Precision.DOUBLE, 10, GRID.samples(), phase));
    }
  }

  @Test
  void theErrorOfASolitonFallsWithTheSquareOfTheStep() {
    double coarse = error(longSoliton(200));
    double fine = error(longSoliton(400));
    // The next term of the error is of relative size h², far below the hundredth allowed here.
    assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(2, within(0.02));
    // An independent program found 5.70e-4 after 10 L_D in 400 steps.
    assertThat(fine).isCloseTo(5.70e-4, within(0.01e-4));
  }

  private static PulseExperiment.Builder longSoliton(int steps) {
    return PulseExperiment.of(ANOMALOUS, 10 * UNIT, GRID, List.of(sech(1)))
        .steps(new StepRule.Uniform(steps))
        .comparedWith(FundamentalSoliton.in(ANOMALOUS, KerrModel.SCALAR, T0, Polarisation.X));
  }

  @Test
  void theEstimatedStepErrorIsTheErrorThatIsThere() {
    try (PulseResult result = soliton(60).build().run(engine)) {
      double real = result.last(0).referenceError().orElseThrow();
      assertThat(result.stepError().orElseThrow() / real).isCloseTo(1, within(0.05));
      assertThat(result.transforms()).isEqualTo(2 * 61);
    }
    try (PulseResult result = soliton(61).build().run(engine)) {
      double real = result.last(0).referenceError().orElseThrow();
      // One of 31 joined steps stays single, which makes the estimate a little smaller.
      assertThat(result.stepError().orElseThrow() / real).isCloseTo(1, within(0.08));
    }
  }

  @Test
  void withoutKerrEffectTheSolitonDisperses() {
    assertThat(error(soliton(60).gammas(FieldParameter.of(0)))).isGreaterThan(0.5);
  }

  @Test
  void aBatchHoldsSeveralOrdersAndEqualStretchesShareOneProgram() {
    double period = Soliton.period(ANOMALOUS, T0);
    PulseExperiment experiment =
        PulseExperiment.of(ANOMALOUS, period, GRID, List.of(sech(1), sech(2)))
            .steps(new StepRule.Uniform(300))
            .savedParts(6)
            .comparedWith(
                FundamentalSoliton.in(ANOMALOUS, KerrModel.SCALAR, T0, Polarisation.X),
                SecondOrderSoliton.in(ANOMALOUS, KerrModel.SCALAR, T0))
            .build();
    List<FieldPlan> plans = experiment.plan();
    assertThat(plans).hasSize(6).allSatisfy(plan -> assertThat(plan).isSameAs(plans.getFirst()));
    try (PulseResult result = experiment.run(engine)) {
      assertThat(result.positions()).hasSize(7).startsWith(0.0).endsWith(period);
      assertThat(result.steps()).isEqualTo(300);
      double half = result.measurements().get(3).get(1).peakPower();
      double launched = result.measurements().getFirst().get(1).peakPower();
      double stepError = result.stepError().orElseThrow();
      assertThat(half / launched).isCloseTo(4, within(4 * 4 * stepError));
      assertThat(result.last(0).referenceError().orElseThrow()).isLessThan(stepError);
      assertThat(result.last(1).referenceError().orElseThrow())
          .isCloseTo(stepError, within(0.2 * stepError));
      assertThat(result.warnings()).isEmpty();
    }
  }

  @Test
  void theHamiltonianAndThePhotonsStay() {
    try (PulseResult result =
        PulseExperiment.of(ANOMALOUS, UNIT, GRID, List.of(sech(2)))
            .steps(new StepRule.Uniform(400))
            .savedParts(2)
            .build()
            .run(engine)) {
      double first = result.measurements().getFirst().getFirst().hamiltonian();
      double last = result.last(0).hamiltonian();
      // The split step conserves H to its own order; H is bilinear in the field and its terms here
      // are up to ten times their sum.
      double stepError = result.stepError().orElseThrow();
      assertThat(last / first).isCloseTo(1, within(20 * stepError));
      assertThat(result.last(0).energyError()).isCloseTo(0, within(1e-12));
      // Σ S/(ν₀ + f) grows with ⟨f²⟩/ν₀² where the spectrum broadens symmetrically.
      double before = result.measurements().getFirst().getFirst().rmsBandwidth() / CARRIER;
      double after = result.last(0).rmsBandwidth() / CARRIER;
      double expected = after * after - before * before;
      assertThat(result.last(0).photonNumberError())
          .isCloseTo(expected, within(1e-12 + Math.pow(after, 4)));
    }
  }

  /** Without the term ±ωδ/2 of the two polarisations H would change as they pull at each other. */
  @Test
  void theHamiltonianHoldsTheDifferentialDelay() {
    double power = Soliton.peakPower(ANOMALOUS, KerrModel.MANAKOV, T0, 1.5);
    Pulse pulse =
        Pulse.of(new PulseShape.Sech(T0, 0), power).polarised(new Polarisation(Math.PI / 4, 0));
    double delay = 0.5 * T0 / UNIT;
    try (PulseResult result =
        PulseExperiment.of(ANOMALOUS, UNIT, GRID, List.of(Waveform.of(pulse)))
            .manakov()
            .differentialDelay(delay)
            .steps(new StepRule.Uniform(400))
            .build()
            .run(engine)) {
      double first = result.measurements().getFirst().getFirst().hamiltonian();
      double last = result.last(0).hamiltonian();
      double stepError = result.stepError().orElseThrow();
      assertThat(last / first).isCloseTo(1, within(20 * stepError));
      ComplexField field = result.fields().getLast();
      PulseMeter blind = new PulseMeter(GRID, ANOMALOUS, KerrModel.MANAKOV, 0);
      double without = blind.hamiltonian(field, 0, ANOMALOUS.gamma());
      assertThat(Math.abs(without / first - 1)).isGreaterThan(100 * stepError);
    }
  }

  @Test
  void aManakovSolitonKeepsAnyPolarisation() {
    Polarisation state = new Polarisation(0.6, 1.1);
    double power = Soliton.peakPower(ANOMALOUS, KerrModel.MANAKOV, T0, 1);
    Pulse pulse = Pulse.of(new PulseShape.Sech(T0, 0), power).polarised(state);
    try (PulseResult result =
        PulseExperiment.of(ANOMALOUS, 2 * UNIT, GRID, List.of(Waveform.of(pulse)))
            .manakov()
            .steps(new StepRule.Uniform(80))
            .comparedWith(FundamentalSoliton.in(ANOMALOUS, KerrModel.MANAKOV, T0, state))
            .build()
            .run(engine)) {
      double scalar = error(soliton(80));
      assertThat(result.last(0).referenceError().orElseThrow()).isCloseTo(scalar, within(1e-9));
    }
  }

  @Test
  void modulationInstabilityAmplifiesItsSeed() {
    double peak = Math.sqrt(2 * 2e-3 / 20e-27) / (2 * Math.PI);
    TimeGrid periods = TimeGrid.overWindow(128, 8 / peak);
    double detuning = 8 / periods.window();
    try (PulseResult result =
        PulseExperiment.of(
                ANOMALOUS, 1000, periods, List.of(Waveform.seededWave(1, 1e-8, detuning)))
            .steps(new StepRule.Uniform(2000))
            .comparedWith(ModulationInstability.in(ANOMALOUS, KerrModel.SCALAR, 1, 1e-8, detuning))
            .build()
            .run(engine)) {
      // Depletion: the sidebands take 2·14e-8 of the wave.
      assertThat(result.last(0).referenceError().orElseThrow()).isLessThan(1e-6);
    }
  }

  /** Only the distance of the seed from the wave counts, wherever the carrier is. */
  @Test
  void modulationInstabilityFollowsADetunedWave() {
    double peak = Math.sqrt(2 * 2e-3 / 20e-27) / (2 * Math.PI);
    TimeGrid periods = TimeGrid.overWindow(128, 8 / peak);
    double bin = 1 / periods.window();
    PulseShape wave = new PulseShape.ContinuousWave();
    Waveform launched =
        Waveform.of(Pulse.of(wave, 1).detunedBy(-3 * bin), Pulse.of(wave, 1e-8).detunedBy(5 * bin));
    ModulationInstability form =
        ModulationInstability.in(ANOMALOUS, KerrModel.SCALAR, 1, 1e-8, 8 * bin);
    try (PulseResult result =
        PulseExperiment.of(ANOMALOUS, 1000, periods, List.of(launched))
            .steps(new StepRule.Uniform(2000))
            .comparedWith(form.pumpedAt(-3 * bin))
            .build()
            .run(engine)) {
      assertThat(result.last(0).referenceError().orElseThrow()).isLessThan(1e-6);
      // Another wave than the one launched is not described, although its seed is there.
      ComplexField first = result.fields().getFirst();
      ModulationInstability stronger =
          ModulationInstability.in(ANOMALOUS, KerrModel.SCALAR, 2, 1e-8, 8 * bin);
      assertThat(stronger.pumpedAt(-3 * bin).error(first, 0, periods, 0))
          .isCloseTo(0.5, within(1e-9));
    }
  }

  @Test
  void differentialDelayMakesXLater() {
    Fiber glass = Fiber.named("birefringent", CARRIER).build();
    double delay = 16 * GRID.spacing();
    Pulse pulse =
        Pulse.of(new PulseShape.Gaussian(T0, 0), 1).polarised(new Polarisation(Math.PI / 4, 0));
    try (PulseResult result =
        PulseExperiment.of(glass, 1000, GRID, List.of(Waveform.of(pulse)))
            .manakov()
            .differentialDelay(delay / 1000)
            .build()
            .run(engine)) {
      int middle = GRID.samples() / 2;
      double rounding = Rounding.of(Precision.DOUBLE, 4, GRID.samples(), Math.PI * 16);
      assertThat(result.fields().getLast().power(0, 0, middle + 8))
          .isCloseTo(0.5, within(rounding));
      assertThat(result.fields().getLast().power(0, 1, middle - 8))
          .isCloseTo(0.5, within(rounding));
    }
  }

  @Test
  void positiveThirdOrderDispersionDelaysThePulse() {
    Fiber cubic = Fiber.named("cubic", CARRIER).betas(0, 1e-40).build();
    double length = 4 * Math.pow(T0, 3) / 1e-40;
    TimeGrid wide = TimeGrid.overWindow(1024, 80 * T0);
    Waveform gaussian = Waveform.of(Pulse.of(new PulseShape.Gaussian(T0, 0), 1));
    try (PulseResult result =
        PulseExperiment.of(cubic, length, wide, List.of(gaussian)).build().run(engine)) {
      double delay = 0;
      double sum = 0;
      for (int n = 0; n < wide.samples(); n++) {
        double power = result.fields().getLast().power(0, 0, n);
        delay += wide.time(n) * power;
        sum += power;
      }
      // ⟨t⟩ = β₃z⟨ω²⟩/2 with ⟨ω²⟩ = 1/(2T₀²). The part that leaves the window of ±40T₀ has ω²T₀² >
      // 20.
      assertThat(delay / sum).isCloseTo(T0, within(40 * T0 * Math.exp(-20)));
    }
  }

  @Test
  void savedPositionsAreWhereTheyWereAskedFor() {
    PulseExperiment.Builder builder = soliton(10).savedAt(0.25 * UNIT, UNIT);
    try (PulseResult result = builder.build().run(engine)) {
      assertThat(result.positions()).containsExactly(0.0, 0.25 * UNIT, UNIT, 2 * UNIT);
      assertThat(result.stepPlans()).extracting(plan -> plan.steps()).containsExactly(2, 4, 5);
    }
    assertThatThrownBy(() -> soliton(10).savedAt(3 * UNIT))
        .hasMessageContaining("at most %s m".formatted(2 * UNIT));
  }

  @Test
  void exactlyTheStepsAskedForAreTakenWhateverTheRoundingOfPositions() {
    double[] positions = new double[99];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = 2 * UNIT * (i + 1) / 100;
    }
    PulseExperiment experiment = soliton(2000).savedAt(positions).build();
    assertThat(experiment.plan())
        .hasSize(100)
        .allSatisfy(plan -> assertThat(PlanSteps.of(plan).orElseThrow().steps()).isEqualTo(20));
  }

  @Test
  void aListenerHearsAndStops() {
    List<Progress> heard = new ArrayList<>();
    PropagationListener listener =
        new PropagationListener() {
          @Override
          public void progress(Progress progress) {
            heard.add(progress);
          }

          @Override
          public boolean cancelled() {
            return heard.size() == 2;
          }
        };
    try (PulseResult result = soliton(8).savedParts(4).listener(listener).build().run(engine)) {
      assertThat(result.completed()).isFalse();
      assertThat(result.positions()).hasSize(3);
      assertThat(heard.getLast().done()).isEqualTo(2);
      assertThat(heard.getLast().position()).isEqualTo(UNIT);
      assertThat(heard.getLast().remaining()).isEqualTo(heard.getLast().elapsed());
    }
  }

  @Test
  void aFieldThatDivergesIsAnError() {
    Fiber gain = Fiber.named("absurd gain", CARRIER).attenuation(-1).gamma(2e-3).build();
    assertThatThrownBy(
            () ->
                PulseExperiment.of(gain, 3000, GRID, List.of(sech(1)))
                    .steps(new StepRule.Uniform(2))
                    .build()
                    .run(engine))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("not finite after 3000.00 m");
  }

  @Test
  void lightThatReachesTheEdgeIsWarnedOf() {
    Fiber linear = Fiber.named("linear", CARRIER).betas(-20e-27).build();
    Waveform pulse = Waveform.of(Pulse.of(new PulseShape.Gaussian(T0, 0), 1));
    try (PulseResult result =
        PulseExperiment.of(linear, 30 * UNIT, GRID, List.of(pulse)).build().run(engine)) {
      assertThat(result.warnings())
          .singleElement()
          .asString()
          .contains("edge of the window", "longer window");
    }
  }
}
