package org.lightpath.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.lightpath.cli.bench.BenchCommand;
import org.lightpath.cli.bench.TuneCommand;
import org.lightpath.cli.command.DevicesCommand;
import org.lightpath.cli.command.Failure;
import org.lightpath.cli.command.ModelCommand;
import org.lightpath.cli.command.PresetsCommand;
import org.lightpath.cli.command.ReportCommand;
import org.lightpath.cli.command.RunCommand;
import org.lightpath.cli.command.SchemaCommand;
import org.lightpath.cli.command.ValidateCommand;
import org.lightpath.cli.run.JdkCheck;
import org.lightpath.cli.run.Provenance;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code lightpath} command. */
@Command(
    name = "lightpath",
    description = {
      "Solves what light carrying numbers goes through: fibres, amplifiers, receivers.",
      "Exit codes: 0 done, 1 the run failed, 2 bad usage or invalid experiment,",
      "3 engine or device not available, 130 interrupted after a checkpoint."
    },
    subcommands = {
      RunCommand.class,
      ValidateCommand.class,
      SchemaCommand.class,
      DevicesCommand.class,
      PresetsCommand.class,
      ReportCommand.class,
      BenchCommand.class,
      TuneCommand.class,
      ModelCommand.class
    },
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true)
public final class Main {
  /** Arrow tells of its allocators at level INFO; held here, because loggers are weakly held. */
  private static final Logger ARROW = Logger.getLogger("org.apache.arrow");

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Prints the stack trace of an error.")
  private boolean debug;

  /** Creates the command. */
  public Main() {}

  /** Says which version this is. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "lightpath %s (%s), %s"
            .formatted(Provenance.version(), Provenance.gitCommit(), Provenance.jdk())
      };
    }
  }

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Units such as µm and √W must come out whole whatever the locale of a batch system is.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    Optional<String> refusal = JdkCheck.refusal(Runtime.version());
    if (refusal.isPresent()) {
      System.err.println("lightpath: error: " + refusal.get());
      System.exit(ExitCode.FAILED);
    }
    System.exit(execute(arguments));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Runs the command line. */
  public static int execute(String... arguments) {
    ARROW.setLevel(Level.WARNING);
    Main root = new Main();
    try {
      return commandLine(root).execute(arguments);
    } catch (Error e) {
      // picocli hands exceptions to the handler, but not errors such as a stack overflow.
      return Failure.report(e, root.debug, System.err);
    }
  }

  private static CommandLine commandLine(Main root) {
    return new CommandLine(root)
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, _, _) -> Failure.report(failure, root.debug, System.err))
        .setParameterExceptionHandler((failure, _) -> usage(failure));
  }

  private static int usage(CommandLine.ParameterException failure) {
    PrintWriter err = failure.getCommandLine().getErr();
    err.println("lightpath: error: " + failure.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.printf("See '%s --help'.%n", failure.getCommandLine().getCommandSpec().qualifiedName());
    err.flush();
    return ExitCode.INVALID;
  }
}
