package org.lightpath.cli.bench;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.bench.record.Comparison;
import org.lightpath.cli.bench.record.ComparisonTable;
import org.lightpath.cli.bench.record.RecordReader;
import org.lightpath.cli.bench.record.RecordedRow;
import org.lightpath.cli.bench.record.RecordedRun;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.field.Precision;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that all benchmarks share: who is measured, how long, and where the rows go. */
final class BenchOptions {
  /** Output formats. */
  enum Format {
    MD,
    CSV,
    JSON
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--engine",
      split = ",",
      defaultValue = Engines.AUTO,
      description =
          "Engines to measure: names, auto, or all that have a device (default: ${DEFAULT-VALUE}).")
  private List<String> engines = List.of();

  @Option(names = "--device", description = "Device of the engines (default: all of each).")
  private @Nullable Integer device;

  @Option(
      names = "--precision",
      split = ",",
      defaultValue = "single,double",
      description = "Precisions: single, double (default: ${DEFAULT-VALUE}).")
  private List<String> precisions = List.of();

  @Option(
      names = "--threads",
      split = ",",
      description = "Host threads of the engine cpu (default: 1 and all cores).")
  private List<Integer> threads = new ArrayList<>();

  @Option(
      names = "--turn",
      defaultValue = "0.3",
      description = "Seconds of one turn of one contender (default: ${DEFAULT-VALUE}).")
  private double turnSeconds;

  @Option(
      names = "--turns",
      defaultValue = "5",
      description = "Measured turns of each contender, after two to warm up (default: 5).")
  private int turns;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Appends the conditions and the rows to a file of JSON lines; in a folder, to"
              + " DATE-BENCHMARK-DEVICE.jsonl.")
  private @Nullable Path record;

  private boolean recordLost;

  @Option(
      names = "--format",
      defaultValue = "md",
      description = "md, csv or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.MD;

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description =
          "Compares with a stored run (--record or --format json): the ratio of times, now over"
              + " then, with its uncertainty; slower and faster beyond 2 deviations and 5 %% are"
              + " marked.")
  private @Nullable Path compare;

  @Option(
      names = "--fail-slower",
      paramLabel = "PERCENT",
      description = "With --compare: exit code 1 if a row is slower by more, beyond 2 deviations.")
  private @Nullable Double failSlower;

  /** Called by picocli. */
  BenchOptions() {}

  /** Output format. */
  Format format() {
    return format;
  }

  /** How contenders are timed. */
  Turns turns() {
    return new Turns(turnSeconds, turns);
  }

  /** Precisions to measure. */
  List<Precision> precisions() {
    return precisions.stream().map(this::precision).toList();
  }

  /** Numbers of host threads to measure. */
  List<Integer> threads() {
    int cores = Runtime.getRuntime().availableProcessors();
    if (!threads.isEmpty()) {
      return threads;
    }
    return cores == 1 ? List.of(1) : List.of(1, cores);
  }

  /** Our engines. */
  List<EngineContender> engines() {
    OptionalInt index = device == null ? OptionalInt.empty() : OptionalInt.of(device);
    return Contenders.engines(engines, index, threads());
  }

  /** The file of records, if one is asked for, with the conditions of this run. */
  Optional<RecordFile> recordFile(String name, List<EngineContender> contenders) {
    List<String> devices = contenders.stream().map(EngineContender::detail).toList();
    Optional<RecordFile> file =
        Optional.ofNullable(record)
            .map(
                path ->
                    RecordFile.in(
                        path,
                        name,
                        devices.isEmpty() ? "" : devices.getFirst(),
                        line -> {
                          recordLost = true;
                          tell(line);
                        }));
    file.ifPresent(
        lines ->
            lines.conditions(
                name,
                contenders.stream().map(EngineContender::device).distinct().toList(),
                command()));
    return file;
  }

  /** Whether a line of the record could not be written. */
  boolean recordLost() {
    return recordLost;
  }

  private static boolean writable(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return Files.exists(path)
        ? Files.isWritable(path)
        : parent != null && Files.isDirectory(parent) && Files.isWritable(parent);
  }

  private String command() {
    return spec.root().name()
        + spec.root().commandLine().getParseResult().originalArgs().stream()
            .map(argument -> " " + argument)
            .collect(Collectors.joining());
  }

  /**
   * Compares with the stored run, if one is asked for. The table goes after that of the rows, or,
   * where the rows are for programs, to the messages.
   *
   * @return the exit code
   */
  int compare(List<RecordedRow> rows) {
    if (compare == null) {
      return 0;
    }
    RecordedRun now =
        new RecordedRun(RecordFile.conditionsOf("comparison", List.of(), command()), rows);
    Comparison comparison = Comparison.of(rows, now, RecordReader.read(compare));
    String text = ComparisonTable.markdown(comparison, compare.toString());
    if (format == Format.MD) {
      print(text);
    } else {
      tell(text);
    }
    return failSlower != null && comparison.slowerBy(failSlower) ? 1 : 0;
  }

  /** Tells the user what is going on. */
  void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  /** Prints the result. */
  void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  /**
   * Checks the shared options.
   *
   * @throws ParameterException if one is out of range
   */
  void check() {
    precisions.forEach(this::precision);
    require(
        turns >= 1 && turnSeconds > 0 && threads.stream().allMatch(count -> count >= 1),
        "--turns, --turn and --threads must be positive");
    require(
        record == null || writable(record),
        "--record %s: expected a file or a folder that can be written".formatted(record));
    require(
        failSlower == null || (compare != null && failSlower >= 0),
        "--fail-slower PERCENT must be at least 0 and needs --compare FILE");
    if (compare != null) {
      try {
        RecordReader.read(compare);
      } catch (IllegalArgumentException e) {
        require(false, "--compare " + e.getMessage());
      } catch (UncheckedIOException e) {
        require(false, "--compare %s: the file cannot be read".formatted(compare));
      }
    }
  }

  /** Refuses a value with a message. */
  void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  /** Refuses options before the name of a benchmark, which would be lost. */
  void requireNoneBeforeTheName() {
    CommandLine parent = spec.commandLine().getParent();
    if (parent == null || parent.getParseResult() == null) {
      return;
    }
    for (OptionSpec option : parent.getParseResult().matchedOptions()) {
      require(
          option.inherited() || option.scopeType() == CommandLine.ScopeType.INHERIT,
          "%s must come after '%s'".formatted(option.longestName(), spec.name()));
    }
  }

  private Precision precision(String name) {
    try {
      return Precision.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(
          spec.commandLine(), "--precision %s: expected single or double".formatted(name));
    }
  }
}
