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
import org.lightpath.core.plan.MeshColumns;
import org.lightpath.core.plan.MeshPlan;
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
 * Time of N vectors through a rectangular mesh of N modes and N columns. The first vectors of the
 * first run are checked against the reference engine, so that a wrong kernel cannot be fast.
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
public class MeshBenchmark {
  private static final int CHECKED_VECTORS = 4;
  private static final double ROUNDINGS_PER_COLUMN = 4;

  /** Engine. */
  @Param({"cpu"})
  public String engine = "cpu";

  /** Modes, columns and vectors N. */
  @Param({"64", "256"})
  public int modes;

  /** How it is computed. */
  @Param({"COLUMNS", "BLOCKS"})
  public MeshPlan.Method method = MeshPlan.Method.COLUMNS;

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
  public MeshBenchmark() {}

  /** Opens the engine, loads the vectors and checks one run. */
  @Setup(Level.Trial)
  public void open() {
    MeshColumns mesh = mesh();
    FieldShape shape = new FieldShape(1, modes, modes);
    opened = Engines.open(engine, new EngineOptions(0, threads));
    field = opened.allocate(shape, precision);
    program = opened.compile(new MeshPlan(shape, precision, mesh, method));
    try (ComplexField input = input(modes);
        ComplexField observed = ComplexField.allocate(shape, precision)) {
      field.upload(input);
      program.run(field);
      field.download(observed);
      check(mesh, observed);
    }
  }

  /** Interferometers without loss at random settings. */
  private MeshColumns mesh() {
    int[] first = new int[modes];
    double[] blocks = new double[modes * (modes / 2) * MeshColumns.BLOCK];
    double[] screen = new double[2 * modes];
    int[] words = new int[4];
    for (int place = 0; place < modes * (modes / 2); place++) {
      int column = place / (modes / 2);
      first[column] = column % 2;
      boolean empty = first[column] + 2 * (place % (modes / 2)) + 1 >= modes;
      Philox.words(1, 0, 0, place, words);
      double theta = empty ? 0 : Math.PI * Philox.uniform(words[0]);
      double phi = empty ? 0 : 2 * Math.PI * Philox.uniform(words[1]);
      double[] block = {
        Math.cos(theta) * Math.cos(phi),
        Math.cos(theta) * Math.sin(phi),
        -Math.sin(theta),
        0,
        Math.sin(theta) * Math.cos(phi),
        Math.sin(theta) * Math.sin(phi),
        Math.cos(theta),
        0
      };
      if (empty) {
        block[2] = 0;
      }
      System.arraycopy(block, 0, blocks, place * MeshColumns.BLOCK, block.length);
    }
    for (int mode = 0; mode < modes; mode++) {
      screen[2 * mode] = 1;
    }
    return MeshColumns.of(modes, first, blocks, screen);
  }

  private ComplexField input(int vectors) {
    ComplexField input = ComplexField.allocate(new FieldShape(1, modes, vectors), precision);
    int[] words = new int[4];
    double[] normal = new double[2];
    for (int mode = 0; mode < modes; mode++) {
      for (int v = 0; v < vectors; v++) {
        Philox.complexNormal(1, mode, 0, v, words, normal);
        input.set(0, mode, v, normal[0] * Math.sqrt(0.5), normal[1] * Math.sqrt(0.5));
      }
    }
    return input;
  }

  private void check(MeshColumns mesh, ComplexField observed) {
    FieldShape few = new FieldShape(1, modes, CHECKED_VECTORS);
    MeshPlan plan = new MeshPlan(few, precision, mesh, MeshPlan.Method.COLUMNS);
    try (Engine reference = new ReferenceEngine();
        DeviceField device = reference.allocate(few, precision);
        FieldProgram expectedProgram = reference.compile(plan);
        ComplexField expected = input(CHECKED_VECTORS);
        ComplexField first = ComplexField.allocate(few, precision)) {
      for (int mode = 0; mode < modes; mode++) {
        for (int v = 0; v < CHECKED_VECTORS; v++) {
          long from = observed.shape().index(0, mode, v);
          first.set(0, mode, v, observed.real(2 * from), observed.real(2 * from + 1));
        }
      }
      device.upload(expected);
      expectedProgram.run(device);
      device.download(expected);
      double bound = precision.unitRoundoff() * ROUNDINGS_PER_COLUMN * (modes + 1);
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

  /** All vectors once. */
  @Benchmark
  public void pass() {
    if (program != null && field != null) {
      program.run(field);
    }
  }
}
