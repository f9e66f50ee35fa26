package org.lightpath.cli.bench;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Benchmarks; without a name all of them. */
@Command(
    name = "bench",
    description = {
      "Measures throughput on this machine.",
      "Without a name: all benchmarks in a short form, in one table."
    },
    subcommands = {
      BenchFiberCommand.class,
      BenchMatmulCommand.class,
      BenchMeshCommand.class,
      BenchModelCommand.class,
      BenchAllCommand.class,
      BenchPageCommand.class
    },
    synopsisSubcommandLabel = "[COMMAND]",
    mixinStandardHelpOptions = true)
public final class BenchCommand extends BenchSuite {
  /** Called by picocli. */
  public BenchCommand() {
    this(SHORT);
  }

  /** With arguments of one's own for each benchmark. */
  BenchCommand(List<Form> forms) {
    super(forms);
  }

  @Override
  CommandLine parent() {
    return spec().commandLine();
  }
}
