package org.lightpath.cli.pulse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.PropagationListener;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.exact.ClosedForm;
import org.lightpath.fiber.exact.ModulationInstability;
import org.lightpath.fiber.pulse.GnlseModel;
import org.lightpath.fiber.pulse.PulseExperiment;
import org.lightpath.fiber.step.StepRule;

/**
 * A checked pulse experiment.
 *
 * @param cases fields of the batch
 * @param batch what they differ in
 * @param length L [m]
 * @param grid times and frequencies
 * @param model propagation equation
 * @param generalised the generalised equation, where it is asked for
 * @param rule step rule
 * @param options everything else
 */
record PulseSpec(
    List<PulseCase> cases,
    Optional<Outcome.Batch> batch,
    double length,
    TimeGrid grid,
    KerrModel model,
    Optional<Generalised> generalised,
    StepRule rule,
    Options options) {
  /**
   * What does not change the physics.
   *
   * @param precision of storage and arithmetic
   * @param saves equal distances after which the field is measured
   * @param stepError whether to estimate the error of the steps
   * @param kept fields to keep
   */
  record Options(Precision precision, int saves, boolean stepError, PulseKeys.KeptFields kept) {}

  /**
   * The generalised equation.
   *
   * @param model its effects
   * @param tolerance of adaptive steps; empty if steps are planned by the rule
   */
  record Generalised(GnlseModel model, OptionalDouble tolerance) {}

  PulseSpec {
    cases = List.copyOf(cases);
  }

  /** Spectral density over that of the wave below which a continuous wave is not drawn. */
  private static final double WAVE_LEVEL = 1e-12;

  /** What is drawn below a seeded sideband, over its power. */
  private static final double BELOW_SEED = 0.01;

  /**
   * Spectral density over the largest down to which a spectrum is worth drawing: light beside a
   * continuous wave is weaker than the wings of a pulse.
   *
   * @param pulses the level for pulses
   */
  double spectrumLevel(double pulses) {
    double level = pulses;
    for (PulseCase one : cases) {
      double wave = one.waveform().confined() ? pulses : WAVE_LEVEL;
      double seed =
          one.reference().orElse(null) instanceof ModulationInstability form
              ? BELOW_SEED * form.seedPower() / form.power()
              : wave;
      level = Math.min(level, seed);
    }
    return level;
  }

  /** Carrier frequency [Hz]. */
  double carrier() {
    return cases.getFirst().fiber().referenceFrequency();
  }

  PulseExperiment experiment(PropagationListener listener) {
    PulseExperiment.Builder builder =
        PulseExperiment.of(
                cases.getFirst().fiber(),
                length,
                grid,
                cases.stream().map(PulseCase::waveform).toList())
            .steps(rule)
            .precision(options.precision())
            .savedParts(options.saves())
            .estimateStepError(options.stepError())
            .gammas(
                FieldParameter.of(cases.stream().mapToDouble(one -> one.fiber().gamma()).toArray()))
            .listener(listener);
    if (model == KerrModel.MANAKOV) {
      builder.manakov();
    }
    generalised.ifPresent(
        equation -> {
          builder.generalised(equation.model());
          equation.tolerance().ifPresent(builder::tolerance);
        });
    ClosedForm[] references =
        cases.stream().flatMap(one -> one.reference().stream()).toArray(ClosedForm[]::new);
    if (references.length == cases.size()) {
      builder.comparedWith(references);
    }
    return builder.build();
  }
}
