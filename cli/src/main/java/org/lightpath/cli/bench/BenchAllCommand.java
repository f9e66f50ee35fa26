package org.lightpath.cli.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All benchmarks, by name. */
@Command(
    name = "all",
    description = {
      "Measures fibre, products, meshes and models and shows all in one table, each row with its",
      "error, its share of the roofline and the fastest peer of the same run: a few minutes, or",
      "some 20 with --full. JSON rows hold the columns of their benchmark too."
    },
    footer = {
      "",
      "Examples:",
      "  lightpath bench all --engine all --format csv",
      "  lightpath bench all --full --engine all --record benchmarks/records",
      "  lightpath bench all --compare benchmarks/records/FILE.jsonl --fail-slower 20"
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
