package org.lightpath.cli.bench;

import static org.lightpath.cli.bench.Columns.lower;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of {@code bench model}. */
final class ModelTable implements Table<ModelRow> {
  private static final Columns<ModelRow> COLUMNS =
      new Columns<ModelRow>()
          .add("contender", row -> row.who().name())
          .add("detail", row -> row.who().detail())
          .add("model", row -> row.what().model())
          .add("unit", row -> row.what().unit())
          .add("weights", row -> lower(row.what().weights()))
          .add("level", row -> lower(row.level()))
          .add("precision", row -> lower(row.what().precision()))
          .add("batch", row -> row.what().batch())
          .add("threads", row -> row.who().threads())
          .add("estimate", row -> row.work().whole() ? "no" : "products only")
          .add("distinctProducts", row -> row.work().distinct())
          .add("measuredShare", row -> row.work().measuredShare())
          .add("macsPerUnit", ModelRow::macsPerUnit)
          .add("unit_s", ModelRow::secondsPerUnit)
          .add("unitDeviation_s", row -> row.times().deviation() / row.work().units())
          .add("unitMean_s", row -> row.times().mean() / row.work().units())
          .add("turns", row -> row.times().seconds().size())
          .add("unitsPerSecond", row -> 1 / row.secondsPerUnit())
          .add("mac_per_s", ModelRow::macsPerSecond)
          .addOptional("costOfLight", ModelRow::cost)
          .addOptional("productShare", ModelRow::productShare)
          .add("relativeError", ModelRow::relativeError)
          .addOptional("snr_dB", ModelRow::snrDecibels)
          .addRoofline("Run", ModelRow::roofline, _ -> 1, ModelRow::productSeconds);

  @Override
  public Columns<ModelRow> columns() {
    return COLUMNS;
  }

  /** Milliseconds, GMAC/s, percent. */
  @Override
  public String markdown(List<ModelRow> rows) {
    StringBuilder text = new StringBuilder();
    text.append("| model | weights | level | engine | precision | batch | threads | unit |")
        .append(" MMAC/unit | ms/unit | ± | units/s | GMAC/s | cost of light | in products |")
        .append(" error | SNR dB | roofline of products | detail |\n")
        .append("|---|---|---|---|---|---:|---:|---|")
        .append("---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\n");
    rows.forEach(row -> text.append(line(row)).append('\n'));
    return text.toString();
  }

  private static String line(ModelRow row) {
    return String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %s | %d | %d | %s | %.4g | %.4g | %.2g | %.4g | %.2f |",
            row.what().model(),
            lower(row.what().weights()),
            lower(row.level()),
            row.who().name(),
            lower(row.what().precision()),
            row.what().batch(),
            row.who().threads(),
            row.what().unit(),
            row.macsPerUnit() * 1e-6,
            row.secondsPerUnit() * 1e3,
            row.times().deviation() * 1e3 / row.work().units(),
            1 / row.secondsPerUnit(),
            row.macsPerSecond() * 1e-9)
        + String.format(
            Locale.ROOT,
            " %s | %s | %.1e | %s | %s | %s |",
            text("%.2f×", row.cost()),
            row.work().whole()
                ? text("%.0f %%", row.productShare().map(share -> 100 * share))
                : "estimate: products only",
            row.relativeError(),
            text("%.1f", row.snrDecibels()),
            Columns.share(row.roofline(), row.productSeconds()),
            row.who().detail());
  }

  private static String text(String format, Optional<Double> value) {
    return value.map(number -> String.format(Locale.ROOT, format, number)).orElse("–");
  }
}
