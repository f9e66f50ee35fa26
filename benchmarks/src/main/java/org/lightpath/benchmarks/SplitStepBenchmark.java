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
import org.lightpath.core.plan.FieldParameter;
import org.lightpath.core.plan.KerrNonlinearity;
import org.lightpath.core.plan.LinearOperator;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;
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
 * Time of one split step (two transforms, H, rotation) of the whole batch. The result of the first
 * run is checked against the reference engine, so that a wrong kernel cannot be fast.
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
public class SplitStepBenchmark {
  private static final int STEPS = 20;
  private static final double GAMMA = 0.05;

  /** Engine. */
  @Param({"cpu"})
  public String engine = "cpu";

  /** Samples N. */
  @Param({"4096", "65536", "1048576"})
  public int samples;

  /** Fields. */
  @Param({"1", "16"})
  public int batch;

  /** Precision. */
  @Param({"SINGLE", "DOUBLE"})
  public Precision precision = Precision.SINGLE;

  /** Host threads. */
  @Param({"1", "2"})
  public int threads;

  private @Nullable Engine opened;
  private @Nullable DeviceField field;
  private @Nullable FieldProgram program;

  /** Called by JMH. */
  public SplitStepBenchmark() {}

  /** Opens the engine, loads the field and checks one run. */
  @Setup(Level.Trial)
  public void open() {
    PropagationPlan plan = plan(new FieldShape(batch, 1, samples));
    opened = Engines.open(engine, new EngineOptions(0, threads));
    field = opened.allocate(plan.shape(), precision);
    program = opened.compile(plan);
    try (ComplexField input = input(plan.shape());
        ComplexField observed = ComplexField.allocate(plan.shape(), precision)) {
      field.upload(input);
      program.run(field);
      field.download(observed);
      check(observed);
    }
  }

  private PropagationPlan plan(FieldShape shape) {
    double[] beta = new double[shape.samples()];
    for (int k = 0; k < beta.length; k++) {
      double f = (2 * k < beta.length ? k : k - beta.length) / (double) beta.length;
      beta[k] = 40 * f * f;
    }
    return new PropagationPlan(
        shape,
        precision,
        LinearOperator.common(beta),
        new KerrNonlinearity.Scalar(FieldParameter.of(GAMMA)),
        0,
        StepPlan.uniform("benchmark", STEPS, STEPS));
  }

  private ComplexField input(FieldShape shape) {
    ComplexField input = ComplexField.allocate(shape, precision);
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int b = 0; b < shape.batch(); b++) {
      for (int n = 0; n < shape.samples(); n++) {
        Philox.complexNormal(1, b, 0, n, words, normal);
        input.set(b, 0, n, normal[0] * Math.sqrt(0.5), normal[1] * Math.sqrt(0.5));
      }
    }
    return input;
  }

  /** Compares the first field with the reference, which runs one field only to save time. */
  private void check(ComplexField observed) {
    FieldShape one = new FieldShape(1, 1, samples);
    long bytes = one.elements() * precision.complexBytes();
    try (Engine reference = new ReferenceEngine();
        DeviceField device = reference.allocate(one, precision);
        FieldProgram expectedProgram = reference.compile(plan(one));
        ComplexField expected = input(one);
        ComplexField first = ComplexField.allocate(one, precision)) {
      first.segment().copyFrom(observed.segment().asSlice(0, bytes));
      device.upload(expected);
      expectedProgram.run(device);
      device.download(expected);
      double levels = 1 + Math.log(samples) / Math.log(2);
      double bound = precision.unitRoundoff() * (STEPS + 1) * (2 * levels + 8);
      double error = first.relativeError(expected);
      if (!(error <= bound)) {
        throw new IllegalStateException(
            "relative error %.3g exceeds the rounding bound %.3g".formatted(error, bound));
      }
    }
  }

  /** Closes the engine. */
  @TearDown(Level.Trial)
  public void close() {
    if (program != null) {
      program.close();
    }
    if (field != null) {
      field.close();
    }
    if (opened != null) {
      opened.close();
    }
  }

  /** One step. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void step() {
    if (program != null && field != null) {
      program.run(field);
    }
  }
}
