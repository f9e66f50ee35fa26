package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** All benchmarks, each in a short form; the options that all share are handed on. */
abstract class BenchSuite implements Callable<Integer> {
  /** Arguments of the short form of each benchmark. */
  static final Map<String, List<String>> SHORT = shortForms();

  private static final List<String> SHORT_TURNS = List.of("--turn=0.2", "--turns=3");

  private final Map<String, List<String>> forms;
  @Spec private CommandSpec spec;
  @Mixin private final BenchOptions options = new BenchOptions();

  @Mixin private final PeerOptions peerOptions = new PeerOptions();

  /**
   * A suite.
   *
   * @param forms arguments for each benchmark, in the order in which they run
   */
  BenchSuite(Map<String, List<String>> forms) {
    this.forms = forms;
  }

  private static Map<String, List<String>> shortForms() {
    Map<String, List<String>> forms = new LinkedHashMap<>();
    forms.put("fiber", List.of("--samples=4096,65536"));
    forms.put("matmul", List.of("--size=512,1024"));
    forms.put("mesh", List.of("--size=64,256"));
    forms.put("model", List.of("--model=mnist_cdcgan_generator"));
    return forms;
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
    List<String> parts = new ArrayList<>();
    forms.forEach((name, sizes) -> parts.add(run(name, sizes)));
    options.print(
        options.format() == BenchOptions.Format.JSON
            ? Columns.jsonArray(parts.stream().flatMap(String::lines))
            : String.join("\n", parts));
    return 0;
  }

  private String run(String name, List<String> sizes) {
    CommandLine command = Objects.requireNonNull(parent().getSubcommands().get(name), name);
    command.parseArgs(Stream.concat(sizes.stream(), handedOn(command)).toArray(String[]::new));
    Benchmark<?, ?> benchmark = command.getCommand();
    return part(benchmark);
  }

  private <R> String part(Benchmark<R, ?> benchmark) {
    List<R> rows = benchmark.rows();
    Columns<R> columns = benchmark.table().columns();
    return switch (options.format()) {
      case MD -> "## " + benchmark.name() + "\n\n" + benchmark.table().markdown(rows);
      case CSV -> columns.csv(rows);
      case JSON ->
          String.join(
              "\n",
              rows.stream()
                  .map(
                      row ->
                          "{\"bench\": \"%s\", ".formatted(benchmark.name())
                              + columns.jsonObject(row).substring(1))
                  .toList());
    };
  }

  /** Options of this call that the benchmark has too; short turns where none are asked for. */
  private Stream<String> handedOn(CommandLine command) {
    Map<String, OptionSpec> known = command.getCommandSpec().optionsMap();
    List<String> arguments = new ArrayList<>();
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (known.containsKey(option.longestName()) && !option.typeInfo().isBoolean()) {
        option
            .originalStringValues()
            .forEach(value -> arguments.add(option.longestName() + "=" + value));
      }
    }
    if (peerOptions.withoutPeers() && known.containsKey("--no-peers")) {
      arguments.add("--no-peers");
    }
    SHORT_TURNS.stream()
        .filter(turn -> arguments.stream().noneMatch(a -> a.startsWith(head(turn))))
        .forEach(arguments::add);
    return arguments.stream();
  }

  private static String head(String argument) {
    return argument.substring(0, argument.indexOf('=') + 1);
  }
}
