package org.lightpath.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.engine.MatmulOperands;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.engine.MatmulRun;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.field.RealMatrix;
import org.lightpath.core.plan.MatmulPlan;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.core.plan.ProductVariance;
import org.lightpath.core.plan.Readout;
import org.lightpath.core.plan.ReceiverNoise;
import org.lightpath.core.random.Philox;
import org.lightpath.core.reference.ReferenceEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one product of square matrices with its noise. The first rows of the first run are
 * checked against the reference engine with the same draws, so that a wrong kernel cannot be fast.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow",
      "-XX:TypeProfileMajorReceiverPercent=100",
      "-XX:-UseBimorphicInlining"
    })
public class MatmulBenchmark {
  private static final int CHECKED_ROWS = 4;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;

  /** What the product is computed with. */
  public enum Effect {
    /** C = A·B. */
    NOISELESS,
    /** Normal noise from the norms of rows and columns, and of fixed variance. */
    RECEIVER,
    /** Normal noise from a second product |A|·|B|, and of fixed variance. */
    PRODUCT;

    private ReceiverNoise noise() {
      return switch (this) {
        case NOISELESS -> ReceiverNoise.NONE;
        case RECEIVER -> new ReceiverNoise(1e-3, 0.005, 0.005, 0, null, 0, 1, 10);
        case PRODUCT ->
            new ReceiverNoise(
                1e-3,
                0,
                0,
                0,
                new ProductVariance(0.01, 1, ProductVariance.Right.ABSOLUTE),
                0,
                1,
                10);
      };
    }

    private MatmulPlan plan(MatmulShape shape, Precision precision) {
      return MatmulPlan.exact(shape, precision).withReadout(Readout.EXACT.withNoise(noise()));
    }
  }

  /** Engine. */
  @Param({"cpu"})
  public String engine = "cpu";

  /** M = N = K. */
  @Param({"256", "1024"})
  public int size;

  /** Effect. */
  @Param({"NOISELESS", "RECEIVER", "PRODUCT"})
  public Effect effect = Effect.NOISELESS;

  /** Precision. */
  @Param({"SINGLE", "DOUBLE"})
  public Precision precision = Precision.SINGLE;

  /** Host threads. */
  @Param({"1", "2"})
  public int threads;

  private @Nullable Engine opened;
  private @Nullable MatmulOperands operands;
  private @Nullable MatmulProgram program;

  /** Called by JMH. */
  public MatmulBenchmark() {}

  /** Opens the engine, loads the operands and checks one run. */
  @Setup(Level.Trial)
  public void open() {
    MatmulShape shape = MatmulShape.of(1, size, size, size);
    opened = Engines.open(engine, new EngineOptions(0, threads));
    operands = operands(opened, shape, precision);
    program = opened.compile(effect.plan(shape, precision));
    program.run(operands, MatmulRun.UNIT);
    try (RealMatrix observed = RealMatrix.allocate(shape.result(), precision)) {
      operands.result().download(observed);
      check(observed);
    }
  }

  private MatmulOperands operands(Engine where, MatmulShape shape, Precision stored) {
    return new MatmulOperands(
        loaded(where, shape.left(), stored, LEFT),
        loaded(where, shape.right(), stored, RIGHT),
        where.allocate(shape.result(), stored));
  }

  /** Values uniform in [−1, 1], rounded to the precision of the benchmark. */
  private DeviceMatrix loaded(Engine where, MatrixShape shape, Precision stored, int stream) {
    DeviceMatrix device = where.allocate(shape, stored);
    try (RealMatrix values = RealMatrix.allocate(shape, stored)) {
      int[] words = new int[4];
      for (long i = 0; i < shape.elements(); i++) {
        Philox.words(1, stream, 0, i, words);
        double value = 2 * Philox.uniform(words[0]) - 1;
        values.setReal(i, precision == Precision.SINGLE ? (float) value : value);
      }
      device.upload(values);
    }
    return device;
  }

  /**
   * Compares the first rows with the reference. Sums of K terms of random sign err by u√K of
   * ‖a‖‖b‖/√K, which is the size of the sum; the noise by a few ulp.
   */
  private void check(RealMatrix observed) {
    MatmulShape rows = MatmulShape.of(1, CHECKED_ROWS, size, size);
    try (Engine reference = new ReferenceEngine();
        MatmulProgram expected = reference.compile(effect.plan(rows, Precision.DOUBLE));
        RealMatrix wanted = RealMatrix.allocate(rows.result(), Precision.DOUBLE);
        RealMatrix first = RealMatrix.allocate(rows.result(), Precision.DOUBLE)) {
      MatmulOperands wide = operands(reference, rows, Precision.DOUBLE);
      expected.run(wide, MatmulRun.UNIT);
      wide.result().download(wanted);
      close(wide);
      for (long i = 0; i < rows.result().elements(); i++) {
        first.setReal(i, observed.real(i));
      }
      double bound = precision.unitRoundoff() * (10 + Math.sqrt(size));
      double error = first.relativeError(wanted);
      if (!(error <= bound)) {
        throw new IllegalStateException(
            "relative error %.3g exceeds the rounding bound %.3g".formatted(error, bound));
      }
    }
  }

  private static void close(MatmulOperands matrices) {
    matrices.left().close();
    matrices.right().close();
    matrices.result().close();
  }

  /** Closes the engine. */
  @TearDown(Level.Trial)
  public void close() {
    if (program != null) {
      program.close();
    }
    if (operands != null) {
      close(operands);
    }
    if (opened != null) {
      opened.close();
    }
  }

  /** One product. */
  @Benchmark
  public void multiply() {
    if (program != null && operands != null) {
      program.run(operands, MatmulRun.UNIT);
    }
  }
}
