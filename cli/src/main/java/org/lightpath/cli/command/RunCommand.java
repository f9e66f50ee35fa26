package org.lightpath.cli.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.experiment.Problem;
import org.lightpath.cli.experiment.Values;
import org.lightpath.cli.kind.CommonKeys;
import org.lightpath.cli.kind.DryRun;
import org.lightpath.cli.kind.ExperimentFile;
import org.lightpath.cli.kind.RunSession;
import org.lightpath.cli.run.UsageException;
import org.lightpath.core.engine.Engine;
import org.lightpath.core.engine.EngineOptions;
import org.lightpath.core.engine.Engines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one experiment file. */
@Command(
    name = "run",
    description = {
      "Runs one experiment file and writes a run folder with results and report.",
      "A link that is interrupted (Ctrl-C, SIGTERM) writes a checkpoint after the span it is in;",
      "--resume goes on from there and ends with the same bytes."
    },
    footer = {
      "",
      "Examples:",
      "  lightpath run examples/wdm-link.yaml",
      "  lightpath run examples/soliton.yaml --set pulse.solitonOrder=1.5 --out runs/n1.5",
      "  lightpath run examples/wdm-link.yaml --precision single --dry-run"
    },
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private ExperimentOptions options = new ExperimentOptions();

  @Parameters(paramLabel = "FILE", description = "Experiment file (YAML or JSON).")
  private @Nullable Path file;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Run folder (default: runs/<name>-<time>-<hash>).")
  private @Nullable Path folder;

  @Option(
      names = "--resume",
      description = "Continues the unfinished run in --out, or the newest one of this experiment.")
  private boolean resume;

  @Option(
      names = "--dry-run",
      description = "Prints what a run would do, its memory and its time; writes nothing.")
  private boolean dryRun;

  /** Creates the command. */
  public RunCommand() {}

  @Override
  public Integer call() {
    ExperimentFile experiment =
        ExperimentFile.load(Objects.requireNonNull(file), options.replacements());
    for (Problem warning : experiment.problems().warnings()) {
      System.err.println(warning.render());
    }
    try (Engine engine = open(experiment.values())) {
      if (dryRun) {
        new DryRun(experiment, engine).print(System.out);
        return ExitCode.DONE;
      }
      RunSession.Options how =
          new RunSession.Options(Optional.ofNullable(folder), resume, commandLine());
      return new RunSession(experiment, how, System.out, Clock.systemUTC()).run(engine);
    }
  }

  private static Engine open(Values values) {
    List<Integer> devices = values.get(CommonKeys.DEVICE).stream().map(Math::toIntExact).toList();
    if (devices.stream().distinct().count() != devices.size()) {
      throw new UsageException("device: %s names a device twice".formatted(devices));
    }
    return Engines.open(
        values.get(CommonKeys.ENGINE),
        new EngineOptions(devices, Math.toIntExact(values.get(CommonKeys.THREADS))));
  }

  private String commandLine() {
    List<String> arguments =
        Objects.requireNonNull(spec).root().commandLine().getParseResult().originalArgs();
    return "lightpath " + String.join(" ", arguments);
  }
}
