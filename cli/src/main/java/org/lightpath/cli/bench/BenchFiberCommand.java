package org.lightpath.cli.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;
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
      "Measures split-step propagation on this machine: time per step and per sample, the error",
      "against the double-precision reference, the share of the measured ceilings, and the same",
      "scheme written with JTransforms and FFTW (where gcc and libfftw3-dev are present).",
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
      defaultValue = Engines.AUTO,
      description = "Engine to measure (default: ${DEFAULT-VALUE}).")
  private String engine = Engines.AUTO;

  @Option(
      names = "--device",
      defaultValue = "0",
      description = "Device of the engine (default: ${DEFAULT-VALUE}).")
  private int device;

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
      description = "Host threads of the engine (default: 1 and all cores).")
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
    PrintWriter err = spec.commandLine().getErr();
    List<Contender> contenders = contenders(err);
    List<BenchRow> rows = new ArrayList<>();
    try {
      FiberBench bench =
          new FiberBench(
              contenders,
              turnSeconds,
              turns,
              line -> {
                err.println(line);
                err.flush();
              });
      for (String precision : precisions) {
        for (int n : samples) {
          for (int batch : batches) {
            rows.addAll(bench.measure(new StepCase(n, batch, precision(precision))));
          }
        }
      }
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

  private List<Contender> contenders(PrintWriter err) {
    EngineProvider provider = Engines.choose(engine);
    int cores = Runtime.getRuntime().availableProcessors();
    if (threads.isEmpty()) {
      threads = cores == 1 ? List.of(1) : List.of(1, cores);
    }
    List<Contender> contenders = new ArrayList<>();
    for (int count : threads) {
      contenders.add(new EngineContender(provider, new EngineOptions(device, count)));
    }
    if (!withoutPeers) {
      contenders.add(new JTransformsContender());
      FftwContender.build(err::println).ifPresent(contenders::add);
    }
    return contenders;
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
    if (turns < 1 || !(turnSeconds > 0) || batches.stream().anyMatch(batch -> batch < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--turns, --turn and --batch must be positive");
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
