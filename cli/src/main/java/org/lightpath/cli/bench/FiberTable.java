package org.lightpath.cli.bench;

import static org.lightpath.cli.bench.Columns.lower;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lightpath.core.engine.ProgramCost;

/** The table of {@code bench fiber}. */
final class FiberTable implements Table<FiberRow> {
  private static final Columns<FiberRow> COLUMNS =
      new Columns<FiberRow>()
          .add("contender", row -> row.who().name())
          .add("detail", row -> row.who().detail())
          .add("model", row -> lower(row.c().model()))
          .add("modes", row -> row.c().modes())
          .add("precision", row -> lower(row.c().precision()))
          .add("samples", row -> row.c().samples())
          .add("batch", row -> row.c().batch())
          .add("threads", row -> row.who().threads())
          .add("runSteps", FiberRow::steps)
          .add("step_s", FiberRow::stepSeconds)
          .add("stepDeviation_s", FiberRow::deviationSeconds)
          .add("stepMean_s", row -> row.times().mean() / row.steps())
          .add("turns", row -> row.times().seconds().size())
          .add("samplesPerSecond", FiberRow::samplesPerSecond)
          .add("relativeError", FiberRow::relativeError)
          .add("errorSteps", FiberRow::errorSteps)
          .addRoofline("Step", FiberRow::roofline, FiberRow::steps, FiberRow::stepSeconds)
          .add("memory_bytes", FiberRow::memoryBytes);

  @Override
  public Columns<FiberRow> columns() {
    return COLUMNS;
  }

  /** Microseconds, nanoseconds a sample, percent. */
  @Override
  public String markdown(List<FiberRow> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| engine | model | precision | N | batch | threads | µs/step | ± | ns/sample |")
        .append(" against ours | error (steps) | roofline | launches/step | MiB | detail |\n")
        .append("|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
    for (FiberRow row : rows) {
      text.append(line(row, ours(rows, row))).append('\n');
    }
    return text.toString();
  }

  private static String line(FiberRow row, double ours) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d | %d | %d | %.2f | %.2f | %.3f | %.2f× | %.1e (%d) | %s | %s | %.1f | %s |",
        row.who().name(),
        lower(row.c().model()),
        lower(row.c().precision()),
        row.c().samples(),
        row.c().batch(),
        row.who().threads(),
        row.stepSeconds() * 1e6,
        row.deviationSeconds() * 1e6,
        1e9 / row.samplesPerSecond(),
        row.stepSeconds() / ours,
        row.relativeError(),
        row.errorSteps(),
        Columns.share(row.roofline(), row.times().median()),
        row.roofline().cost().map(run -> launches(run, row.steps())).orElse("–"),
        row.memoryBytes() / 1048576.0,
        row.who().detail());
  }

  private static String launches(ProgramCost run, int steps) {
    return run.launches() == 0
        ? "–"
        : String.format(Locale.ROOT, "%.3g", (double) run.launches() / steps);
  }

  /** Time of our own first row of the same case with the fewest threads: what ratios refer to. */
  private static double ours(List<FiberRow> rows, FiberRow like) {
    return rows.stream()
        .filter(row -> row.who() instanceof EngineContender && row.c().equals(like.c()))
        .min(Comparator.comparingInt(row -> row.who().threads()))
        .map(FiberRow::stepSeconds)
        .orElse(Double.NaN);
  }
}
