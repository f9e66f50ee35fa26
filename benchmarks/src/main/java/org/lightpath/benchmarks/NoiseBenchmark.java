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
import org.lightpath.core.plan.GainNoisePlan;
import org.lightpath.core.plan.Seeds;
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
 * Time of one normal number of amplifier noise, with the gain of the sample that it is added to.
 * The first run is checked against the reference engine, which draws the same numbers, so that a
 * wrong kernel cannot be fast.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
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
public class NoiseBenchmark {
  private static final int SAMPLES = 65_536;

  /** Two for each complex sample. */
  private static final int NORMALS = 2 * SAMPLES;

  /** Below 1, so that the field stays of one size however often noise is added. */
  private static final double GAIN = 0.5;

  /** Engine. */
  @Param({"cpu"})
  public String engine = "cpu";

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
  public NoiseBenchmark() {}

  /** Opens the engine, loads the field and checks one run. */
  @Setup(Level.Trial)
  public void open() {
    FieldShape shape = new FieldShape(1, 1, SAMPLES);
    opened = Engines.open(engine, new EngineOptions(0, threads));
    field = opened.allocate(shape, precision);
    program = opened.compile(plan(shape, precision));
    try (ComplexField input = input(shape);
        ComplexField observed = ComplexField.allocate(shape, precision)) {
      field.upload(input);
      program.run(field);
      field.download(observed);
      check(input, observed);
    }
  }

  private static GainNoisePlan plan(FieldShape shape, Precision stored) {
    return new GainNoisePlan(shape, stored, GAIN, 1, Seeds.of(1), 1);
  }

  private ComplexField input(FieldShape shape) {
    ComplexField input = ComplexField.allocate(shape, precision);
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int n = 0; n < SAMPLES; n++) {
      Philox.complexNormal(2, 0, 0, n, words, normal);
      input.set(0, 0, n, normal[0], normal[1]);
    }
    return input;
  }

  /** Normals agree to a few ulp between engines: logarithm, root, sine and cosine. */
  private void check(ComplexField input, ComplexField observed) {
    try (Engine reference = new ReferenceEngine();
        DeviceField device = reference.allocate(input.shape(), Precision.DOUBLE);
        FieldProgram expectedProgram = reference.compile(plan(input.shape(), Precision.DOUBLE));
        ComplexField expected = input.copy(Precision.DOUBLE);
        ComplexField wide = observed.copy(Precision.DOUBLE)) {
      device.upload(expected);
      expectedProgram.run(device);
      device.download(expected);
      double bound = 16 * precision.unitRoundoff();
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

  /** Gain and noise of one field. */
  @Benchmark
  @OperationsPerInvocation(NORMALS)
  public void normal() {
    if (program != null && field != null) {
      program.run(field);
    }
  }
}
