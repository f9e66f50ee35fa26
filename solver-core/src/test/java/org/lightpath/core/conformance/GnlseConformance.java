package org.lightpath.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.StepCounts;
import org.lightpath.core.engine.StepLimitException;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GnlsePlan;
import org.lightpath.core.plan.GnlseSteps;
import org.lightpath.core.reference.ReferenceEngine;

/**
 * What every engine must do with the generalised equation. An engine that refuses it says so in
 * {@link #refuses}, and is held to that.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GnlseConformance {
  /** Opens the engine under test. */
  protected abstract Engine open();

  /**
   * Whether this engine refuses the generalised equation with an {@link UnsupportedPlanException}.
   */
  protected boolean refuses() {
    return false;
  }

  /** Lengths: one, odd, 3-5-7-smooth, powers of two, more than a work-group holds. */
  protected List<Integer> lengths() {
    return List.of(1, 2, 3, 8, 15, 32, 35, 64, 100, 105, 128, 256, 343, 720, 1024, 4096, 32_768);
  }

  /** Every precision the device has. */
  protected Stream<Precision> precisions() {
    return Stream.of(Precision.values());
  }

  private Stream<GnlsePlan> planned() {
    List<GnlsePlan> plans = new ArrayList<>();
    precisions()
        .forEach(
            precision -> {
              int i = 0;
              for (int samples : lengths()) {
                int batch = samples > 20_000 ? 1 : 1 + i % 3;
                double fraction = i++ % 4 == 1 ? 0 : GnlseCases.FRACTION;
                FieldShape shape = new FieldShape(batch, 1, samples);
                plans.add(GnlseCases.planned(shape, precision, fraction));
              }
            });
    return plans.stream();
  }

  private Stream<GnlsePlan> adaptive() {
    return precisions()
        .flatMap(
            precision ->
                Stream.of(new FieldShape(4, 1, 256), new FieldShape(2, 1, 1000))
                    .map(shape -> GnlseCases.adaptive(shape, precision, tolerance(precision))));
  }

  private Stream<Precision> eachPrecision() {
    return precisions();
  }

  /** Well above what rounding adds to the local error. */
  private static double tolerance(Precision precision) {
    return precision == Precision.SINGLE ? 1e-5 : 1e-7;
  }

  @Test
  void refusalsAreDeclared() {
    GnlsePlan plan =
        GnlseCases.planned(new FieldShape(1, 1, 64), Precision.SINGLE, GnlseCases.FRACTION);
    try (Engine engine = open()) {
      if (refuses()) {
        assertThatThrownBy(() -> engine.compile(plan))
            .isInstanceOf(UnsupportedPlanException.class)
            .hasMessageContaining("cpu");
      } else {
        try (FieldProgram program = engine.compile(plan)) {
          assertThat(program.plan()).isEqualTo(plan);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource
  void planned(GnlsePlan plan) {
    Assumptions.assumeFalse(refuses(), "this engine refuses the generalised equation");
    try (Result observed = run(this::open, plan);
        Result expected = run(ReferenceEngine::new, plan)) {
      double error = observed.field.relativeError(expected.field);
      double bound = RoundingBound.relative(plan, observed.peakPower);
      assertThat(error)
          .withFailMessage(() -> RoundingBound.describe(observed.engine, plan, error, bound))
          .isLessThanOrEqualTo(bound);
    }
  }

  @ParameterizedTest
  @MethodSource
  void adaptive(GnlsePlan plan) {
    Assumptions.assumeFalse(refuses(), "this engine refuses the generalised equation");
    try (Result observed = run(this::open, plan);
        Result expected = run(ReferenceEngine::new, plan)) {
      long steps = 0;
      for (int b = 0; b < plan.shape().batch(); b++) {
        // Errors just at the tolerance may be judged differently, which moves the steps a little.
        long taken = expected.counts.accepted(b);
        assertThat(observed.counts.accepted(b)).isCloseTo(taken, within(1 + taken / 20));
        assertThat(observed.counts.rejected(b)).isPositive();
        assertThat(expected.counts.accepted(b)).isGreaterThan(5);
        steps = Math.max(steps, expected.counts.accepted(b));
      }
      double rounding = RoundingBound.generalised(plan, observed.peakPower, steps);
      double control = steps * ((GnlseSteps.Adaptive) plan.steps()).tolerance().maxAbs();
      double error = observed.field.relativeError(expected.field);
      double bound = rounding + control;
      assertThat(error)
          .withFailMessage(() -> RoundingBound.describe(observed.engine, plan, error, bound))
          .isLessThanOrEqualTo(bound);
    }
  }

  @ParameterizedTest
  @MethodSource("eachPrecision")
  void sameBytesAgainAndWithoutNeighbours(Precision precision) {
    Assumptions.assumeFalse(refuses(), "this engine refuses the generalised equation");
    FieldShape whole = new FieldShape(5, 1, 512);
    GnlsePlan plan = GnlseCases.adaptive(whole, precision, tolerance(precision));
    try (Result first = run(this::open, plan);
        Result second = run(this::open, plan)) {
      assertThat(first.field.segment().mismatch(second.field.segment())).isEqualTo(-1);
      for (int b = 0; b < whole.batch(); b++) {
        alone(first, plan, b);
      }
    }
  }

  private void alone(Result all, GnlsePlan plan, int b) {
    FieldShape one = new FieldShape(1, 1, plan.shape().samples());
    GnlseSteps.Adaptive control = (GnlseSteps.Adaptive) plan.steps();
    GnlsePlan single =
        new GnlsePlan(
            one,
            plan.precision(),
            plan.dispersion(),
            GnlseCases.nonlinearity(
                one.samples(), GnlseCases.FRACTION, plan.nonlinearity().gamma(b)),
            plan.attenuation(),
            new GnlseSteps.Adaptive(
                control.length(),
                FieldParameter.of(control.tolerance().value(b)),
                control.firstStep()));
    long bytes = one.elements() * plan.precision().complexBytes();
    try (Engine engine = open();
        ComplexField input = TestFields.noise(plan.shape(), plan.precision(), 42);
        ComplexField part = ComplexField.allocate(one, plan.precision());
        DeviceField field = engine.allocate(one, plan.precision());
        FieldProgram program = engine.compile(single)) {
      part.segment().copyFrom(input.segment().asSlice(b * bytes, bytes));
      field.upload(part);
      program.run(field);
      field.download(part);
      assertThat(part.segment().mismatch(all.field.segment().asSlice(b * bytes, bytes)))
          .isEqualTo(-1);
      assertThat(program.stepCounts().orElseThrow().accepted(0)).isEqualTo(all.counts.accepted(b));
    }
  }

  @ParameterizedTest
  @MethodSource("eachPrecision")
  void aFieldThatIsNoNumberIsGivenUp(Precision precision) {
    Assumptions.assumeFalse(refuses(), "this engine refuses the generalised equation");
    GnlsePlan plan = GnlseCases.adaptive(new FieldShape(2, 1, 64), precision, 1e-4);
    try (Engine engine = open();
        ComplexField input = TestFields.noise(plan.shape(), precision, 42);
        DeviceField field = engine.allocate(plan.shape(), precision);
        FieldProgram program = engine.compile(plan)) {
      input.set(1, 0, 3, Double.NaN, 0);
      field.upload(input);
      assertThatThrownBy(() -> program.run(field))
          .isInstanceOf(StepLimitException.class)
          .hasMessageContaining("field 1");
    }
  }

  @ParameterizedTest
  @MethodSource("eachPrecision")
  void darknessStaysDark(Precision precision) {
    Assumptions.assumeFalse(refuses(), "this engine refuses the generalised equation");
    GnlsePlan plan = GnlseCases.adaptive(new FieldShape(1, 1, 64), precision, 1e-4);
    try (Engine engine = open();
        ComplexField output = ComplexField.allocate(plan.shape(), precision);
        DeviceField field = engine.allocate(plan.shape(), precision);
        FieldProgram program = engine.compile(plan)) {
      program.run(field);
      field.download(output);
      assertThat(output.peakPower(0)).isZero();
    }
  }

  /** Opens an engine. */
  private interface Opener {
    Engine open();
  }

  /** Output of a plan; closed by whoever ran it. */
  private record Result(String engine, ComplexField field, StepCounts counts, double peakPower)
      implements AutoCloseable {
    @Override
    public void close() {
      field.close();
    }
  }

  private static Result run(Opener opener, FieldPlan plan) {
    ComplexField output = ComplexField.allocate(plan.shape(), plan.precision());
    try (Engine engine = opener.open();
        ComplexField input = TestFields.noise(plan.shape(), plan.precision(), 42);
        DeviceField field = engine.allocate(plan.shape(), plan.precision());
        FieldProgram program = engine.compile(plan)) {
      field.upload(input);
      program.run(field);
      field.download(output);
      double peak = 0;
      for (int b = 0; b < plan.shape().batch(); b++) {
        peak = Math.max(peak, input.peakPower(b));
      }
      return new Result(engine.device().engine(), output, program.stepCounts().orElseThrow(), peak);
    }
  }
}
