package org.lightpath.cli.bench;

import static org.lightpath.cli.bench.Columns.lower;

import java.util.List;
import java.util.Locale;

/** The table of {@code bench mesh}. */
final class MeshTable implements Table<MeshRow> {
  private static final Columns<MeshRow> COLUMNS =
      new Columns<MeshRow>()
          .add("contender", row -> row.who().name())
          .add("detail", row -> row.who().detail())
          .add("method", row -> lower(row.method()))
          .add("precision", row -> lower(row.c().precision()))
          .add("modes", row -> row.c().modes())
          .add("vectors", row -> row.c().vectors())
          .add("threads", row -> row.who().threads())
          .add("compile_s", MeshRow::compileSeconds)
          .add("run_s", MeshRow::seconds)
          .add("runDeviation_s", row -> row.times().deviation())
          .add("runMean_s", row -> row.times().mean())
          .add("turns", row -> row.times().seconds().size())
          .add("flop_per_s", MeshRow::flopsPerSecond)
          .add("vectorsPerSecond", row -> row.c().vectors() / row.seconds())
          .addOptional("columnsOverThis", MeshRow::columnsOverThis)
          .addOptional("relativeError", row -> row.check().relativeError())
          .add("errorAgainst", row -> row.check().against())
          .addRoofline("Run", MeshRow::roofline, _ -> 1, MeshRow::seconds)
          .add("memory_bytes", MeshRow::memoryBytes);

  @Override
  public Columns<MeshRow> columns() {
    return COLUMNS;
  }

  /** Milliseconds, Gflop/s, percent. */
  @Override
  public String markdown(List<MeshRow> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| engine | method | precision | N | vectors | threads | compile ms | run ms | ± |")
        .append(" Gflop/s | columns over this | error | roofline | MiB | detail |\n")
        .append("|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
    rows.forEach(row -> text.append(line(row)).append('\n'));
    return text.toString();
  }

  private static String line(MeshRow row) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d | %d | %d | %.3f | %.3f | %.3f | %.2f | %s | %s | %s | %.1f | %s |",
        row.who().name(),
        lower(row.method()),
        lower(row.c().precision()),
        row.c().modes(),
        row.c().vectors(),
        row.who().threads(),
        row.compileSeconds() * 1e3,
        row.seconds() * 1e3,
        row.times().deviation() * 1e3,
        row.flopsPerSecond() * 1e-9,
        row.columnsOverThis().map(ratio -> String.format(Locale.ROOT, "%.2f×", ratio)).orElse("–"),
        row.check().relativeError().map(error -> error(row, error)).orElse("–"),
        Columns.share(row.roofline(), row.seconds()),
        row.memoryBytes() / 1048576.0,
        row.who().detail());
  }

  private static String error(MeshRow row, double error) {
    return String.format(Locale.ROOT, "%.1e (%s)", error, row.check().against());
  }
}
