package org.lightpath.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lightpath.cli.run.UsageException;
import org.lightpath.core.field.Precision;

/**
 * OpenBLAS from the machine's own library.
 *
 * <p>Looked for in {@code LIGHTPATH_OPENBLAS} (a file), {@code LD_LIBRARY_PATH} and the usual
 * folders. The names and the integers of the library that Python's packages bring ({@code
 * scipy_cblas_sgemm64_}) are understood too.
 */
@SuppressWarnings("restricted") // calling a C library is the point; native access is granted
final class OpenBlas {
  /** Names the library. */
  static final String VARIABLE = "LIGHTPATH_OPENBLAS";

  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib/x86_64-linux-gnu/openblas-pthread",
          "/usr/lib/x86_64-linux-gnu/openblas-openmp",
          "/usr/lib/aarch64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu/openblas-pthread",
          "/usr/lib64",
          "/usr/lib",
          "/usr/local/lib",
          "/opt/OpenBLAS/lib",
          "/opt/homebrew/opt/openblas/lib");

  private static final int ROW_MAJOR = 101;
  private static final int NO_TRANSPOSE = 111;

  private final SymbolLookup symbols;
  private final String prefix;
  private final String suffix;
  private final MethodHandle setThreads;
  private final MethodHandle sgemm;
  private final MethodHandle dgemm;

  /**
   * Loads a library.
   *
   * @throws IllegalArgumentException if it cannot be loaded or is no OpenBLAS
   */
  private OpenBlas(Path library) {
    // Its threads live on after the last product: it is never unloaded.
    this.symbols = SymbolLookup.libraryLookup(library, Arena.global());
    String name =
        Stream.of("cblas_sgemm", "scipy_cblas_sgemm", "scipy_cblas_sgemm64_", "cblas_sgemm64_")
            .filter(known -> symbols.find(known).isPresent())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(library + " has no cblas_sgemm"));
    this.prefix = name.startsWith("scipy_") ? "scipy_" : "";
    this.suffix = name.endsWith("64_") ? "64_" : "";
    this.setThreads =
        function("openblas_set_num_threads", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
    this.sgemm = gemm("cblas_sgemm", ValueLayout.JAVA_FLOAT);
    this.dgemm = gemm("cblas_dgemm", ValueLayout.JAVA_DOUBLE);
  }

  /** The library of this machine, or tells what is missing. */
  static Optional<OpenBlas> find(Consumer<String> log) {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      return Optional.of(named(Path.of(named)));
    }
    for (Path candidate : candidates()) {
      try {
        return Optional.of(new OpenBlas(candidate));
      } catch (IllegalArgumentException e) {
        log.accept("OpenBLAS: %s is passed over: %s".formatted(candidate, e.getMessage()));
      }
    }
    log.accept(
        "OpenBLAS is left out: no libopenblas.so (package libopenblas0); %s names a library"
            .formatted(VARIABLE));
    return Optional.empty();
  }

  private static OpenBlas named(Path library) {
    try {
      return new OpenBlas(library.toAbsolutePath());
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "%s=%s: expected a library of OpenBLAS, got: %s"
              .formatted(VARIABLE, library, e.getMessage()));
    }
  }

  private static List<Path> candidates() {
    List<Path> found = new ArrayList<>();
    String path = System.getenv("LD_LIBRARY_PATH");
    Stream<String> first = path == null ? Stream.of() : Stream.of(path.split(":"));
    Stream.concat(first.filter(folder -> !folder.isBlank()), FOLDERS.stream())
        .map(Path::of)
        .filter(Files::isDirectory)
        .forEach(folder -> addLibraries(folder, found));
    return found;
  }

  private static void addLibraries(Path folder, List<Path> found) {
    List<Path> libraries = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "libopenblas*.{so,so.*,dylib}")) {
      files.forEach(libraries::add);
    } catch (IOException e) {
      throw new UncheckedIOException("%s could not be read".formatted(folder), e);
    }
    // The plain name first: it is the one that the system has chosen.
    libraries.sort(
        (a, b) -> a.getFileName().toString().length() - b.getFileName().toString().length());
    found.addAll(libraries);
  }

  private MethodHandle function(String name, FunctionDescriptor descriptor) {
    String full = prefix + name + suffix;
    MemorySegment address =
        symbols
            .find(full)
            .orElseThrow(() -> new IllegalArgumentException("the library has no " + full));
    return Linker.nativeLinker().downcallHandle(address, descriptor);
  }

  /** (A, B, C, M, N, K): C = A·B in the layout of {@link org.lightpath.core.field.RealMatrix}. */
  private MethodHandle gemm(String name, ValueLayout real) {
    ValueLayout index = suffix.isEmpty() ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
    ValueLayout mode = ValueLayout.JAVA_INT;
    ValueLayout pointer = ValueLayout.ADDRESS;
    MethodHandle raw =
        function(
            name,
            FunctionDescriptor.ofVoid(
                mode, mode, mode, index, index, index, real, pointer, index, pointer, index, real,
                pointer, index));
    // Lengths and factors are given as int: the handle widens them.
    MethodType ints = raw.type();
    for (int i = 0; i < ints.parameterCount(); i++) {
      if (ints.parameterType(i) != MemorySegment.class) {
        ints = ints.changeParameterType(i, int.class);
      }
    }
    MethodHandle widened = MethodHandles.explicitCastArguments(raw, ints);
    widened = MethodHandles.insertArguments(widened, 0, ROW_MAJOR, NO_TRANSPOSE, NO_TRANSPOSE);
    MethodType small =
        MethodType.methodType(
            void.class,
            MemorySegment.class,
            MemorySegment.class,
            MemorySegment.class,
            int.class,
            int.class,
            int.class,
            int.class,
            int.class);
    // M, N, K, alpha, A, lda, B, ldb, beta, C, ldc from A, B, C, M, N, K, alpha, beta.
    MethodHandle ordered =
        MethodHandles.permuteArguments(widened, small, 3, 4, 5, 6, 0, 5, 1, 4, 7, 2, 4);
    return MethodHandles.insertArguments(ordered, 6, 1, 0);
  }

  /** C = A·B on one matrix each, stored row by row. */
  void multiply(ProductCase c, MemorySegment a, MemorySegment b, MemorySegment target) {
    try {
      (c.precision() == Precision.SINGLE ? sgemm : dgemm)
          .invokeExact(a, b, target, c.rows(), c.columns(), c.inner());
    } catch (Throwable t) {
      throw new IllegalStateException("OpenBLAS failed", t);
    }
  }

  /** Sets the number of threads of the next products. */
  void threads(int count) {
    try {
      setThreads.invokeExact(count);
    } catch (Throwable t) {
      throw new IllegalStateException("OpenBLAS failed", t);
    }
  }

  /** Version, build and the kernel that it takes on this processor. */
  String description() {
    return text("openblas_get_config") + ", kernel " + text("openblas_get_corename");
  }

  private String text(String name) {
    try {
      MemorySegment text =
          (MemorySegment) function(name, FunctionDescriptor.of(ValueLayout.ADDRESS)).invokeExact();
      return text.reinterpret(Long.MAX_VALUE).getString(0).strip();
    } catch (Throwable t) {
      throw new IllegalStateException("OpenBLAS does not tell its configuration", t);
    }
  }
}
