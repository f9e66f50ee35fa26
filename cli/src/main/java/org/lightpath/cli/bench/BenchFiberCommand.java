package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lightpath.cli.bench.system.FiberSystem;
import org.lightpath.cli.bench.system.FiberSystems;
import org.lightpath.core.fft.SmoothLength;
import org.lightpath.core.field.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Split-step throughput, beside JTransforms and FFTW in the same run. */
@Command(
    name = "fiber",
    description = {
      "Measures split-step propagation on this machine.",
      "Time per step and per sample, the error against the double-precision reference, the share",
      "of the device's ceilings, and the same scheme written with JTransforms and FFTW (where gcc",
      "and libfftw3-dev are present). --case measures real systems in place of the synthetic step.",
      "All contenders take turns in one run; ratios are what to quote."
    },
    footer = {
      "",
      "Examples:",
      "  lightpath bench fiber --engine all --model scalar,manakov",
      "  lightpath bench fiber --case list",
      "  lightpath bench fiber --case B1,B3s --precision single --budget 20"
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
      names = "--case",
      split = ",",
      paramLabel = "NAME",
      description =
          "Real systems in place of the synthetic step: names, all, or list to see them. --samples"
              + " and --batch then choose among their sizes.")
  private List<String> cases = List.of();

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description =
          "Time for one size of a --case in one precision; what does not fit is reduced to its"
              + " first steps, which is told (default: ${DEFAULT-VALUE}).")
  private double budget;

  @Spec private CommandSpec spec;

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
    options().require(budget > 0, "--budget must be positive");
    if (!cases.isEmpty()) {
      checkCases();
    }
  }

  @Override
  boolean isAnswered() {
    if (cases.stream().anyMatch(name -> name.equalsIgnoreCase("list"))) {
      options().print(FiberSystems.list());
      return true;
    }
    return false;
  }

  private void checkCases() {
    for (String name : cases) {
      options()
          .require(
              name.equalsIgnoreCase(Contenders.ALL) || FiberSystems.named(name).isPresent(),
              "--case %s: expected list, all or some of %s".formatted(name, FiberSystems.names()));
    }
    for (String option : List.of("--steps", "--model")) {
      options()
          .require(!given(option), option + " is for the synthetic step; a --case has its own");
    }
    options()
        .require(
            systems().stream().anyMatch(system -> !sizes(system).isEmpty()),
            "none of the sizes of --case %s has these --samples and --batch; --case list shows them"
                .formatted(String.join(",", cases)));
  }

  private boolean given(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private List<FiberSystem> systems() {
    return cases.stream().anyMatch(name -> name.equalsIgnoreCase(Contenders.ALL))
        ? FiberSystems.all()
        : cases.stream().flatMap(name -> FiberSystems.named(name).stream()).distinct().toList();
  }

  private List<FiberSystem.Size> sizes(FiberSystem system) {
    return system.sizes().stream()
        .filter(size -> !given("--samples") || samples.contains(size.samples()))
        .filter(size -> !given("--batch") || batches.contains(size.batch()))
        .toList();
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
    if (!cases.isEmpty()) {
      measureSystems(contenders, measured);
      return;
    }
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

  private void measureSystems(List<FieldContender> contenders, Consumer<List<FiberRow>> measured) {
    SystemBench bench = new SystemBench(contenders, options().turns(), budget, options()::tell);
    for (FiberSystem system : systems()) {
      for (FiberSystem.Size size : sizes(system)) {
        for (Precision precision : options().precisions()) {
          measured.accept(bench.measure(system, size, precision));
        }
      }
    }
  }
}
