package org.lightpath.validation;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Optional;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.StepCounts;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.pulse.GnlseModel;
import org.lightpath.fiber.pulse.PowerSpectrum;

/**
 * A fibre with the effects of the generalised equation, on a grid whose carrier is the fibre's.
 *
 * @param fiber dispersion, loss, γ
 * @param model Raman scattering and self-steepening
 * @param grid times and frequencies
 */
record GeneralisedFiber(Fiber fiber, GnlseModel model, TimeGrid grid) {
  /** A field at the end, and the steps it took. */
  record Output(ComplexField field, StepCounts counts) {}

  GeneralisedFiber with(GnlseModel other) {
    return new GeneralisedFiber(fiber, other, grid);
  }

  /** Crosses a length [m] in equal steps. */
  Output run(EngineScope scope, ComplexField input, double length, int steps) {
    return run(scope, input, new GnlseSteps.Planned(StepPlan.uniform("equal", length, steps)));
  }

  /** Crosses a length [m] in adaptive steps; the first is a thousandth of it. */
  Output adapt(EngineScope scope, ComplexField input, double length, double tolerance) {
    return run(
        scope, input, new GnlseSteps.Adaptive(length, FieldParameter.of(tolerance), length / 1000));
  }

  /** Engines that refuse the generalised equation are left out, with their words. */
  private Output run(EngineScope scope, ComplexField input, GnlseSteps steps) {
    GnlsePlan plan =
        new GnlsePlan(
            input.shape(),
            input.precision(),
            fiber.linearOperator(grid),
            model.nonlinearity(fiber.referenceFrequency(), grid, FieldParameter.of(fiber.gamma())),
            fiber.attenuation(),
            steps);
    ComplexField output = scope.allocate(input.shape(), input.precision());
    try (DeviceField device = scope.engine().allocate(input.shape(), input.precision());
        FieldProgram program = scope.engine().compile(plan)) {
      device.upload(input);
      program.run(device);
      device.download(output);
      return new Output(output, program.stepCounts().orElseThrow());
    } catch (UnsupportedPlanException e) {
      return abort(e.getMessage());
    }
  }

  /** Photons that came out for each that went in, minus 1. */
  double photonError(ComplexField input, ComplexField output) {
    return photons(output) / photons(input) - 1;
  }

  private double photons(ComplexField field) {
    return PowerSpectrum.of(field, 0, grid).photons(fiber.referenceFrequency());
  }

  /** Mean angular frequency [rad/s] relative to the carrier, weighted by power. */
  double meanFrequency(ComplexField field) {
    PowerSpectrum spectrum = PowerSpectrum.of(field, 0, grid);
    double weight = 0;
    double sum = 0;
    for (int k = 0; k < spectrum.bins(); k++) {
      weight += spectrum.density(k);
      sum += spectrum.density(k) * 2 * Math.PI * spectrum.frequency(k);
    }
    return sum / weight;
  }

  /** The Kerr effect and self-steepening, without Raman scattering. */
  static GnlseModel steepening() {
    return new GnlseModel(Optional.empty(), true);
  }
}
