package org.lightpath.cli.command;

import java.io.PrintStream;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.experiment.InvalidExperimentException;
import org.lightpath.cli.run.RunFailedException;
import org.lightpath.cli.run.UsageException;
import org.lightpath.core.engine.DeviceFailedException;
import org.lightpath.core.engine.EngineUnavailableException;
import org.lightpath.core.engine.StepLimitException;
import org.lightpath.core.engine.UnsupportedPlanException;
import org.lightpath.fiber.DivergedException;

/** Turns exceptions into one paragraph on stderr and an exit code. */
public final class Failure {
  private Failure() {}

  /**
   * Tells of a failure.
   *
   * @param debug whether to print the stack trace
   * @return the exit code
   */
  public static int report(Throwable failure, boolean debug, PrintStream err) {
    if (debug) {
      failure.printStackTrace(err);
    }
    return switch (failure) {
      case InvalidExperimentException e -> {
        err.println(e.getMessage());
        yield ExitCode.INVALID;
      }
      case EngineUnavailableException e -> tell(e, ExitCode.UNAVAILABLE, err);
      case UnsupportedPlanException e -> tell(e, ExitCode.UNAVAILABLE, err);
      case UsageException e -> tell(e, ExitCode.INVALID, err);
      case StackOverflowError _ -> {
        err.println("lightpath: error: the input is nested too deeply to be an experiment");
        yield ExitCode.INVALID;
      }
      case OutOfMemoryError e -> {
        err.println("lightpath: error: out of memory (%s)".formatted(e.getMessage()));
        yield ExitCode.FAILED;
      }
      case RunFailedException e -> tell(e, ExitCode.FAILED, err);
      case DeviceFailedException e -> tell(e, ExitCode.FAILED, err);
      case DivergedException e -> tell(e, ExitCode.FAILED, err);
      case StepLimitException e -> tell(e, ExitCode.FAILED, err);
      default -> {
        err.println(
            "lightpath: internal error: %s; run again with --debug and report the stack trace"
                .formatted(failure));
        yield ExitCode.FAILED;
      }
    };
  }

  private static int tell(Throwable failure, int code, PrintStream err) {
    err.println("lightpath: error: " + failure.getMessage());
    return code;
  }
}
