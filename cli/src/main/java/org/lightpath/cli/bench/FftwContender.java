package org.lightpath.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.PropagationPlan;

/**
 * FFTW from the machine's own library, with plans by FFTW_MEASURE and a rotation vectorised by the
 * C compiler: {@code fftw_step.c}, built here when a C compiler and FFTW's headers are present.
 */
@SuppressWarnings(
    "restricted") // calling a C library is the point; the launcher grants native access
final class FftwContender implements FieldContender {
  private static final long BUILD_SECONDS = 60;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

  private final Path library;
  private final Contender host;
  private final Arena arena = Arena.ofShared();
  private final SymbolLookup symbols;

  private FftwContender(Path library, Contender host) {
    this.library = library;
    this.host = host;
    this.symbols = SymbolLookup.libraryLookup(library, arena);
  }

  /**
   * Builds and loads the peer, or tells {@code log} what is missing.
   *
   * @param host measures what one core can do
   */
  static Optional<FieldContender> build(Contender host, Consumer<String> log) {
    try {
      Path folder = Files.createTempDirectory("lightpath-fftw");
      Path source = folder.resolve("fftw_step.c");
      try (InputStream in = FftwContender.class.getResourceAsStream("fftw_step.c")) {
        Files.copy(Objects.requireNonNull(in), source);
      }
      Path library = folder.resolve("libfftwstep.so");
      if (!compile(source, library)) {
        log.accept("FFTW is left out: it needs gcc, libfftw3 and its headers (libfftw3-dev)");
        return Optional.empty();
      }
      return Optional.of(new FftwContender(library, host));
    } catch (IOException | IllegalArgumentException e) {
      log.accept("FFTW is left out: " + e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean compile(Path source, Path library)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "gcc",
            "-O3",
            "-march=native",
            "-ffast-math",
            "-shared",
            "-fPIC",
            source.toString(),
            "-o",
            library.toString(),
            "-lfftw3f",
            "-lfftw3");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process gcc = builder.start();
      return gcc.waitFor(BUILD_SECONDS, TimeUnit.SECONDS) && gcc.exitValue() == 0;
    } catch (IOException noCompiler) {
      return false;
    }
  }

  @Override
  public String name() {
    return "FFTW";
  }

  @Override
  public String detail() {
    return "FFTW_MEASURE, gcc -O3 vector rotation";
  }

  @Override
  public int threads() {
    return 1;
  }

  @Override
  public boolean onHost() {
    return true;
  }

  @Override
  public boolean supports(StepCase c) {
    return true;
  }

  @Override
  public Optional<DeviceCeilings> ceilings(Precision precision, long workingSetBytes) {
    return host.ceilings(precision, workingSetBytes);
  }

  @Override
  public Prepared prepare(PropagationPlan plan) {
    return prepare(List.of(plan));
  }

  @Override
  public Prepared prepare(List<FieldPlan> plans) {
    return new PreparedFftw(PlainStretch.of(name(), plans));
  }

  @Override
  public void close() {
    arena.close();
    try {
      Files.deleteIfExists(library);
      Files.deleteIfExists(library.resolveSibling("fftw_step.c"));
      Files.deleteIfExists(library.getParent());
    } catch (IOException e) {
      // A file left in the temporary folder is no reason to lose the measurement.
      return;
    }
  }

  private MethodHandle function(String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(symbols.find(name).orElseThrow(), descriptor);
  }

  /** FFTW's plans, the tables and the field, in native memory. */
  private final class PreparedFftw implements Prepared {
    private final PropagationPlan plan;
    private final boolean single;
    private final Arena memory = Arena.ofShared();
    private final ComplexField field;
    private final MemorySegment half;
    private final MemorySegment full;
    private final MemorySegment coefficients;
    private final MemorySegment handle;
    private final MethodHandle run;

    PreparedFftw(PropagationPlan plan) {
      this.plan = plan;
      this.single = plan.precision() == Precision.SINGLE;
      this.field = ComplexField.allocate(plan.shape(), plan.precision());
      this.half = stored(LinearTables.table(plan, 0));
      this.full = stored(LinearTables.inner(plan));
      this.coefficients = stored(PlainStretch.coefficients(plan));
      this.handle = makePlans();
      this.run =
          function(
              prefix() + "_run",
              FunctionDescriptor.ofVoid(
                  POINTER, POINTER, POINTER, POINTER, POINTER, LONG, INT, INT, INT));
    }

    private String prefix() {
      return single ? "f32" : "f64";
    }

    private MemorySegment stored(double[] values) {
      MemorySegment segment =
          memory.allocate((long) values.length * plan.precision().realBytes(), 64);
      if (single) {
        segment.copyFrom(MemorySegment.ofArray(LinearTables.single(values)));
      } else {
        segment.copyFrom(MemorySegment.ofArray(values));
      }
      return segment;
    }

    private MemorySegment makePlans() {
      MethodHandle make =
          function(prefix() + "_plan", FunctionDescriptor.of(ValueLayout.ADDRESS, LONG, POINTER));
      try {
        return (MemorySegment) make.invokeExact((long) plan.shape().samples(), field.segment());
      } catch (Throwable t) {
        throw new IllegalStateException("FFTW could not make its plans", t);
      }
    }

    @Override
    public void load(ComplexField input) {
      field.copyFrom(input);
    }

    @Override
    public void run() {
      try {
        run.invokeExact(
            handle,
            field.segment(),
            half,
            full,
            coefficients,
            (long) plan.shape().samples(),
            plan.shape().batch(),
            plan.shape().modes(),
            plan.steps().steps());
      } catch (Throwable t) {
        throw new IllegalStateException("FFTW failed", t);
      }
    }

    @Override
    public void store(ComplexField output) {
      output.copyFrom(field);
    }

    @Override
    public long memoryBytes() {
      return field.byteSize() + half.byteSize() + full.byteSize();
    }

    @Override
    public void close() {
      try {
        function(prefix() + "_free", FunctionDescriptor.ofVoid(POINTER)).invokeExact(handle);
      } catch (Throwable t) {
        throw new IllegalStateException("FFTW could not free its plans", t);
      }
      field.close();
      memory.close();
    }
  }
}
