package org.lightpath.cli.bench;

import static org.lightpath.cli.bench.Columns.lower;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lightpath.cli.bench.record.Quantities;
import org.lightpath.core.engine.ProgramCost;

/** The table of {@code bench fiber}. */
final class FiberTable implements Table<FiberRow> {
  private static final Columns<FiberRow> COLUMNS =
      new Columns<FiberRow>()
          .add("contender", row -> row.who().name())
          .add("detail", row -> row.who().detail())
          .add("case", row -> row.work().name())
          .add("model", row -> row.work().model())
          .add("modes", row -> row.work().shape().modes())
          .add("precision", row -> lower(row.work().precision()))
          .add("samples", row -> row.work().shape().samples())
          .add("batch", row -> row.work().shape().batch())
          .add("threads", row -> row.who().threads())
          .add("runSteps", row -> row.extent().steps())
          .add("wholeSteps", row -> row.extent().wholeSteps())
          .add("reduction", row -> row.extent().reduction())
          .add("step_s", FiberRow::stepSeconds)
          .add("stepDeviation_s", FiberRow::deviationSeconds)
          .add("stepMean_s", row -> row.times().mean() / row.extent().steps())
          .add("turns", row -> row.times().seconds().size())
          .add("samplesPerSecond", FiberRow::samplesPerSecond)
          .addOptional("whole_s", FiberRow::wholeSeconds)
          .add("relativeError", FiberRow::relativeError)
          .add("errorSteps", FiberRow::errorSteps)
          .addRoofline(
              "Step", FiberRow::roofline, row -> row.extent().steps(), FiberRow::stepSeconds)
          .add("memory_bytes", FiberRow::memoryBytes);

  @Override
  public Columns<FiberRow> columns() {
    return COLUMNS;
  }

  /** Microseconds, nanoseconds a sample, percent. */
  @Override
  public String markdown(List<FiberRow> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| engine | case | model | precision | N | batch | threads | µs/step | mean | ± |")
        .append(" ns/sample | whole run | against ours | error (steps) | roofline |")
        .append(" launches/step | MiB | detail |\n")
        .append("|---|---|---|---|---:|---:|---:|---:|---:|---:|---:|---|---:|---:|---:|---:|---:|")
        .append("---|\n");
    for (FiberRow row : rows) {
      text.append(line(row, againstOurs(rows, row))).append('\n');
    }
    return text.toString();
  }

  private static String line(FiberRow row, double againstOurs) {
    return String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %d | %d | %d | %.2f | %.2f | %.2f | %.3f | %s |",
            row.who().name(),
            row.work().name(),
            row.work().model(),
            lower(row.work().precision()),
            row.work().shape().samples(),
            row.work().shape().batch(),
            row.who().threads(),
            row.stepSeconds() * 1e6,
            row.times().mean() / row.extent().steps() * 1e6,
            row.deviationSeconds() * 1e6,
            1e9 / row.samplesPerSecond(),
            whole(row))
        + String.format(
            Locale.ROOT,
            " %.2f× | %.1e (%d) | %s | %s | %.1f | %s |",
            againstOurs,
            row.relativeError(),
            row.errorSteps(),
            Columns.share(row.roofline(), row.times().median()),
            row.roofline().cost().map(run -> launches(run, row.extent().steps())).orElse("–"),
            row.memoryBytes() / 1048576.0,
            row.who().detail());
  }

  /** Time of the whole system, and from how much of it that is taken. */
  private static String whole(FiberRow row) {
    return row.wholeSeconds()
        .map(
            seconds ->
                Quantities.seconds(seconds)
                    + (row.extent().reduction().equals("none")
                        ? ""
                        : ", from the " + row.extent().reduction()))
        .orElse("–");
  }

  private static String launches(ProgramCost run, int steps) {
    return run.launches() == 0
        ? "–"
        : String.format(Locale.ROOT, "%.3g", (double) run.launches() / steps);
  }

  /**
   * Time of a step over that of our own first row of the same case with the fewest threads, turn by
   * turn.
   */
  private static double againstOurs(List<FiberRow> rows, FiberRow like) {
    return rows.stream()
        .filter(row -> row.who() instanceof EngineContender && row.work().equals(like.work()))
        .min(Comparator.comparingInt(row -> row.who().threads()))
        .map(ours -> like.stepTimes().ratioTo(ours.stepTimes()))
        .orElse(Double.NaN);
  }
}
