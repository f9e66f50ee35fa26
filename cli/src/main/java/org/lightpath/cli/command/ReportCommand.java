package org.lightpath.cli.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.kind.FolderReport;
import org.lightpath.cli.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Renders a report again. */
@Command(
    name = "report",
    description = "Renders the report.html of a run folder again, from the files in it.",
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Run folder.")
  private @Nullable Path folder;

  /** Creates the command. */
  public ReportCommand() {}

  @Override
  public Integer call() {
    RunFolder run = RunFolder.open(Objects.requireNonNull(folder));
    System.out.println(new FolderReport(run).write(System.err::println));
    return ExitCode.DONE;
  }
}
