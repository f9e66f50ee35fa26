package org.lightpath.cli.bench;

import static org.lightpath.cli.bench.Columns.lower;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of {@code bench matmul}. */
final class ProductTable implements Table<ProductRow> {
  private static final Columns<ProductRow> COLUMNS =
      new Columns<ProductRow>()
          .add("contender", row -> row.who().name())
          .add("detail", row -> row.who().detail())
          .add("effect", row -> lower(row.effect()))
          .add("precision", row -> lower(row.c().precision()))
          .add("batch", row -> row.c().batch())
          .add("rows", row -> row.c().rows())
          .add("columns", row -> row.c().columns())
          .add("inner", row -> row.c().inner())
          .add("windows", row -> row.effect().plan(row.c()).windows())
          .add("threads", row -> row.who().threads())
          .add("extrapolated", row -> row.share() < 1)
          .add("run_s", ProductRow::seconds)
          .add("runDeviation_s", row -> row.times().deviation())
          .add("runMean_s", row -> row.times().mean())
          .add("turns", row -> row.times().seconds().size())
          .add("flop_per_s", ProductRow::flopsPerSecond)
          .addOptional("costOfNoise", ProductRow::costOfNoise)
          .addOptional("againstOpenBlas", ProductRow::againstOpenBlas)
          .addOptional("relativeError", row -> row.check().relativeError())
          .add("errorRows", row -> row.check().rows())
          .addOptional("noiseDeviationRatio", row -> row.check().deviationRatio())
          .add("noiseSamples", row -> row.effect().noiseSamples(row.c()))
          .addOptional("noiseSamplesPerSecond", ProductRow::noisePerSecond)
          .addRoofline("Run", ProductRow::roofline, _ -> 1, ProductRow::seconds)
          .add("memory_bytes", ProductRow::memoryBytes);

  @Override
  public Columns<ProductRow> columns() {
    return COLUMNS;
  }

  /** Milliseconds, Gflop/s, millions of random numbers, percent. */
  @Override
  public String markdown(List<ProductRow> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| engine | effect | precision | M x N x K | batch | threads | ms | ± | Gflop/s |")
        .append(
            " cost of noise | against OpenBLAS | error | roofline | Msamples/s | MiB | detail |\n")
        .append("|---|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
    rows.forEach(row -> text.append(line(row)).append('\n'));
    return text.toString();
  }

  private static String line(ProductRow row) {
    ProductCase c = row.c();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d x %d x %d | %d | %d | %s%.3f | %.3f | %.2f | %s | %s | %s | %s | %s | %.1f | %s |",
        row.who().name(),
        lower(row.effect()),
        lower(c.precision()),
        c.rows(),
        c.columns(),
        c.inner(),
        c.batch(),
        row.who().threads(),
        row.share() < 1 ? "extrapolated " : "",
        row.seconds() * 1e3,
        row.times().deviation() * 1e3,
        row.flopsPerSecond() * 1e-9,
        text("%.2f×", row.costOfNoise()),
        text("%.2f×", row.againstOpenBlas()),
        error(row.check()),
        Columns.share(row.roofline(), row.seconds()),
        text("%.1f", row.noisePerSecond().map(rate -> rate * 1e-6)),
        row.memoryBytes() / 1048576.0,
        row.who().detail());
  }

  private static String error(ProductRow.Check check) {
    return check
        .relativeError()
        .map(error -> text("%.1e", Optional.of(error)))
        .orElse("noise " + text("%.3f of σ", check.deviationRatio()));
  }

  private static String text(String format, Optional<Double> value) {
    return value.map(number -> String.format(Locale.ROOT, format, number)).orElse("–");
  }
}
