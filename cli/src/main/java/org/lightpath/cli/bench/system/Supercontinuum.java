package org.lightpath.cli.bench.system;

import java.util.Arrays;
import java.util.List;
import org.lightpath.core.fft.Fft;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.random.Philox;
import org.lightpath.fiber.Fiber;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.RamanResponse;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.pulse.GnlseModel;

/**
 * B5, the supercontinuum of Dudley, Genty and Coen, Rev. Mod. Phys. 78:1135 (2006), fig. 3, once or
 * for many seeds of quantum noise, by the generalised equation in adaptive steps.
 */
final class Supercontinuum implements FiberSystem {
  /** Of the pump [Hz]. */
  static final double CARRIER = Optics.SPEED_OF_LIGHT / 835e-9;

  private static final double WINDOW = 12.5e-12;
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

  private static final int SEEDS = 1000;

  Supercontinuum() {}

  @Override
  public String name() {
    return "B5";
  }

  @Override
  public String title() {
    return "Dudley's supercontinuum in 15 cm of photonic-crystal fibre, adaptive steps to 1e-6;"
        + " a run counts as one step";
  }

  @Override
  public String source() {
    return "Dudley, Genty and Coen, Rev. Mod. Phys. 78:1135 (2006), fig. 3";
  }

  @Override
  public String model() {
    return "gnlse";
  }

  @Override
  public int modes() {
    return 1;
  }

  @Override
  public List<Size> sizes() {
    return List.of(
        new Size(1 << 13, 1),
        new Size(1 << 14, 1),
        new Size(1 << 13, SEEDS),
        new Size(1 << 14, SEEDS));
  }

  /** Devices decide on steps as they go: a run is what is timed. */
  @Override
  public int steps(FieldPlan plan) {
    return 1;
  }

  @Override
  public List<FieldPlan> plans(FieldShape shape, Precision precision) {
    return List.of(
        new GnlsePlan(
            shape,
            precision,
            FIBER.linearOperator(grid(shape)),
            GnlseModel.full(RamanResponse.BLOW_WOOD)
                .nonlinearity(CARRIER, grid(shape), FieldParameter.of(FIBER.gamma())),
            FIBER.attenuation(),
            new GnlseSteps.Adaptive(
                LENGTH, FieldParameter.of(GnlseModel.DEFAULT_TOLERANCE), FIRST_STEP)));
  }

  static TimeGrid grid(FieldShape shape) {
    return TimeGrid.overWindow(shape.samples(), WINDOW);
  }

  /**
   * √P₀ sech(t/T₀), in a batch with one photon of random phase in each bin (section on noise of the
   * same review); field b has the seed b + 1. Closed by the caller.
   */
  @Override
  public ComplexField input(FieldShape shape, Precision precision) {
    ComplexField input = ComplexField.allocate(shape, precision);
    TimeGrid grid = grid(shape);
    double[] re = new double[shape.samples()];
    double[] im = new double[shape.samples()];
    for (int b = 0; b < shape.batch(); b++) {
      if (shape.batch() == 1) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
      } else {
        noise(b + 1L, grid, re, im);
      }
      for (int n = 0; n < re.length; n++) {
        re[n] += Math.sqrt(POWER) / Math.cosh(grid.time(n) / T0);
      }
      input.write(b, 0, re, im);
    }
    return input;
  }

  private static void noise(long seed, TimeGrid grid, double[] re, double[] im) {
    int[] words = new int[4];
    for (int k = 0; k < re.length; k++) {
      double photon = Optics.PLANCK * Math.max(0, CARRIER + grid.frequency(k));
      // A bin holds the energy |X|² dt/N.
      double size = Math.sqrt(photon * re.length / grid.spacing());
      Philox.words(seed, NOISE_STREAM, 0, k, words);
      double phase = 2 * Math.PI * Philox.uniform(words[0]);
      re[k] = size * Math.cos(phase);
      im[k] = size * Math.sin(phase);
    }
    new Fft(re.length).inverse(re, im);
  }
}
