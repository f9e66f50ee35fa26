package org.lightpath.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.TransformPlan;
import org.lightpath.core.random.Philox;
import org.lightpath.core.reference.ReferenceEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one Fourier transform of one field, the mean of there and back. The first one there is
 * checked against the reference engine, so that a wrong kernel cannot be fast.
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
public class TransformBenchmark {
  private static final int THERE_AND_BACK = 2;

  /** Engine. */
  @Param({"cpu"})
  public String engine = "cpu";

  /** Samples N: powers of two, and the mixed lengths of named systems. */
  @Param({"4096", "10000", "65536", "1048576"})
  public int samples;

  /** Precision. */
  @Param({"SINGLE", "DOUBLE"})
  public Precision precision = Precision.SINGLE;

  /** Host threads. */
  @Param({"1", "2"})
  public int threads;

  private @Nullable Engine opened;
  private @Nullable DeviceField field;
  private @Nullable FieldProgram there;
  private @Nullable FieldProgram back;

  /** Called by JMH. */
  public TransformBenchmark() {}

  /** Opens the engine, loads the field and checks one transform. */
  @Setup(Level.Trial)
  public void open() {
    FieldShape shape = new FieldShape(1, 1, samples);
    opened = Engines.open(engine, new EngineOptions(0, threads));
    field = opened.allocate(shape, precision);
    there = opened.compile(plan(shape, precision, TransformPlan.Direction.FORWARD));
    back = opened.compile(plan(shape, precision, TransformPlan.Direction.INVERSE));
    try (ComplexField input = input(shape);
        ComplexField observed = ComplexField.allocate(shape, precision)) {
      field.upload(input);
      there.run(field);
      field.download(observed);
      check(input, observed);
      back.run(field);
    }
  }

  private static FieldPlan plan(
      FieldShape shape, Precision stored, TransformPlan.Direction direction) {
    return new TransformPlan(shape, stored, direction);
  }

  private ComplexField input(FieldShape shape) {
    ComplexField input = ComplexField.allocate(shape, precision);
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int n = 0; n < samples; n++) {
      Philox.complexNormal(1, 0, 0, n, words, normal);
      input.set(0, 0, n, normal[0], normal[1]);
    }
    return input;
  }

  /** A transform errs by a few u for each of its log2 N levels. */
  private void check(ComplexField input, ComplexField observed) {
    try (Engine reference = new ReferenceEngine();
        DeviceField device = reference.allocate(input.shape(), Precision.DOUBLE);
        FieldProgram program =
            reference.compile(
                plan(input.shape(), Precision.DOUBLE, TransformPlan.Direction.FORWARD));
        ComplexField expected = input.copy(Precision.DOUBLE);
        ComplexField wide = observed.copy(Precision.DOUBLE)) {
      device.upload(expected);
      program.run(device);
      device.download(expected);
      double bound = precision.unitRoundoff() * 3 * (1 + Math.log(samples) / Math.log(2));
      double error = wide.relativeError(expected);
      if (!(error <= bound)) {
        throw new IllegalStateException(
            "relative error %.3g exceeds the rounding bound %.3g".formatted(error, bound));
      }
    }
  }

  /** Closes the engine. */
  @TearDown(Level.Trial)
  public void close() {
    if (there != null && back != null) {
      there.close();
      back.close();
    }
    if (field != null) {
      field.close();
    }
    if (opened != null) {
      opened.close();
    }
  }

  /** There and back. */
  @Benchmark
  @OperationsPerInvocation(THERE_AND_BACK)
  public void transform() {
    if (there != null && back != null && field != null) {
      there.run(field);
      back.run(field);
    }
  }
}
