package org.lightpath.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.TimeGrid;
import org.lightpath.fiber.link.Amplifier;
import org.lightpath.fiber.link.Amplifier.NoiseFormula;
import org.lightpath.fiber.link.Link;
import org.lightpath.fiber.link.LinkPropagation;
import org.lightpath.fiber.link.LumpedLoss;
import org.lightpath.fiber.link.Span;

/**
 * V16: amplifier noise. Each amplifier adds the density (G − 1) n_sp hν to each polarisation, n_sp
 * = (FG − 1)/(2(G − 1)) (Essiambre et al., J. Lightwave Technol. 28:662, 2010, eq. 54), independent
 * between polarisations, spans and seeds; 2²⁰ samples each.
 */
class V16AmplifierNoiseTest {
  static final double GAIN = 100;
  static final double NOISE_FIGURE = Math.pow(10, 0.5);

  /** Relative tolerance of a variance: 1 %, which is ten standard errors of 2²⁰ samples. */
  static final double VARIANCE = 0.01;

  /** Standard errors that a correlation may show. */
  static final double STANDARD_ERRORS = 3;

  static final int SAMPLES = 1 << 20;
  private static final double FREQUENCY = 193.4e12;
  private static final double BANDWIDTH = 1e12;
  private static final TimeGrid GRID = new TimeGrid(SAMPLES, 1 / BANDWIDTH);
  private static final double DENSITY = (GAIN * NOISE_FIGURE - 1) / 2 * Optics.PLANCK * FREQUENCY;

  /** Noise of amplifiers behind losses that take their gain back, without light. */
  private static ComplexField noise(
      EngineScope scope, int spans, NoiseFormula formula, Seeds seeds) {
    Span span = Span.of(new LumpedLoss(1 / GAIN), new Amplifier(GAIN, NOISE_FIGURE, formula));
    ComplexField dark = scope.allocate(new FieldShape(seeds.size(), 2, SAMPLES), scope.precision());
    LinkPropagation propagation =
        LinkPropagation.of(Link.repeated(span, spans), GRID, FREQUENCY)
            .precision(scope.precision())
            .seeds(seeds)
            .build();
    return scope.adopt(propagation.run(scope.engine(), dark).state().field());
  }

  private static double power(ComplexField field, int index, int mode) {
    double sum = 0;
    for (int n = 0; n < SAMPLES; n++) {
      sum += field.power(index, mode, n);
    }
    return sum / SAMPLES;
  }

  /** |⟨a b*⟩|/√(⟨|a|²⟩⟨|b|²⟩), of one standard error 1/√N for independent circular noise. */
  private static double correlation(ComplexField a, Row first, ComplexField b, Row second) {
    double re = 0;
    double im = 0;
    for (int n = 0; n < SAMPLES; n++) {
      Complex x = new Complex(a.re(first.field, first.mode, n), a.im(first.field, first.mode, n));
      Complex y =
          new Complex(b.re(second.field, second.mode, n), b.im(second.field, second.mode, n));
      Complex product = x.times(y.conjugate());
      re += product.re();
      im += product.im();
    }
    double norm = power(a, first.field, first.mode) * power(b, second.field, second.mode);
    return Math.hypot(re, im) / SAMPLES / Math.sqrt(norm);
  }

  private record Row(int field, int mode) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void powerIsTheClosedForm(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField one = noise(scope, 1, NoiseFormula.WITH_SHOT_NOISE, Seeds.of(7));
      ComplexField three = noise(scope, 3, NoiseFormula.WITH_SHOT_NOISE, Seeds.of(7));
      ComplexField beat = noise(scope, 1, NoiseFormula.BEAT_NOISE_ONLY, Seeds.of(7));
      double expected = DENSITY * BANDWIDTH;
      for (int mode = 0; mode < 2; mode++) {
        tolerances.requireClose(
            "noise of one amplifier over (FG − 1)hνB/2",
            1,
            power(one, 0, mode) / expected,
            VARIANCE);
        tolerances.requireClose(
            "noise of three amplifiers over one",
            3,
            power(three, 0, mode) / expected,
            3 * VARIANCE);
        // Same draws, so the ratio has no statistics: the two conventions differ by FG/(FG − 1).
        double ratio = GAIN * NOISE_FIGURE / (GAIN * NOISE_FIGURE - 1);
        tolerances.requireClose(
            "beat noise only over with shot noise",
            ratio,
            power(beat, 0, mode) / power(one, 0, mode),
            tolerances.energy(1));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void polarisationsSpansAndSeedsAreIndependent(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    double limit = STANDARD_ERRORS / Math.sqrt(SAMPLES);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField noise = noise(scope, 1, NoiseFormula.WITH_SHOT_NOISE, Seeds.of(7, 8));
      ComplexField two = noise(scope, 2, NoiseFormula.WITH_SHOT_NOISE, Seeds.of(7));
      ComplexField second = minus(scope, two, noise);
      Row x = new Row(0, 0);
      Row y = new Row(0, 1);
      tolerances.requireSmall("x with y", correlation(noise, x, noise, y), limit);
      tolerances.requireSmall("seed with seed", correlation(noise, x, noise, new Row(1, 0)), limit);
      tolerances.requireSmall("span with span, x", correlation(noise, x, second, x), limit);
      tolerances.requireSmall("span with span, y", correlation(noise, y, second, y), limit);
      tolerances.requireSmall("span with span, x and y", correlation(noise, x, second, y), limit);
      // Counter-check: noise that is the same shows as such.
      tolerances.requireAbove("noise with itself", 0.99, correlation(noise, x, noise, x));
    }
  }

  /**
   * Field 0 of a minus field 0 of b: what the second amplifier added, since loss and gain cancel.
   */
  private static ComplexField minus(EngineScope scope, ComplexField a, ComplexField b) {
    ComplexField difference = scope.allocate(a.shape(), a.precision());
    for (int mode = 0; mode < 2; mode++) {
      for (int n = 0; n < SAMPLES; n++) {
        difference.set(
            0, mode, n, a.re(0, mode, n) - b.re(0, mode, n), a.im(0, mode, n) - b.im(0, mode, n));
      }
    }
    return difference;
  }

  /** Counter-check: one stream for every span makes amplitudes add, and power grow fourfold. */
  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.ALL)
  void sharedDrawsAddCoherently(EngineCase engine) {
    Tolerances tolerances = new Tolerances(engine, SAMPLES);
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField dark = scope.allocate(new FieldShape(1, 2, SAMPLES), scope.precision());
      GainNoisePlan first =
          new GainNoisePlan(dark.shape(), scope.precision(), 1, 1, Seeds.of(7), 0);
      GainNoisePlan next = new GainNoisePlan(dark.shape(), scope.precision(), 1, 1, Seeds.of(7), 1);
      double one = power(scope.run(dark, first), 0, 0);
      tolerances.requireClose(
          "same stream twice",
          4,
          power(scope.run(dark, first, first), 0, 0) / one,
          tolerances.energy(2) * 4);
      tolerances.requireClose(
          "two streams", 2, power(scope.run(dark, first, next), 0, 0) / one, 2 * VARIANCE);
    }
  }
}
