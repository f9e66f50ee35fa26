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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.cli.run.UsageException;
import org.lightpath.core.engine.DeviceCeilings;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.PropagationPlan;

/**
 * FFTW from the machine's own library, or from another build below {@code LIGHTPATH_FFTW} (a prefix
 * with {@code include} and {@code lib}), with plans by FFTW_MEASURE and a rotation vectorised by
 * the C compiler: {@code fftw_step.c}, built here when a C compiler and FFTW's headers are present.
 *
 * <p>Debian's library has codelets for SSE2 and AVX only; a build with AVX2 and AVX-512 is faster
 * on processors that have them. The library's version string says which it has.
 */
@SuppressWarnings(
    "restricted") // calling a C library is the point; the launcher grants native access
final class FftwContender implements FieldContender {
  /** Names the prefix of another build. */
  static final String VARIABLE = "LIGHTPATH_FFTW";

  private static final long BUILD_SECONDS = 60;
  private static final Pattern VERSION = Pattern.compile("fftw-([0-9.]+)(.*)");
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

  private final Path library;
  private final Contender host;
  private final Arena arena = Arena.ofShared();
  private final SymbolLookup symbols;
  private final String version;

  private FftwContender(Path library, Contender host) {
    this.library = library;
    this.host = host;
    this.symbols = SymbolLookup.libraryLookup(library, arena);
    this.version = readVersion();
  }

  /**
   * Builds and loads the peer, or tells {@code log} what is missing.
   *
   * @param host measures what one core can do
   */
  static Optional<FieldContender> build(Contender host, Consumer<String> log) {
    String named = System.getenv(VARIABLE);
    return named == null || named.isBlank()
        ? build(host, Optional.empty(), log)
        : build(host, Optional.of(Path.of(named).toAbsolutePath()), log);
  }

  /**
   * The same with the build below a prefix.
   *
   * @throws UsageException if the prefix has none
   */
  static Optional<FieldContender> build(
      Contender host, Optional<Path> prefix, Consumer<String> log) {
    try {
      Path folder = Files.createTempDirectory("lightpath-fftw");
      Path source = folder.resolve("fftw_step.c");
      try (InputStream in = FftwContender.class.getResourceAsStream("fftw_step.c")) {
        Files.copy(Objects.requireNonNull(in), source);
      }
      Path library = folder.resolve("libfftwstep.so");
      if (!compile(source, library, prefix)) {
        if (prefix.isPresent()) {
          throw new UsageException(
              "%s=%s: expected include/fftw3.h, lib/libfftw3.so and lib/libfftw3f.so, and gcc"
                  .formatted(VARIABLE, prefix.get()));
        }
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

  private static boolean compile(Path source, Path library, Optional<Path> prefix)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("gcc", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC"));
    command.addAll(List.of(source.toString(), "-o", library.toString()));
    if (prefix.isPresent()) {
      Path libraries = prefix.get().resolve("lib");
      if (!Files.isDirectory(libraries)) {
        return false;
      }
      command.addAll(List.of("-I" + prefix.get().resolve("include"), "-L" + libraries));
      command.add("-Wl,-rpath," + libraries);
    }
    command.addAll(List.of("-lfftw3f", "-lfftw3"));
    ProcessBuilder builder = new ProcessBuilder(command);
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
    return "%s, FFTW_MEASURE, gcc -O3 vector rotation".formatted(version);
  }

  /** Version, and after it the codelets that the library was built with: {@code sse2-avx}. */
  private String readVersion() {
    try {
      MemorySegment text =
          (MemorySegment)
              function("f32_version", FunctionDescriptor.of(ValueLayout.ADDRESS)).invokeExact();
      return described(text.reinterpret(Long.MAX_VALUE).getString(0));
    } catch (Throwable t) {
      throw new IllegalStateException("FFTW does not tell its version", t);
    }
  }

  /** The library's version string in words: {@code fftw-3.3.10-sse2-avx}. */
  static String described(String version) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return version;
    }
    String codelets = parts.group(2).isEmpty() ? "none" : parts.group(2).substring(1);
    return "FFTW %s, codelets: %s".formatted(parts.group(1), codelets.replace("-", " "));
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
