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
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.MatmulCounts;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.ColumnCorrection;
import org.lightpath.core.plan.InnerWeights;
import org.lightpath.core.plan.LevelTable;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.OperandEncoding;
import org.lightpath.core.plan.OperandMemory;
import org.lightpath.core.plan.OperandNoise;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Quantiser;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.core.reference.ReferenceEngine;

/**
 * What every engine must do with matrix products: each plan is run here and on the reference engine
 * from the same operands, and the results differ by rounding only, random draws included.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MatmulConformance {
  private static final long SEED = 0x1234_5678_9ABCL;
  private static final int WORDS = 41;

  /** Opens the engine under test. */
  protected abstract Engine open();

  /** Every precision the device has. */
  protected Stream<Precision> precisions() {
    return Stream.of(Precision.values());
  }

  /** Shapes: ones, primes, one beside a multiple of every likely block, long and flat. */
  protected List<MatmulShape> shapes() {
    return List.of(
        MatmulShape.of(1, 1, 1, 1),
        MatmulShape.of(1, 1, 5, 3),
        MatmulShape.of(2, 7, 1, 13),
        new MatmulShape(3, 5, 31, 17, true, false),
        new MatmulShape(2, 16, 16, 16, false, true),
        new MatmulShape(2, 33, 65, 129, true, true),
        MatmulShape.of(1, 64, 64, 64),
        MatmulShape.of(1, 63, 97, 31),
        MatmulShape.of(1, 1, 300, 500),
        MatmulShape.of(1, 130, 140, 270),
        new MatmulShape(1, 257, 3, 1030, false, true),
        MatmulShape.of(1, 3, 259, 65));
  }

  private Stream<MatmulPlan> exact() {
    return precisions().flatMap(p -> shapes().stream().map(shape -> MatmulPlan.exact(shape, p)));
  }

  private Stream<MatmulPlan> encoded() {
    List<MatmulPlan> plans = new ArrayList<>();
    OperandEncoding plain = OperandEncoding.of(curve());
    OperandNoise noise = new OperandNoise(0.02, 0.01, 0.3, 0.1, SEED, 5);
    OperandEncoding noisy = plain.withNoise(noise).withMemory(new OperandMemory(0.2, 0.1));
    OperandEncoding relative =
        OperandEncoding.EXACT.withNoise(new OperandNoise(0.02, 0, 0, 0, -SEED, 2));
    OperandEncoding turned =
        OperandEncoding.EXACT.withNoise(new OperandNoise(0, 0, 0.3, 0, SEED, 2));
    OperandEncoding late = plain.withMemory(new OperandMemory(0, 0.25));
    precisions()
        .forEach(
            p ->
                shapes()
                    .forEach(
                        shape -> {
                          MatmulPlan base = MatmulPlan.exact(shape, p);
                          plans.add(base.withEncodings(plain, plain));
                          plans.add(base.withEncodings(noisy, relative));
                          plans.add(base.withEncodings(turned, noisy));
                          plans.add(base.withEncodings(late, late));
                        }));
    return plans.stream();
  }

  private static LevelTable curve() {
    double[] levels = new double[WORDS];
    for (int i = 0; i < WORDS; i++) {
      levels[i] = Math.sin(Math.PI / 2 * (2.0 * i / (WORDS - 1) - 1));
    }
    return LevelTable.of(levels);
  }

  private Stream<MatmulPlan> received() {
    List<MatmulPlan> plans = new ArrayList<>();
    precisions()
        .forEach(
            p ->
                shapes()
                    .forEach(
                        shape -> {
                          MatmulPlan base = MatmulPlan.exact(shape, p);
                          for (ReceiverNoise noise : noises()) {
                            plans.add(base.withReadout(Readout.EXACT.withNoise(noise)));
                            plans.add(
                                base.withReadout(
                                    Readout.EXACT.withNoise(noise).withIntegrationLength(32)));
                          }
                          plans.add(everything(shape, p));
                        }));
    return plans.stream();
  }

  private static List<ReceiverNoise> noises() {
    ProductVariance absolute = new ProductVariance(0.1, 1, ProductVariance.Right.ABSOLUTE);
    ProductVariance squares = new ProductVariance(0.1, 2, ProductVariance.Right.SQUARE);
    ProductVariance given = new ProductVariance(0.1, 1, ProductVariance.Right.GIVEN);
    ProductVariance cell = new ProductVariance(0.1, 2, ProductVariance.Right.ABSOLUTE);
    return List.of(
        ReceiverNoise.constant(0.3, SEED, 0),
        new ReceiverNoise(0, 0.1, 0.2, 0, null, 0, SEED, 1),
        new ReceiverNoise(0, 0, 0, 0.05, null, 0, SEED, 9),
        new ReceiverNoise(0, 0, 0, 0, absolute, 0, SEED, 2),
        new ReceiverNoise(0, 0, 0, 0, squares, 0, SEED, 3),
        new ReceiverNoise(0.01, 0, 0, 0, given, 0, SEED, 4),
        new ReceiverNoise(0, 0, 0, 0, cell, 0, SEED, 4));
  }

  /** All effects but the converter, in windows whose last is short. */
  private static MatmulPlan everything(MatmulShape shape, Precision precision) {
    ProductVariance given = new ProductVariance(0.1, 2, ProductVariance.Right.GIVEN);
    ReceiverNoise noise = new ReceiverNoise(0.2, 0.1, 0.05, 0.01, given, 0, SEED, 7);
    double[] g = new double[shape.inner()];
    double[] u = new double[shape.inner()];
    double[] v = new double[shape.inner()];
    for (int k = 0; k < g.length; k++) {
      g[k] = 1 - 0.1 * (k % 3);
      u[k] = 0.02 * (k % 5 - 2);
      v[k] = -0.03 * (k % 4);
    }
    double[] gain = new double[shape.columns()];
    double[] offset = new double[shape.columns()];
    for (int j = 0; j < gain.length; j++) {
      gain[j] = 1 + 0.01 * j;
      offset[j] = 0.1 * (j % 4);
    }
    OperandEncoding left =
        OperandEncoding.of(curve())
            .withNoise(new OperandNoise(0.02, 0.01, 0.1, 0.1, SEED, 20))
            .withMemory(new OperandMemory(0.1, 0.05));
    return new MatmulPlan(
        shape,
        precision,
        left,
        OperandEncoding.of(curve()),
        InnerWeights.of(g, u, v),
        new Readout(50, noise, Quantiser.NONE, ColumnCorrection.of(gain, offset)));
  }

  @ParameterizedTest
  @MethodSource
  void exact(MatmulPlan plan) {
    judge(plan);
  }

  @ParameterizedTest
  @MethodSource
  void encoded(MatmulPlan plan) {
    judge(plan);
  }

  @ParameterizedTest
  @MethodSource
  void received(MatmulPlan plan) {
    judge(plan);
  }

  private void judge(MatmulPlan plan) {
    MatmulRun run = new MatmulRun(1, 2, 3);
    try (MatmulCase given = new MatmulCase(plan, WORDS);
        Engine engine = open();
        Engine reference = new ReferenceEngine();
        RealMatrix observed = given.run(engine, run);
        RealMatrix expected = given.run(reference, run)) {
      double bound = given.bound(run, expected);
      double error = given.distance(observed, expected);
      assertThat(error)
          .withFailMessage(
              () ->
                  "%s, %s: Frobenius distance %s, bound %s"
                      .formatted(engine.device().engine(), plan, error, bound))
          .isLessThanOrEqualTo(bound);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void convertersDifferOnlyAtThresholds(Precision precision) {
    if (precisions().noneMatch(p -> p == precision)) {
      return;
    }
    MatmulShape shape = MatmulShape.of(2, 37, 41, 50);
    Quantiser converter = new Quantiser(3, 256);
    MatmulPlan bare =
        MatmulPlan.exact(shape, precision)
            .withReadout(Readout.EXACT.withNoise(ReceiverNoise.constant(0.1, SEED, 0)));
    MatmulPlan plan = bare.withReadout(bare.readout().withConverter(converter));
    try (MatmulCase given = new MatmulCase(plan, WORDS);
        MatmulCase before = new MatmulCase(bare, WORDS);
        Engine engine = open();
        Engine reference = new ReferenceEngine();
        RealMatrix observed = given.run(engine, MatmulRun.UNIT);
        RealMatrix analogue = before.run(reference, MatmulRun.UNIT)) {
      double margin = 200 * precision.unitRoundoff() * shape.inner();
      for (long i = 0; i < shape.result().elements(); i++) {
        double z = analogue.real(i);
        double low = converter.convert(z - margin);
        double high = converter.convert(z + margin);
        assertThat(observed.real(i)).isBetween(low - margin, high + margin);
      }
      assertThat(given.counts(engine, MatmulRun.UNIT).outputClipped()).isPositive();
    }
  }

  /** Each window is converted before they are added: one conversion of the sum would differ. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void everyWindowIsConverted(Precision precision) {
    if (precisions().noneMatch(p -> p == precision)) {
      return;
    }
    MatmulShape shape = MatmulShape.of(2, 37, 41, 50);
    Quantiser coarse = new Quantiser(2, 9);
    Readout readout =
        Readout.EXACT
            .withNoise(ReceiverNoise.constant(0.1, SEED, 0))
            .withIntegrationLength(16)
            .withConverter(coarse);
    MatmulPlan plan = MatmulPlan.exact(shape, precision).withReadout(readout);
    try (MatmulCase given = new MatmulCase(plan, WORDS);
        Engine engine = open();
        Engine reference = new ReferenceEngine();
        RealMatrix observed = given.run(engine, MatmulRun.UNIT);
        RealMatrix expected = given.run(reference, MatmulRun.UNIT)) {
      assertThat(equal(observed, expected, coarse.step() / 4))
          .isGreaterThanOrEqualTo((int) (0.999 * (double) shape.result().elements()));
    }
  }

  private Stream<MatmulPlan> counted() {
    List<MatmulPlan> plans = new ArrayList<>();
    ProductVariance absolute = new ProductVariance(0.4, 1, ProductVariance.Right.ABSOLUTE);
    precisions()
        .forEach(
            precision -> {
              // Means of about 50, of 10 and 1, where the algorithm changes, and clamped at zero.
              for (double counts : new double[] {1.5, 0.5, 0.1}) {
                ReceiverNoise norms = new ReceiverNoise(0, 1, 1, 0, null, counts, SEED, 3);
                plans.add(counted(MatmulShape.of(1, 40, 50, 60), precision, norms, 60));
                plans.add(counted(MatmulShape.of(2, 20, 30, 60), precision, norms, 25));
                ReceiverNoise light = new ReceiverNoise(0, 0, 0, 0, absolute, counts, SEED, 8);
                plans.add(counted(MatmulShape.of(2, 20, 30, 60), precision, light, 25));
              }
            });
    return plans.stream();
  }

  private static MatmulPlan counted(
      MatmulShape shape, Precision precision, ReceiverNoise noise, int window) {
    return MatmulPlan.exact(shape, precision)
        .withReadout(Readout.EXACT.withNoise(noise).withIntegrationLength(window));
  }

  @ParameterizedTest
  @MethodSource
  void counted(MatmulPlan plan) {
    try (MatmulCase given = new MatmulCase(plan, WORDS);
        Engine engine = open();
        Engine reference = new ReferenceEngine();
        RealMatrix observed = given.run(engine, MatmulRun.UNIT);
        RealMatrix expected = given.run(reference, MatmulRun.UNIT)) {
      // A mean that differs in its last bits moves a count once in thousands of draws.
      double quarter = 0.25 / plan.readout().noise().counts();
      assertThat(equal(observed, expected, quarter))
          .isGreaterThanOrEqualTo((int) (0.99 * (double) plan.shape().result().elements()));
      assertThat(expected.largest()).isPositive();
    }
  }

  private static int equal(RealMatrix observed, RealMatrix expected, double tolerance) {
    int same = 0;
    for (long i = 0; i < expected.shape().elements(); i++) {
      if (Math.abs(observed.real(i) - expected.real(i)) < tolerance) {
        same++;
      }
    }
    return same;
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void sameDrawSameBytesOtherDrawOtherNoise(Precision precision) {
    if (precisions().noneMatch(p -> p == precision)) {
      return;
    }
    MatmulPlan plan = everything(new MatmulShape(2, 33, 65, 129, true, true), precision);
    try (MatmulCase given = new MatmulCase(plan, WORDS);
        Engine engine = open();
        Engine again = open();
        RealMatrix first = given.run(engine, MatmulRun.UNIT);
        RealMatrix second = given.run(again, MatmulRun.UNIT);
        RealMatrix other = given.run(engine, MatmulRun.UNIT.withSample(1))) {
      assertThat(second.segment().mismatch(first.segment())).isEqualTo(-1);
      assertThat(other.relativeError(first)).isGreaterThan(0.01);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void clippedValuesAreCounted(Precision precision) {
    if (precisions().noneMatch(p -> p == precision)) {
      return;
    }
    MatmulShape shape = new MatmulShape(2, 19, 23, 30, true, false);
    MatmulPlan plan =
        MatmulPlan.exact(shape, precision)
            .withReadout(Readout.EXACT.withConverter(new Quantiser(0.7, 1 << 10)));
    MatmulRun run = new MatmulRun(0.5, 0.25, 0);
    try (MatmulCase given = new MatmulCase(plan, WORDS);
        Engine engine = open();
        Engine reference = new ReferenceEngine()) {
      MatmulCounts expected = given.counts(reference, run);
      assertThat(given.counts(engine, run)).isEqualTo(expected);
      assertThat(expected.leftClipped()).isPositive();
      assertThat(expected.rightClipped()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void whatIsNotANumberStaysVisible(Precision precision) {
    if (precisions().noneMatch(p -> p == precision)) {
      return;
    }
    MatmulShape shape = MatmulShape.of(1, 3, 4, 5);
    OperandEncoding levels = OperandEncoding.of(LevelTable.uniform(WORDS));
    MatmulPlan plan =
        MatmulPlan.exact(shape, precision)
            .withEncodings(levels, levels)
            .withReadout(Readout.EXACT.withConverter(new Quantiser(5, 64)));
    try (MatmulCase given = new MatmulCase(plan, WORDS);
        Engine engine = open()) {
      given.left().set(0, 1, 2, Double.NaN);
      try (RealMatrix result = given.run(engine, MatmulRun.UNIT)) {
        for (int j = 0; j < shape.columns(); j++) {
          assertThat(result.get(0, 0, j)).isFinite();
          assertThat(result.get(0, 1, j)).isNaN();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void uploadAndDownloadKeepEveryBitAndAreCounted(Precision precision) {
    if (precisions().noneMatch(p -> p == precision)) {
      return;
    }
    MatrixShape shape = new MatrixShape(2, 3, 35);
    try (Engine engine = open();
        RealMatrix input = RealMatrix.allocate(shape, precision);
        RealMatrix output = RealMatrix.allocate(shape, precision);
        DeviceMatrix matrix = engine.allocate(shape, precision)) {
      for (long i = 0; i < shape.elements(); i++) {
        input.setReal(i, Math.sin((double) i));
      }
      matrix.upload(input);
      matrix.download(output);
      assertThat(output.segment().mismatch(input.segment())).isEqualTo(-1);
      assertThat(engine.counters().bytesUploaded()).isEqualTo(input.byteSize());
      assertThat(engine.counters().bytesDownloaded()).isEqualTo(input.byteSize());
      assertThat(engine.counters().peakDeviceMemoryBytes())
          .isGreaterThanOrEqualTo(input.byteSize());
    }
  }

  @Test
  void matricesThatDoNotFitAreRefused() {
    MatmulPlan plan = MatmulPlan.exact(MatmulShape.of(1, 4, 5, 6), Precision.SINGLE);
    MatrixShape square = new MatrixShape(1, 4, 4);
    try (Engine engine = open();
        RealMatrix host = RealMatrix.allocate(new MatrixShape(1, 4, 5), Precision.SINGLE);
        DeviceMatrix left = engine.allocate(plan.shape().left(), Precision.SINGLE);
        DeviceMatrix right = engine.allocate(plan.shape().right(), Precision.SINGLE);
        DeviceMatrix wrong = engine.allocate(square, Precision.SINGLE);
        DeviceMatrix result = engine.allocate(plan.shape().result(), Precision.SINGLE);
        MatmulProgram program = engine.compile(plan)) {
      assertThatThrownBy(() -> wrong.upload(host)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(
              () -> program.run(new MatmulOperands(wrong, right, result), MatmulRun.UNIT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("A must be");
      assertThatThrownBy(
              () -> program.run(new MatmulOperands(left, right, right, result), MatmulRun.UNIT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("takes none");
    }
  }
}
