package org.lightpath.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lightpath.cli.ExitCode;
import org.lightpath.cli.bench.record.RecordReader;
import org.lightpath.cli.bench.record.RecordedRow;
import picocli.CommandLine.Mixin;

/**
 * A benchmark: measures contenders in cases, records the rows of each case as soon as they are
 * there, and prints all of them.
 *
 * @param <R> a row
 * @param <P> a peer
 */
abstract class Benchmark<R, P extends Contender> implements Callable<Integer> {
  @Mixin private final BenchOptions options = new BenchOptions();

  /** The shared options. */
  final BenchOptions options() {
    return options;
  }

  /** Name on the command line and in records. */
  abstract String name();

  /** How rows are printed. */
  abstract Table<R> table();

  /** Answers what needs no measurement, such as a list of cases; whether that was all. */
  boolean isAnswered() {
    return false;
  }

  /** Checks the options of this benchmark. */
  abstract void check();

  /**
   * Who takes part beside the engines.
   *
   * @param engines ours
   */
  abstract List<P> peers(List<EngineContender> engines);

  /**
   * Measures all cases.
   *
   * @param engines ours
   * @param peers those of {@link #peers}
   * @param measured told the rows of each case
   */
  abstract void measure(List<EngineContender> engines, List<P> peers, Consumer<List<R>> measured);

  @Override
  public final Integer call() {
    options.requireNoneBeforeTheName();
    if (isAnswered()) {
      return 0;
    }
    List<R> rows = rows();
    options.print(
        switch (options.format()) {
          case MD -> table().markdown(rows);
          case CSV -> table().columns().csv(rows);
          case JSON -> Columns.jsonArray(rows.stream().map(table().columns()::jsonObject));
        });
    int code = options.compare(recorded(rows));
    return options.recordLost() ? ExitCode.FAILED : code;
  }

  /** The rows by the names of their columns. */
  final List<RecordedRow> recorded(List<R> rows) {
    return rows.stream().map(table().columns()::jsonObject).map(RecordReader::row).toList();
  }

  /** Measures and records. */
  final List<R> rows() {
    options.check();
    check();
    List<EngineContender> engines = options.engines();
    List<P> peers = peers(engines);
    List<R> rows = new ArrayList<>();
    try {
      Optional<RecordFile> file = options.recordFile(name(), engines);
      measure(
          engines,
          peers,
          measured -> {
            file.ifPresent(lines -> lines.rows(table().columns(), measured));
            rows.addAll(measured);
          });
    } finally {
      Stream.concat(engines.stream(), peers.stream()).forEach(Contender::close);
    }
    return rows;
  }
}
