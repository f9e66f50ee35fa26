package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.bench.record.RecordedRow;
import org.lightpath.cli.bench.record.SummaryTable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All benchmarks in one table; the options that all share are handed on. */
abstract class BenchSuite implements Callable<Integer> {
  /** A short look: a few minutes on two cores. */
  static final List<Form> SHORT =
      List.of(
          new Form("fiber", "--samples=4096,65536"),
          new Form("fiber", "--case=B3s", "--precision=single", "--budget=10"),
          new Form("matmul", "--size=512,1024"),
          new Form("mesh", "--size=64,256"),
          new Form("model", "--model=mnist_cdcgan_generator"));

  /** What records are made of. */
  static final List<Form> FULL =
      List.of(
          new Form("fiber", "--samples=4096,65536,1048576", "--batch=1"),
          new Form("fiber", "--samples=4096", "--batch=16,1024"),
          new Form("fiber", "--case=all", "--budget=15"),
          new Form("matmul", "--size=197x192x192,256x512x512,512,1024,2048"),
          new Form("mesh", "--size=64,256,512,1024"),
          new Form("model", "--tier=S", "--precision=single"));

  private static final List<String> SHORT_TURNS = List.of("--turn=0.2", "--turns=3");
  private static final List<String> FULL_TURNS = List.of("--turn=0.2", "--turns=5");

  /** Options that concern the rows of all benchmarks together. */
  private static final Set<String> OWN = Set.of("--compare", "--fail-slower");

  private final List<Form> forms;
  private boolean recordLost;
  @Spec private CommandSpec spec;
  @Mixin private final BenchOptions options = new BenchOptions();

  @Mixin private final PeerOptions peerOptions = new PeerOptions();

  @Option(
      names = "--full",
      description =
          "More sizes, all named systems and models: what records are made of, some 20 minutes on"
              + " two cores.")
  private boolean full;

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      description = "Time for a size of a named system, and for a model that does not run whole.")
  private @Nullable Double budget;

  /**
   * One benchmark with its arguments.
   *
   * @param bench its name
   * @param arguments defaults, which options of the call replace
   */
  record Form(String bench, List<String> arguments) {
    /** Copies the list. */
    Form {
      arguments = List.copyOf(arguments);
    }

    Form(String bench, String... arguments) {
      this(bench, List.of(arguments));
    }
  }

  /**
   * A suite.
   *
   * @param forms the short form, in the order in which they run
   */
  BenchSuite(List<Form> forms) {
    this.forms = forms;
  }

  /** Where the commands of the single benchmarks are. */
  abstract CommandLine parent();

  /** This command. */
  final CommandSpec spec() {
    return spec;
  }

  /** Options given to this command. */
  final BenchOptions options() {
    return options;
  }

  @Override
  public Integer call() {
    options.check();
    options.require(budget == null || budget > 0, "--budget must be positive");
    List<RecordedRow> rows = new ArrayList<>();
    (full ? FULL : forms).forEach(form -> rows.addAll(run(form)));
    SummaryTable table = new SummaryTable(rows);
    options.print(
        switch (options.format()) {
          case MD -> table.markdown();
          case CSV -> table.csv();
          case JSON -> table.json();
        });
    int code = options.compare(rows);
    return recordLost ? ExitCode.FAILED : code;
  }

  private List<RecordedRow> run(Form form) {
    CommandLine command =
        Objects.requireNonNull(parent().getSubcommands().get(form.bench()), form.bench());
    List<String> given = handedOn(command);
    List<String> arguments = new ArrayList<>(given);
    Stream.concat(form.arguments().stream(), (full ? FULL_TURNS : SHORT_TURNS).stream())
        .filter(own -> given.stream().noneMatch(each -> each.startsWith(head(own))))
        .forEach(arguments::add);
    command.parseArgs(arguments.toArray(String[]::new));
    Benchmark<?, ?> benchmark = command.getCommand();
    List<RecordedRow> rows = measured(benchmark);
    recordLost |= benchmark.options().recordLost();
    return rows;
  }

  private static <R> List<RecordedRow> measured(Benchmark<R, ?> benchmark) {
    return benchmark.recorded(benchmark.rows());
  }

  /** Options of this call that the benchmark has too, but for those that are the suite's own. */
  private List<String> handedOn(CommandLine command) {
    Map<String, OptionSpec> known = command.getCommandSpec().optionsMap();
    List<String> arguments = new ArrayList<>();
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (known.containsKey(option.longestName())
          && !option.typeInfo().isBoolean()
          && !OWN.contains(option.longestName())) {
        option
            .originalStringValues()
            .forEach(value -> arguments.add(option.longestName() + "=" + value));
      }
    }
    if (peerOptions.withoutPeers() && known.containsKey("--no-peers")) {
      arguments.add("--no-peers");
    }
    return arguments;
  }

  private static String head(String argument) {
    return argument.substring(0, argument.indexOf('=') + 1);
  }
}
