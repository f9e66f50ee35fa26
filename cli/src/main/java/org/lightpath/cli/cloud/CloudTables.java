package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lightpath.cli.experiment.Types;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.cloud.account.LayerAccount;
import org.lightpath.cloud.account.ProductLayer;
import org.lightpath.cloud.fidelity.SiteQuality;
import org.lightpath.cloud.quality.ErrorStatistics;
import org.lightpath.core.plan.MatmulShape;
import org.lightpath.datasets.table.Table;

/** The tables of a cloud run. */
final class CloudTables {
  private final Workload workload;
  private final Workload.Made digital;
  private final List<CloudResult> results;

  CloudTables(Workload workload, Workload.Made digital, List<CloudResult> results) {
    this.workload = workload;
    this.digital = digital;
    this.results = results;
  }

  void write(RunFolder folder) {
    folder.write(RunFolder.RESULTS, layers());
    new MadeTables(workload, digital, results.getFirst().optical()).write(folder);
    new AccountTables(results.getFirst()).write(folder);
    new NetworkTables(results.getFirst()).write(folder);
    writeTimes(folder);
    writeLevels(folder);
    writeSensitivity(folder);
  }

  /** Times of the simulation stand apart: results are the same bytes in every run. */
  private void writeTimes(RunFolder folder) {
    List<SiteQuality> local = results.getFirst().layers().local();
    folder.writePlotData(
        "layerTimes",
        new TableBuilder()
            .whole("layer", local.stream().mapToLong(site -> site.site().index()).toArray())
            .real("seconds_s", local.stream().map(SiteQuality::seconds).toList())
            .build());
  }

  /** A product of one case. */
  private record Row(
      int index,
      LayerAccount account,
      ProductLayer layer,
      Optional<SiteQuality> local,
      Optional<ErrorStatistics> accumulated) {}

  /** Rows of all cases, one for each product. */
  private Table layers() {
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < results.size(); number++) {
      addRows(number, rows);
    }
    TableBuilder table = new TableBuilder();
    table.whole("case", rows.stream().mapToLong(Row::index).toArray());
    table.whole("layer", rows.stream().mapToLong(row -> row.layer.site().index()).toArray());
    table.text("name", rows.stream().map(row -> row.layer.node()).toList());
    table.text("operator", rows.stream().map(row -> row.layer.operator()).toList());
    table.text(
        "placement", rows.stream().map(row -> Types.hyphenated(row.layer.placement())).toList());
    shape(table, rows);
    real(table, "macs", rows, row -> row.layer.macs());
    real(table, "snr_dB", rows, row -> local(row, site -> site.quality().snrDecibels()));
    real(
        table,
        "accumulatedSnr_dB",
        rows,
        row -> row.accumulated.map(ErrorStatistics::snrDecibels).orElse(Double.NaN));
    real(table, "enob_bit", rows, row -> local(row, site -> site.quality().effectiveBits()));
    real(table, "bias_rel", rows, row -> local(row, site -> site.quality().relativeBias()));
    real(table, "gain_rel", rows, row -> local(row, site -> site.quality().gain()));
    real(table, "kurtosis", rows, row -> local(row, SiteQuality::kurtosis));
    real(
        table,
        "clippedInputs",
        rows,
        row -> local(row, s -> s.clipped().leftClipped() + s.clipped().rightClipped()));
    real(table, "clippedReadouts", rows, row -> local(row, s -> s.clipped().outputClipped()));
    real(table, "energy_J", rows, row -> row.account.energies().total());
    real(table, "latency_s", rows, row -> row.account.durations().total());
    return table.build();
  }

  private void addRows(int number, List<Row> rows) {
    CloudResult result = results.get(number);
    for (LayerAccount account : result.account().layers()) {
      if (account.layer() instanceof ProductLayer layer) {
        int site = layer.site().index();
        rows.add(
            new Row(
                number,
                account,
                layer,
                result.layers().local().stream()
                    .filter(one -> one.site().index() == site)
                    .findFirst(),
                Optional.ofNullable(result.layers().accumulated().get(site))));
      }
    }
  }

  private static double local(Row row, ToDoubleFunction<SiteQuality> value) {
    return row.local.isPresent() ? value.applyAsDouble(row.local.get()) : Double.NaN;
  }

  private static void real(
      TableBuilder table, String name, List<Row> rows, ToDoubleFunction<Row> value) {
    table.real(name, rows.stream().mapToDouble(value).toArray());
  }

  private static void shape(TableBuilder table, List<Row> rows) {
    List<MatmulShape> shapes = rows.stream().map(row -> row.layer.shape()).toList();
    table.whole("m", shapes.stream().mapToLong(MatmulShape::rows).toArray());
    table.whole("n", shapes.stream().mapToLong(MatmulShape::columns).toArray());
    table.whole("k", shapes.stream().mapToLong(MatmulShape::inner).toArray());
    table.whole("batch", shapes.stream().mapToLong(MatmulShape::batch).toArray());
  }

  /** Both fidelity levels, layer by layer, and the effects that join them. */
  private void writeLevels(RunFolder folder) {
    CloudResult first = results.getFirst();
    FitRows fit = new FitRows();
    first.layers().effects().entrySet().stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<PairedStreams.Pair, ?> entry) -> entry.getKey().toString()))
        .forEach(entry -> fit.add(entry.getKey(), entry.getValue()));
    if (!first.layers().effects().isEmpty()) {
      folder.writePlotData("fit", fit.table());
    }
    List<SiteQuality> waves = first.layers().waveform();
    if (waves.isEmpty()) {
      return;
    }
    folder.writePlotData(
        "fidelity",
        new TableBuilder()
            .whole("layer", waves.stream().mapToLong(site -> site.site().index()).toArray())
            .real("waveformSnr_dB", waves.stream().map(s -> s.quality().snrDecibels()).toList())
            .real(
                "behaviouralSnr_dB",
                waves.stream().map(site -> behavioural(first, site.site().index())).toList())
            .build());
  }

  private static double behavioural(CloudResult result, int site) {
    return result.layers().local().stream()
        .filter(one -> one.site().index() == site)
        .mapToDouble(one -> one.quality().snrDecibels())
        .findFirst()
        .orElse(Double.NaN);
  }

  private void writeSensitivity(RunFolder folder) {
    CloudResult first = results.getFirst();
    if (first.layers().sensitivity().isEmpty()) {
      return;
    }
    double[] psnr =
        first.layers().sensitivity().stream()
            .mapToDouble(cost -> cost.quality().metric("psnr_dB").orElse(Double.NaN))
            .toArray();
    double[] distance =
        first.layers().sensitivity().stream()
            .mapToDouble(cost -> cost.quality().metric("frechetDistance").orElse(Double.NaN))
            .toArray();
    TableBuilder table =
        new TableBuilder()
            .text("layer", first.layers().sensitivity().stream().map(cost -> cost.layer()).toList())
            .real("psnr_dB", psnr);
    if (Arrays.stream(distance).anyMatch(Double::isFinite)) {
      table.real("frechetDistance", distance);
    }
    folder.writePlotData("sensitivity", table.build());
  }
}
