package org.lightpath.cli.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All benchmarks, by name. */
@Command(
    name = "all",
    description = {
      "Measures fibre, products, meshes and a model, each in a short form: a few minutes in all.",
      "JSON is one array whose rows name their benchmark."
    },
    mixinStandardHelpOptions = true)
public final class BenchAllCommand extends BenchSuite {
  /** Called by picocli. */
  public BenchAllCommand() {
    super(SHORT);
  }

  @Override
  CommandLine parent() {
    return spec().commandLine().getParent();
  }

  @Override
  public Integer call() {
    options().requireNoneBeforeTheName();
    return super.call();
  }
}
