package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lightpath.core.fft.SmoothLength;
import org.lightpath.core.field.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Split-step throughput, beside JTransforms and FFTW in the same run. */
@Command(
    name = "fiber",
    description = {
      "Measures split-step propagation on this machine.",
      "Time per step and per sample, the error against the double-precision reference, the share",
      "of the device's ceilings, and the same scheme written with JTransforms and FFTW (where gcc",
      "and libfftw3-dev are present).",
      "All contenders take turns in one run; ratios are what to quote."
    },
    mixinStandardHelpOptions = true)
public final class BenchFiberCommand extends Benchmark<FiberRow, FieldContender> {
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
      names = "--steps",
      defaultValue = "0",
      description = "Steps of one run (default: 10 to 400, fewer for larger cases).")
  private int steps;

  @Mixin private final PeerOptions peerOptions = new PeerOptions();

  /** Called by picocli. */
  public BenchFiberCommand() {}

  @Override
  String name() {
    return "fiber";
  }

  @Override
  Table<FiberRow> table() {
    return new FiberTable();
  }

  @Override
  void check() {
    peerOptions.check(options());
    for (int n : samples) {
      options()
          .require(
              SmoothLength.isSmooth(n),
              "--samples %d: expected 2^a·3^b·5^c·7^d; the nearest are %d and %d"
                  .formatted(n, SmoothLength.floor(n), SmoothLength.ceil(n)));
    }
    options()
        .require(
            steps >= 0 && batches.stream().allMatch(batch -> batch >= 1),
            "--steps and --batch must be positive");
  }

  @Override
  List<FieldContender> peers(List<EngineContender> engines) {
    return Contenders.fieldPeers(
        peerOptions.choice(),
        ScriptPeers.Place.beside(engines, options().threads(), options().turns()),
        options()::tell);
  }

  @Override
  void measure(
      List<EngineContender> engines,
      List<FieldContender> peers,
      Consumer<List<FiberRow>> measured) {
    List<FieldContender> contenders = new ArrayList<>(engines);
    contenders.addAll(peers);
    FiberBench bench = new FiberBench(contenders, options().turns(), steps, options()::tell);
    for (StepModel model : models) {
      for (Precision precision : options().precisions()) {
        for (int n : samples) {
          for (int batch : batches) {
            measured.accept(bench.measure(new StepCase(model, n, batch, precision)));
          }
        }
      }
    }
  }
}
