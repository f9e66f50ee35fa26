package org.lightpath.cli.bench;

import java.util.List;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.random.Philox;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.RamanResponse;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.pulse.GnlseModel;

/**
 * Benchmark case B5: the supercontinuum of Dudley, Genty and Coen, Rev. Mod. Phys. 78:1135 (2006),
 * fig. 3, once or for many seeds of quantum noise.
 *
 * @param samples N over a window of 12.5 ps
 * @param batch seeds; a single field has no noise
 * @param precision of the fields
 * @param tolerance local error of a step, relative to the field
 */
record SupercontinuumCase(int samples, int batch, Precision precision, double tolerance) {
  /** Band that a converged run without noise fills, within 20 dB of its peak [m]. */
  static final double LOW = 498.1e-9;

  /** The other end [m]. */
  static final double HIGH = 1249.6e-9;

  private static final double WINDOW = 12.5e-12;
  private static final double CARRIER = Optics.SPEED_OF_LIGHT / 835e-9;
  private static final double LENGTH = 0.15;
  private static final double T0 = 28.4e-15;
  private static final double POWER = 1e4;
  private static final double FIRST_STEP = 1e-5;
  private static final int NOISE_STREAM = 0;
  private static final Fiber FIBER =
      Fiber.named("photonic-crystal fibre", CARRIER)
          .source("Dudley, Genty and Coen 2006, fig. 3")
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
          .build();

  /** The lengths that peers publish, with one field and with many seeds. */
  static List<SupercontinuumCase> published(int seeds, Precision precision) {
    double tolerance = GnlseModel.DEFAULT_TOLERANCE;
    return List.of(
        new SupercontinuumCase(1 << 13, 1, precision, tolerance),
        new SupercontinuumCase(1 << 13, seeds, precision, tolerance),
        new SupercontinuumCase(1 << 14, 1, precision, tolerance),
        new SupercontinuumCase(1 << 14, seeds, precision, tolerance));
  }

  /** Times and frequencies. */
  TimeGrid grid() {
    return TimeGrid.overWindow(samples, WINDOW);
  }

  /** Carrier ν₀ [Hz]. */
  double carrier() {
    return CARRIER;
  }

  /** The whole fibre in adaptive steps. */
  GnlsePlan plan() {
    return new GnlsePlan(
        new FieldShape(batch, 1, samples),
        precision,
        FIBER.linearOperator(grid()),
        GnlseModel.full(RamanResponse.BLOW_WOOD)
            .nonlinearity(CARRIER, grid(), FieldParameter.of(FIBER.gamma())),
        FIBER.attenuation(),
        new GnlseSteps.Adaptive(LENGTH, FieldParameter.of(tolerance), FIRST_STEP));
  }

  /**
   * √P₀ sech(t/T₀), in a batch with one photon of random phase in each bin (section on noise of the
   * same review); field b has the seed b + 1. Closed by the caller.
   */
  ComplexField input() {
    ComplexField input = ComplexField.allocate(new FieldShape(batch, 1, samples), precision);
    double[] re = new double[samples];
    double[] im = new double[samples];
    for (int b = 0; b < batch; b++) {
      noise(b, re, im);
      for (int n = 0; n < samples; n++) {
        re[n] += Math.sqrt(POWER) / Math.cosh(grid().time(n) / T0);
      }
      input.write(b, 0, re, im);
    }
    return input;
  }

  private void noise(int field, double[] re, double[] im) {
    int[] words = new int[4];
    for (int k = 0; k < samples; k++) {
      double photon = Optics.PLANCK * Math.max(0, CARRIER + grid().frequency(k));
      // A bin holds the energy |X|² dt/N.
      double size = batch == 1 ? 0 : Math.sqrt(photon * samples / grid().spacing());
      Philox.words(field + 1L, NOISE_STREAM, 0, k, words);
      double phase = 2 * Math.PI * Philox.uniform(words[0]);
      re[k] = size * Math.cos(phase);
      im[k] = size * Math.sin(phase);
    }
    new Fft(samples).inverse(re, im);
  }
}
