package org.lightpath.validation;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.fiber.step.StepRule;

/**
 * C3: single precision must not drift. After 14 spans of 400 steps, N = 32 000, power and field
 * stay within 1e-4 and 3e-4 of double precision; code that rounds its tables without care reaches
 * 8.7e-4 and 1.5e-3, because the same rounding errors are applied in every step.
 */
class C03SinglePrecisionDriftTest {
  static final int SPANS = 14;
  static final int STEPS_PER_SPAN = 400;
  static final double POWER = 1e-4;
  static final double FIELD = 3e-4;

  /** What naive complex64 code was measured at, for comparison. */
  static final double NAIVE_FIELD = 1.5e-3;

  private static final StepRule RULE = new StepRule.Uniform(STEPS_PER_SPAN);

  /** The naive code is slow, so it gets a shorter window. */
  private static final TutorialLink SHORT = new TutorialLink(500, SPANS);

  @ParameterizedTest(name = "{0}")
  @MethodSource(EngineCases.FAST_SINGLE)
  void staysNearDoublePrecision(EngineCase engine) {
    TutorialLink link = new TutorialLink(2000, SPANS);
    Tolerances tolerances = new Tolerances(engine, link.samples());
    try (EngineScope scope = new EngineScope(engine);
        EngineScope exact = new EngineScope(engine.inDouble())) {
      ComplexField launched = launched(exact, link);
      ComplexField rounded = scope.adopt(launched.copy(Precision.SINGLE));
      ComplexField expected = link.run(exact, RULE, launched, false);
      ComplexField observed = link.run(scope, RULE, rounded, false);
      tolerances.requireClose(
          "power over power in double precision",
          1,
          observed.meanPower(0) / expected.meanPower(0),
          POWER);
      tolerances.requireSmall("relative field error", observed.relativeError(expected), FIELD);
    }
  }

  /**
   * Counter-check: code that rounds its tables and 1/N, and no more, is over both limits. The half
   * steps of dispersion at the ends of the link are taken in double precision; between spans they
   * make whole ones. Once is enough: no engine is on trial.
   */
  @Test
  void naiveCodeDrifts() {
    EngineCase engine = EngineCases.fastInDouble().findFirst().orElseThrow();
    Tolerances tolerances = new Tolerances(engine, SHORT.samples());
    try (EngineScope scope = new EngineScope(engine)) {
      ComplexField launched = launched(scope, SHORT);
      ComplexField expected = SHORT.run(scope, RULE, launched, false);
      ComplexField naive = SHORT.naiveSingle(scope, launched, STEPS_PER_SPAN);
      double power = naive.meanPower(0) / expected.meanPower(0);
      tolerances.requireAbove("power drift of naive code", POWER, Math.abs(power - 1));
      tolerances.requireAbove("field error of naive code", FIELD, naive.relativeError(expected));
    }
  }

  private static ComplexField launched(EngineScope scope, TutorialLink link) {
    return scope.adopt(link.transmitter().emit(List.of(TutorialLink.LAUNCH), Precision.DOUBLE));
  }
}
