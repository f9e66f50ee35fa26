package org.lightpath.cli.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.fft.SmoothLength;
import org.lightpath.core.field.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Split-step throughput, beside JTransforms and FFTW in the same run. */
@Command(
    name = "fiber",
    aliases = "all",
    description = {
      "Measures split-step propagation on this machine.",
      "Time per step and per sample, the error against the double-precision reference, the share",
      "of the device's ceilings, and the same scheme written with JTransforms and FFTW (where gcc",
      "and libfftw3-dev are present).",
      "All contenders take turns in one run; ratios are what to quote."
    },
    mixinStandardHelpOptions = true)
public final class BenchFiberCommand implements Callable<Integer> {
  /** Output formats. */
  enum Format {
    MD,
    CSV,
    JSON
  }

  @Spec private CommandSpec spec;

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
      names = "--model",
      split = ",",
      defaultValue = "scalar",
      description =
          "scalar (one polarisation), manakov (two that turn together) (default: ${DEFAULT-VALUE}).")
  private List<StepModel> models = List.of();

  @Option(
      names = "--samples",
      split = ",",
      defaultValue = "4096,65536,1048576",
      description = "Samples N of a field (default: ${DEFAULT-VALUE}).")
  private List<Integer> samples = List.of();

  @Option(
      names = "--batch",
      split = ",",
      defaultValue = "1,16",
      description = "Fields of a batch (default: ${DEFAULT-VALUE}).")
  private List<Integer> batches = List.of();

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
      names = "--steps",
      defaultValue = "0",
      description = "Steps of one run (default: 10 to 400, fewer for larger cases).")
  private int steps;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Appends the conditions and the rows to a file of JSON lines.")
  private @Nullable Path record;

  @Option(names = "--no-peers", description = "Leave JTransforms and FFTW out.")
  private boolean withoutPeers;

  @Option(
      names = "--format",
      defaultValue = "md",
      description = "md, csv or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.MD;

  /** Called by picocli. */
  public BenchFiberCommand() {}

  @Override
  public Integer call() {
    check();
    PrintWriter out = spec.commandLine().getOut();
    List<EngineContender> engineContenders = engineContenders();
    List<Contender> contenders = new ArrayList<>(engineContenders);
    if (!withoutPeers) {
      contenders.addAll(Contenders.peers(this::tell));
    }
    List<BenchRow> rows;
    try {
      rows = measure(contenders, recordFile(engineContenders));
    } finally {
      contenders.forEach(Contender::close);
    }
    out.print(
        switch (format) {
          case MD -> BenchTable.markdown(rows);
          case CSV -> BenchTable.csv(rows);
          case JSON -> BenchTable.json(rows);
        });
    out.flush();
    return 0;
  }

  private List<EngineContender> engineContenders() {
    int cores = Runtime.getRuntime().availableProcessors();
    if (threads.isEmpty()) {
      threads = cores == 1 ? List.of(1) : List.of(1, cores);
    }
    OptionalInt index = device == null ? OptionalInt.empty() : OptionalInt.of(device);
    return Contenders.engines(engines, index, threads);
  }

  private Optional<RecordFile> recordFile(List<EngineContender> contenders) {
    Optional<RecordFile> file = Optional.ofNullable(record).map(RecordFile::new);
    String command =
        spec.root().name()
            + spec.commandLine().getParseResult().originalArgs().stream()
                .map(argument -> " " + argument)
                .collect(Collectors.joining());
    file.ifPresent(
        lines ->
            lines.conditions(
                contenders.stream().map(EngineContender::device).distinct().toList(), command));
    return file;
  }

  private List<BenchRow> measure(List<Contender> contenders, Optional<RecordFile> file) {
    FiberBench bench = new FiberBench(contenders, turnSeconds, turns, steps, this::tell);
    List<BenchRow> rows = new ArrayList<>();
    for (StepModel model : models) {
      for (String precision : precisions) {
        for (int n : samples) {
          for (int batch : batches) {
            List<BenchRow> measured =
                bench.measure(new StepCase(model, n, batch, precision(precision)));
            file.ifPresent(lines -> lines.rows(measured));
            rows.addAll(measured);
          }
        }
      }
    }
    return rows;
  }

  private void tell(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private void check() {
    for (int n : samples) {
      if (!SmoothLength.isSmooth(n)) {
        throw new ParameterException(
            spec.commandLine(),
            "--samples %d: expected 2^a·3^b·5^c·7^d; the nearest are %d and %d"
                .formatted(n, SmoothLength.floor(n), SmoothLength.ceil(n)));
      }
    }
    precisions.forEach(this::precision);
    if (turns < 1
        || steps < 0
        || !(turnSeconds > 0)
        || batches.stream().anyMatch(batch -> batch < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--turns, --turn, --steps and --batch must be positive");
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
