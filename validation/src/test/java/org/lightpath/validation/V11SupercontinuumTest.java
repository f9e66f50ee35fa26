package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.RamanResponse;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.pulse.GnlseModel;
import org.lightpath.fiber.pulse.PowerSpectrum;

/**
 * V11: the supercontinuum of Dudley, Genty and Coen, Rev. Mod. Phys. 78:1135 (2006), fig. 3,
 * without noise. The field itself is chaotic (tolerances of 10⁻⁶ and 10⁻⁸ differ by 2 % of it); the
 * edges of the band, energy and photons are not, and were computed with an independent program.
 */
class V11SupercontinuumTest {
  static final double TOLERANCE = 1e-6;
  static final double LOW = 498.1e-9;
  static final double HIGH = 1249.6e-9;
  static final double EDGE = 2e-9;
  static final double ENERGY = 0.9108;
  static final double ENERGY_TOLERANCE = 1e-3;
  static final double PHOTONS = 1e-4;
  static final double LOOSE = 1e-3;
  private static final double LEVEL = 20;
  private static final double T0 = 28.4e-15;
  private static final double POWER = 1e4;
  private static final double LENGTH = 0.15;

  private static final GeneralisedFiber FIBER =
      new GeneralisedFiber(
          Fiber.named("photonic-crystal fibre", Optics.SPEED_OF_LIGHT / 835e-9)
              .betas(
                  -11.830e-27,
                  8.1038e-41,
                  -9.5205e-56,
                  2.0737e-70,
                  -5.3943e-85,
                  1.3486e-99,
                  -2.5495e-114,
                  3.0524e-129,
                  -1.7140e-144)
              .gamma(0.11)
              .build(),
          GnlseModel.full(RamanResponse.BLOW_WOOD),
          TimeGrid.overWindow(8192, 12.5e-12));

  private static double[] band(ComplexField field) {
    return PowerSpectrum.of(field, 0, FIBER.grid()).band(FIBER.fiber().referenceFrequency(), LEVEL);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST_DOUBLE)
  void bandEnergyAndPhotonsAreThePublished(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, FIBER.grid().samples());
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField input =
          scope.launch(FIBER.grid(), t -> Complex.real(Math.sqrt(POWER) / Math.cosh(t / T0)));
      ComplexField output = FIBER.adapt(scope, input, LENGTH, TOLERANCE).field();
      double[] band = band(output);
      tolerances.requireClose("blue edge", LOW, band[0], EDGE);
      tolerances.requireClose("red edge", HIGH, band[1], EDGE);
      tolerances.requireClose(
          "energy", ENERGY, output.meanPower(0) / input.meanPower(0), ENERGY_TOLERANCE);
      tolerances.requireSmall("photons", Math.abs(FIBER.photonError(input, output)), PHOTONS);
      // The tolerance of a peer's defaults: far off, and the photons tell.
      ComplexField loose = FIBER.adapt(scope, input, LENGTH, LOOSE).field();
      tolerances.requireAbove(
          "blue edge off at a loose tolerance over the bound",
          10,
          Math.abs(band(loose)[0] - LOW) / EDGE);
      tolerances.requireAbove(
          "photons off at a loose tolerance over the bound",
          10,
          Math.abs(FIBER.photonError(input, loose)) / PHOTONS);
    }
  }
}
