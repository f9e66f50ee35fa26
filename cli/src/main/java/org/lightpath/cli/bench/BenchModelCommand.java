package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.model.NamedModel;
import org.lightpath.core.field.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Throughput of whole models, digitally and by light. */
@Command(
    name = "model",
    description = {
      "Measures whole models on this machine, digitally and with their products by light.",
      "digital: C = AB; ideal: the way of a product on light with every effect off; behavioural: a",
      "fixed homodyne core (8-bit modulators and readouts, 256 symbols a readout) behind two links.",
      "The figure to quote is the cost of light: the time over that of the digital level of the same",
      "engine. Architectures with random weights that are too large run each distinct product alone."
    },
    footer = {
      "",
      "Examples:",
      "  lightpath bench model --model mnist_cdcgan_generator,shakespeare_gpt --precision single",
      "  lightpath bench model --model stable_diffusion_unet --batch 1 --budget 120",
      "  lightpath bench model --tier M --batch 1 --precision single"
    },
    mixinStandardHelpOptions = true)
public final class BenchModelCommand extends Benchmark<ModelRow, EngineContender> {
  @Option(
      names = "--model",
      split = ",",
      defaultValue = "mnist_cdcgan_generator,mnist_classifier,shakespeare_gpt",
      description =
          "Shipped models, architectures with random weights, or ONNX files (default:"
              + " ${DEFAULT-VALUE}).")
  private List<String> models = List.of();

  @Option(
      names = "--tier",
      description =
          "In place of --model: S, the shipped models with their weights; M, dcgan64, ddpm_cifar10"
              + " and gpt2; L, stylegan2_1024, stable_diffusion_unet and llama3_8b.")
  private @Nullable ModelTier tier;

  @Option(
      names = "--batch",
      split = ",",
      defaultValue = "16",
      description = "Samples of a run (default: ${DEFAULT-VALUE}).")
  private List<Integer> batches = List.of();

  @Option(
      names = "--level",
      split = ",",
      defaultValue = "digital,behavioural",
      description = "Levels: digital, ideal, behavioural (default: ${DEFAULT-VALUE}).")
  private List<FidelityLevel> levels = List.of();

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "Time for an architecture that does not run whole: each distinct product is timed at"
              + " least once, then again until this is spent (default: ${DEFAULT-VALUE}).")
  private double budget;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public BenchModelCommand() {}

  @Override
  String name() {
    return "model";
  }

  @Override
  Table<ModelRow> table() {
    return new ModelTable();
  }

  @Override
  void check() {
    options()
        .require(
            batches.stream().allMatch(batch -> batch >= 1) && budget > 0,
            "--batch and --budget must be positive");
    options()
        .require(
            tier == null || !spec.commandLine().getParseResult().hasMatchedOption("--model"),
            "--tier and --model exclude each other");
    for (String model : models()) {
      try {
        NamedModel.check(model);
      } catch (IllegalArgumentException e) {
        options().require(false, "--model " + e.getMessage());
      }
    }
  }

  private List<String> models() {
    return tier == null ? models : tier.models();
  }

  @Override
  List<EngineContender> peers(List<EngineContender> engines) {
    return List.of();
  }

  @Override
  void measure(
      List<EngineContender> engines,
      List<EngineContender> peers,
      Consumer<List<ModelRow>> measured) {
    List<FidelityLevel> all = new ArrayList<>(levels);
    if (!all.contains(FidelityLevel.DIGITAL)) {
      all.addFirst(FidelityLevel.DIGITAL);
    }
    ModelBench bench =
        new ModelBench(
            engines, all, new ModelBench.Pace(options().turns(), budget), options()::tell);
    for (String name : models()) {
      try (NamedModel model = NamedModel.open(name, ModelCase.SEED)) {
        for (Precision precision : options().precisions()) {
          for (int batch : batches) {
            measured.accept(bench.measure(new ModelCase(model, batch, precision)));
          }
        }
      }
    }
  }
}
