package org.lightpath.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.Seeds;
import org.lightpath.core.plan.SpectralFilterPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.core.plan.TransferFunction;
import org.lightpath.core.plan.TransformPlan;
import org.lightpath.core.reference.ReferenceEngine;

/**
 * What every engine must do. An engine's test class extends this and opens the engine.
 *
 * <p>Every plan is run on the engine and on the reference engine from the same input; the results
 * may differ by the rounding bound of {@link RoundingBound} and no more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineConformance {
  private static final int MANY = 5;

  /** Opens the engine under test. */
  protected abstract Engine open();

  /** Lengths: one, primes, odd, 3-5-7-smooth, powers of two and their smooth neighbours, large. */
  protected List<Integer> lengths() {
    return List.of(
        1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 25, 32, 35, 48, 49, 60, 63, 64, 100, 105, 112, 125, 128,
        135, 144, 192, 225, 240, 243, 250, 256, 320, 343, 360, 384, 448, 512, 625, 720, 768, 1000,
        1024, 1152, 1250, 1280, 1792, 2048, 2160, 2187, 2401, 3072, 3125, 4096, 5120, 7168, 8192,
        10_000, 12_288, 16_384, 16_807, 19_683, 32_000, 32_768, 65_536, 98_304);
  }

  /** Every precision the device has. */
  protected Stream<Precision> precisions() {
    return Stream.of(Precision.values());
  }

  private Stream<FieldPlan> transforms() {
    return cases(
        (shape, precision) -> {
          List<FieldPlan> plans = new ArrayList<>();
          for (TransformPlan.Direction direction : TransformPlan.Direction.values()) {
            plans.add(new TransformPlan(shape, precision, direction));
          }
          return plans;
        });
  }

  private Stream<FieldPlan> filters() {
    return cases((shape, precision) -> List.of(filter(shape, precision)));
  }

  private Stream<FieldPlan> propagations() {
    return cases(
        (shape, precision) ->
            List.of(
                scalar(shape, precision, 2, 0.01), manakov(shape, precision, MANY, 0.02, 0.05)));
  }

  /** Plans of one kind at all lengths, with the batch and the modes changing along. */
  private Stream<FieldPlan> cases(PlanFactory factory) {
    List<FieldPlan> plans = new ArrayList<>();
    precisions()
        .forEach(
            precision -> {
              int i = 0;
              for (int samples : lengths()) {
                int batch = samples > 20_000 ? 1 : 1 + i % 3;
                plans.addAll(
                    factory.plans(new FieldShape(batch, 1 + (i / 3) % 2, samples), precision));
                i++;
              }
            });
    return plans.stream();
  }

  /** Makes the plans of one kind for a shape. */
  @FunctionalInterface
  private interface PlanFactory {
    List<FieldPlan> plans(FieldShape shape, Precision precision);
  }

  private static SpectralFilterPlan filter(FieldShape shape, Precision precision) {
    double[] re = new double[shape.samples()];
    double[] im = new double[shape.samples()];
    for (int k = 0; k < re.length; k++) {
      re[k] = Math.cos(0.3 * k) * (k % 3 + 0.5);
      im[k] = Math.sin(1.7 * k) - 0.2;
    }
    return new SpectralFilterPlan(shape, precision, TransferFunction.of(re, im));
  }

  private static PropagationPlan scalar(
      FieldShape shape, Precision precision, int steps, double gamma) {
    return new PropagationPlan(
        shape,
        precision,
        TestFields.skewed(1, shape.samples(), 0.4),
        new KerrNonlinearity.Scalar(FieldParameter.of(gamma)),
        0,
        StepPlan.uniform("conformance", 3.0, steps));
  }

  /** Unequal steps, loss, a row for each mode and a γ for each field. */
  private static PropagationPlan manakov(
      FieldShape shape, Precision precision, int steps, double gamma, double attenuation) {
    double[] lengths = new double[steps];
    for (int i = 0; i < steps; i++) {
      lengths[i] = 0.5 + 0.25 * (i % 3);
    }
    double[] gammas = new double[shape.batch()];
    for (int b = 0; b < gammas.length; b++) {
      gammas[b] = gamma * (b + 1);
    }
    return new PropagationPlan(
        shape,
        precision,
        TestFields.skewed(shape.modes(), shape.samples(), 0.4),
        new KerrNonlinearity.Manakov(FieldParameter.of(gammas)),
        attenuation,
        StepPlan.of("conformance", lengths));
  }

  @ParameterizedTest
  @MethodSource
  void transforms(FieldPlan plan) {
    judge(plan);
  }

  @ParameterizedTest
  @MethodSource
  void filters(FieldPlan plan) {
    judge(plan);
  }

  @ParameterizedTest
  @MethodSource
  void propagations(FieldPlan plan) {
    judge(plan);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void gainAndNoise(Precision precision) {
    judge(
        new GainNoisePlan(
            new FieldShape(3, 2, 1000), precision, 3.0, 0.7, Seeds.of(11, -5, 1L << 40), 3));
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void largeNonlinearAngles(Precision precision) {
    // Hundreds of radians a step: the reduction of the angle must hold.
    judge(scalar(new FieldShape(1, 1, 1024), precision, 1, 100));
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void negativeCoefficientsUndoThePlan(Precision precision) {
    PropagationPlan plan = manakov(new FieldShape(2, 2, 720), precision, MANY, 0.02, 0.05);
    try (Engine engine = open();
        ComplexField input = TestFields.noise(plan.shape(), precision, 7);
        ComplexField output = ComplexField.allocate(plan.shape(), precision);
        DeviceField field = engine.allocate(plan.shape(), precision)) {
      field.upload(input);
      run(engine, plan, field);
      run(engine, plan.inverse(), field);
      field.download(output);
      double bound = 2 * RoundingBound.relative(plan, input.peakPower(0));
      assertThat(output.relativeError(input)).isLessThanOrEqualTo(bound);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void noiseIsStandardAndIndependent(Precision precision) {
    int n = 100_000;
    FieldShape shape = new FieldShape(2, 2, n);
    try (Engine engine = open();
        ComplexField output = ComplexField.allocate(shape, precision);
        DeviceField field = engine.allocate(shape, precision)) {
      run(engine, new GainNoisePlan(shape, precision, 0, 1, Seeds.of(1, 2), 0), field);
      field.download(output);
      // E|n|² = 2 with variance 4/n: five standard errors.
      assertThat(output.meanPower(0) / 2).isBetween(2 - 10 / Math.sqrt(n), 2 + 10 / Math.sqrt(n));
      assertThat(correlation(output, 0, 0, 0, 1)).isLessThan(4 / Math.sqrt(n));
      assertThat(correlation(output, 0, 0, 1, 0)).isLessThan(4 / Math.sqrt(n));
    }
  }

  private static double correlation(ComplexField f, int fieldA, int modeA, int fieldB, int modeB) {
    double re = 0;
    double im = 0;
    int n = f.shape().samples();
    for (int i = 0; i < n; i++) {
      double a = f.re(fieldA, modeA, i);
      double b = f.im(fieldA, modeA, i);
      double c = f.re(fieldB, modeB, i);
      double d = f.im(fieldB, modeB, i);
      re += a * c + b * d;
      im += b * c - a * d;
    }
    return Math.hypot(re, im) / (2.0 * n);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void sameBytesAgainAndInAnySplitOfTheBatch(Precision precision) {
    FieldShape whole = new FieldShape(3, 2, 512);
    PropagationPlan plan = scalar(whole, precision, MANY, 0.03);
    try (Engine engine = open();
        ComplexField input = TestFields.noise(whole, precision, 9);
        ComplexField first = ComplexField.allocate(whole, precision);
        ComplexField second = ComplexField.allocate(whole, precision)) {
      propagate(engine, plan, input, first);
      propagate(engine, plan, input, second);
      assertThat(first.segment().mismatch(second.segment())).isEqualTo(-1);
      splitBatch(engine, whole, precision, input, first);
    }
  }

  private static void splitBatch(
      Engine engine, FieldShape whole, Precision precision, ComplexField input, ComplexField all) {
    FieldShape one = new FieldShape(1, whole.modes(), whole.samples());
    long bytes = one.elements() * precision.complexBytes();
    for (int b = 0; b < whole.batch(); b++) {
      try (ComplexField part = ComplexField.allocate(one, precision);
          ComplexField result = ComplexField.allocate(one, precision)) {
        part.segment().copyFrom(input.segment().asSlice(b * bytes, bytes));
        propagate(engine, scalar(one, precision, MANY, 0.03), part, result);
        assertThat(result.segment().mismatch(all.segment().asSlice(b * bytes, bytes)))
            .isEqualTo(-1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void uploadAndDownloadKeepEveryBitAndAreCounted(Precision precision) {
    FieldShape shape = new FieldShape(2, 2, 35);
    try (Engine engine = open();
        ComplexField input = TestFields.noise(shape, precision, 3);
        ComplexField output = ComplexField.allocate(shape, precision);
        DeviceField field = engine.allocate(shape, precision)) {
      field.upload(input);
      field.download(output);
      assertThat(output.segment().mismatch(input.segment())).isEqualTo(-1);
      assertThat(engine.counters().bytesUploaded()).isEqualTo(input.byteSize());
      assertThat(engine.counters().bytesDownloaded()).isEqualTo(input.byteSize());
      assertThat(engine.counters().peakDeviceMemoryBytes())
          .isGreaterThanOrEqualTo(input.byteSize());
    }
  }

  @Test
  void fieldsThatDoNotFitAreRefused() {
    FieldShape shape = new FieldShape(1, 1, 64);
    try (Engine engine = open();
        DeviceField field = engine.allocate(new FieldShape(1, 1, 32), Precision.DOUBLE);
        ComplexField host = ComplexField.allocate(shape, Precision.DOUBLE);
        FieldProgram program = engine.compile(filter(shape, Precision.DOUBLE))) {
      assertThatThrownBy(() -> program.run(field)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> field.upload(host)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> field.download(host)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Runs a plan here and on the reference, and compares. */
  protected final void judge(FieldPlan plan) {
    try (Engine engine = open();
        Engine reference = new ReferenceEngine();
        ComplexField input = TestFields.noise(plan.shape(), plan.precision(), 42);
        ComplexField observed = ComplexField.allocate(plan.shape(), plan.precision());
        ComplexField expected = ComplexField.allocate(plan.shape(), plan.precision())) {
      propagate(engine, plan, input, observed);
      propagate(reference, plan, input, expected);
      double error = observed.relativeError(expected);
      double bound = RoundingBound.relative(plan, input.peakPower(0));
      assertThat(error)
          .withFailMessage(
              () -> RoundingBound.describe(engine.device().engine(), plan, error, bound))
          .isLessThanOrEqualTo(bound);
    }
  }

  private static void propagate(
      Engine engine, FieldPlan plan, ComplexField input, ComplexField output) {
    try (DeviceField field = engine.allocate(plan.shape(), plan.precision())) {
      field.upload(input);
      run(engine, plan, field);
      field.download(output);
    }
  }

  private static void run(Engine engine, FieldPlan plan, DeviceField field) {
    try (FieldProgram program = engine.compile(plan)) {
      program.run(field);
    }
  }
}
