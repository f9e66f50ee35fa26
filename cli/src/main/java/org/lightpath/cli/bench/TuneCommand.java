package org.lightpath.cli.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.ExitCode;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.EngineProvider;
import org.lightpath.core.engine.Engines;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.core.field.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures launch geometries once for a device, and stores what was best. */
@Command(
    name = "tune",
    description = {
      "Measures how to launch kernels on a device, once; later runs take what was best.",
      "Results do not change: only launches that give the same bytes are compared. Choices are kept",
      "by device, driver and kernels in $XDG_CACHE_HOME/lightpath/tuning (or ~/.cache). Runs measure",
      "nothing by themselves; with LIGHTPATH_TUNING=measure they measure what is missing, at most 2 s",
      "for each kind of plan; with LIGHTPATH_TUNING=off they take the planned launches."
    },
    mixinStandardHelpOptions = true)
public final class TuneCommand implements Callable<Integer> {
  private static final int STEPS = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = "--engine",
      defaultValue = "opencl",
      description = "Engine (default: ${DEFAULT-VALUE}).")
  private String engine = "opencl";

  @Option(
      names = "--device",
      defaultValue = "0",
      description = "Device of the engine (default: ${DEFAULT-VALUE}).")
  private int device;

  @Option(
      names = "--precision",
      split = ",",
      defaultValue = "single",
      description = "Precisions: single, double (default: ${DEFAULT-VALUE}).")
  private List<Precision> precisions = List.of();

  @Option(
      names = "--size",
      split = ",",
      defaultValue = "256,512,1024,2048",
      description = "Square products (default: ${DEFAULT-VALUE}); 0 for none.")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--effect",
      split = ",",
      defaultValue = "noiseless,receiver,product,full",
      description = "Effects of products, as of `bench matmul` (default: ${DEFAULT-VALUE}).")
  private List<ProductEffect> effects = List.of();

  @Option(
      names = "--samples",
      split = ",",
      defaultValue = "4096,65536,1048576",
      description = "Samples of fields (default: ${DEFAULT-VALUE}); 0 for none.")
  private List<Integer> samples = List.of();

  @Option(
      names = "--batch",
      split = ",",
      defaultValue = "1,16",
      description = "Fields of a batch (default: ${DEFAULT-VALUE}).")
  private List<Integer> batches = List.of();

  @Option(
      names = "--model",
      split = ",",
      defaultValue = "scalar,manakov",
      description = "Models of fields, as of `bench fiber` (default: ${DEFAULT-VALUE}).")
  private List<StepModel> models = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "Most time for each kind of plan [s] (default: ${DEFAULT-VALUE}).")
  private double seconds;

  /** Called by picocli. */
  public TuneCommand() {}

  @Override
  public Integer call() {
    check();
    EngineProvider provider = Engines.choose(engine);
    String before = System.getProperty("lightpath.tuning");
    System.setProperty("lightpath.tuning", "renew");
    System.setProperty("lightpath.tuning.seconds", String.valueOf(seconds));
    try (Engine open = provider.open(new EngineOptions(List.of(device), 0))) {
      for (Precision precision : precisions) {
        products(open, precision);
        fields(open, precision);
      }
    } finally {
      restore(before);
    }
    PrintWriter out = spec.commandLine().getOut();
    List<String> tuned = provider.tuned();
    if (tuned.isEmpty()) {
      out.printf("engine '%s': nothing was measured to choose between%n", provider.name());
    }
    tuned.forEach(out::println);
    provider.devices().stream()
        .filter(each -> each.index() == device)
        .forEach(each -> each.notes().forEach(note -> out.println("  " + note)));
    out.flush();
    return ExitCode.DONE;
  }

  private static void restore(@Nullable String before) {
    System.clearProperty("lightpath.tuning.seconds");
    if (before == null) {
      System.clearProperty("lightpath.tuning");
    } else {
      System.setProperty("lightpath.tuning", before);
    }
  }

  private void check() {
    if (seconds <= 0
        || device < 0
        || sizes.stream().anyMatch(n -> n < 0)
        || samples.stream().anyMatch(n -> n < 0)
        || batches.stream().anyMatch(n -> n < 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--seconds and --batch must be positive, sizes and samples at least 0");
    }
  }

  private void products(Engine open, Precision precision) {
    for (int size : sizes) {
      for (ProductEffect effect : effects) {
        if (size > 0 && effect.isPlan()) {
          ProductCase given = new ProductCase(1, size, size, size, precision);
          String what = "%s products of %d, %s".formatted(effect, size, precision);
          prepare(what, () -> open.compile(effect.plan(given)).close());
        }
      }
    }
  }

  private void fields(Engine open, Precision precision) {
    for (int n : samples) {
      for (StepModel model : models) {
        for (int batch : batches) {
          if (n > 0) {
            StepCase given = new StepCase(model, n, batch, precision);
            String what = "%d %s fields of %d, %s".formatted(batch, model, n, precision);
            prepare(what, () -> open.compile(given.plan(STEPS)).close());
          }
        }
      }
    }
  }

  private void prepare(String what, Runnable compile) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(Locale.ROOT, "tuning %s%n", what.toLowerCase(Locale.ROOT));
    err.flush();
    try {
      compile.run();
    } catch (UnsupportedPlanException e) {
      err.println("  left out: " + e.getMessage());
    }
  }
}
