package org.lightpath.cli.pulse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.experiment.Key;
import org.lightpath.cli.experiment.Place;
import org.lightpath.cli.experiment.Problems;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cli.kind.FibreKeys;
import org.lightpath.cli.kind.Outcome;
import org.lightpath.cli.kind.StepKeys;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.KerrModel;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.PropagationListener;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.exact.ClosedForm;
import org.lightpath.fiber.pulse.GnlseModel;
import org.lightpath.fiber.pulse.PulseExperiment;
import org.lightpath.fiber.step.StepRule;

/** Turns the values of a file into a pulse experiment, and tells what physics forbids. */
final class PulseSetup {
  /** Rounding apart, a closed form equals what is launched; anything more is another pulse. */
  private static final double SAME_LAUNCH = 1e-6;

  private final Values values;
  private final Values pulse;
  private final Values fibre;
  private final Path folder;
  private final Problems problems;

  PulseSetup(Values values, Path folder, Problems problems) {
    this.values = values;
    this.pulse = values.get(PulseKeys.PULSE);
    this.fibre = values.get(PulseKeys.FIBRE);
    this.folder = folder;
    this.problems = problems;
  }

  Optional<PulseSpec> prepare() {
    TimeGrid grid = grid();
    Optional<Outcome.Batch> batch = batch();
    if (grid == null || problems.hasErrors()) {
      return Optional.empty();
    }
    List<PulseCase> cases = new ArrayList<>();
    int size = batch.map(b -> b.values().size()).orElse(1);
    for (int index = 0; index < size && !problems.hasErrors(); index++) {
      cases.add(oneCase(index, grid));
    }
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    PulseSpec spec = spec(cases, batch, grid);
    if (!problems.hasErrors()) {
      checkLaunch(spec);
    }
    return problems.hasErrors() ? Optional.empty() : Optional.of(spec);
  }

  private PulseSpec spec(List<PulseCase> cases, Optional<Outcome.Batch> batch, TimeGrid grid) {
    Optional<PulseSpec.Generalised> generalised = generalised();
    return new PulseSpec(
        cases,
        batch,
        values.get(PulseKeys.LENGTH),
        grid,
        values.get(PulseKeys.MODEL),
        generalised,
        rule(generalised.isPresent()),
        new PulseSpec.Options(
            values.get(CommonKeys.PRECISION),
            Math.toIntExact(values.get(PulseKeys.SAVES)),
            values.get(PulseKeys.STEP_ERROR),
            values.get(PulseKeys.FIELDS)));
  }

  /** Raman, self-steepening and adaptive steps belong to the generalised equation. */
  private Optional<PulseSpec.Generalised> generalised() {
    GnlseModel model =
        new GnlseModel(
            values.get(PulseKeys.RAMAN).response(), values.get(PulseKeys.SELF_STEEPENING));
    Values steps = values.get(PulseKeys.STEPS);
    if (!model.generalises() && !StepKeys.adaptive(steps)) {
      return Optional.empty();
    }
    if (values.get(PulseKeys.MODEL) == KerrModel.MANAKOV) {
      problems.error(
          values.place(PulseKeys.MODEL),
          "model 'manakov' knows neither raman nor selfSteepening nor adaptive steps: the generalised"
              + " equation is scalar",
          "choose 'model: scalar', or leave these keys out");
    }
    if (model.generalises() && values.get(PulseKeys.REFERENCE) != PulseKeys.Reference.NONE) {
      problems.error(
          values.place(PulseKeys.REFERENCE),
          "reference '%s' holds without raman and selfSteepening only"
              .formatted(Types.hyphenated(values.get(PulseKeys.REFERENCE))),
          "choose 'reference: none'");
    }
    return Optional.of(
        new PulseSpec.Generalised(
            model, StepKeys.tolerance(steps, model.generalises(), GnlseModel.DEFAULT_TOLERANCE)));
  }

  private StepRule rule(boolean generalised) {
    Values steps = values.get(PulseKeys.STEPS);
    return generalised
        ? StepKeys.planned(steps, PulseExperiment.DEFAULT_RULE, problems)
        : StepKeys.rule(steps, PulseExperiment.DEFAULT_RULE, problems);
  }

  private @Nullable TimeGrid grid() {
    Values keys = values.get(PulseKeys.GRID);
    try {
      int samples = Math.toIntExact(keys.get(PulseKeys.SAMPLES));
      return TimeGrid.overWindow(samples, keys.get(PulseKeys.WINDOW));
    } catch (IllegalArgumentException e) {
      problems.error(keys.place(PulseKeys.SAMPLES), "grid.samples: " + e.getMessage(), "");
      return null;
    }
  }

  /** The lists among the keys, which must be equally long. */
  private Optional<Outcome.Batch> batch() {
    List<Swept> swept = new ArrayList<>();
    addSwept(swept, fibre, FibreKeys.GAMMA, "nonlinear coefficient", "1/(W m)");
    addSwept(swept, pulse, PulseKeys.PEAK_POWER, "peak power", "W");
    addSwept(swept, pulse, PulseKeys.SOLITON_ORDER, "soliton order", "");
    addSwept(swept, pulse, PulseKeys.ENERGY, "energy", "J");
    addSwept(swept, pulse, PulseKeys.CHIRP, "chirp", "");
    for (Swept one : swept) {
      if (one.batch().values().size() != swept.getFirst().batch().values().size()) {
        problems.error(
            one.place(),
            "%d values of %s, but %d of %s: lists make one batch and must be equally long"
                .formatted(
                    one.batch().values().size(),
                    one.batch().parameter(),
                    swept.getFirst().batch().values().size(),
                    swept.getFirst().batch().parameter()),
            "");
      }
    }
    return swept.stream().findFirst().map(Swept::batch);
  }

  private record Swept(Outcome.Batch batch, Place place) {}

  private static void addSwept(
      List<Swept> swept, Values section, Key<List<Double>> key, String name, String unit) {
    section
        .find(key)
        .filter(list -> list.size() > 1)
        .ifPresent(
            list -> swept.add(new Swept(new Outcome.Batch(name, unit, list), section.place(key))));
  }

  private PulseCase oneCase(int index, TimeGrid grid) {
    Fiber fiber = FibreKeys.fiber(fibre, Math.min(index, FibreKeys.gammas(fibre) - 1), problems);
    double wavelength =
        values.find(PulseKeys.WAVELENGTH).orElseGet(() -> fibre.get(FibreKeys.WAVELENGTH));
    Fiber carried = fiber.referredTo(Optics.SPEED_OF_LIGHT / wavelength);
    return new WaveformSetup(values, index, carried, grid, folder, problems).prepare();
  }

  /** Samples what is launched: the window must hold it, and a closed form must describe it. */
  private void checkLaunch(PulseSpec spec) {
    try (ComplexField launch = spec.experiment(PropagationListener.SILENT).launch()) {
      for (int index = 0; index < spec.cases().size(); index++) {
        int which = index;
        Optional<ClosedForm> reference = spec.cases().get(index).reference();
        double error = reference.map(form -> form.error(launch, which, spec.grid(), 0)).orElse(0.0);
        if (!(error <= SAME_LAUNCH)) {
          problems.error(
              values.place(PulseKeys.REFERENCE),
              "reference: the %s does not describe what is launched; they differ by %.3g at z = 0"
                  .formatted(reference.map(ClosedForm::description).orElse(""), error),
              "choose the pulse it holds for, or 'reference: none'");
        }
      }
    } catch (IllegalArgumentException e) {
      problems.error(
          values.get(PulseKeys.GRID).place(PulseKeys.WINDOW), String.valueOf(e.getMessage()), "");
    }
  }
}
