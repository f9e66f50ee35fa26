package org.lightpath.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.experiment.InvalidExperimentException;
import org.lightpath.cli.kind.ExperimentFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks experiment files. */
@Command(
    name = "validate",
    description = "Checks experiment files against the schema and the physics; runs nothing.",
    mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {
  @Mixin private ExperimentOptions options = new ExperimentOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Experiment files.")
  private List<Path> files = List.of();

  /** Creates the command. */
  public ValidateCommand() {}

  @Override
  public Integer call() {
    int code = ExitCode.DONE;
    for (Path file : files) {
      try {
        ExperimentFile experiment = ExperimentFile.load(file, options.replacements());
        experiment.problems().warnings().forEach(one -> System.err.println(one.render()));
        System.out.println(file + ": valid, kind " + experiment.kind().name());
      } catch (InvalidExperimentException e) {
        System.err.println(e.getMessage());
        code = ExitCode.INVALID;
      }
    }
    return code;
  }
}
