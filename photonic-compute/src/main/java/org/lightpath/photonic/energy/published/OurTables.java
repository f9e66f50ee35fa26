package org.lightpath.photonic.energy.published;

import java.util.List;
import java.util.Locale;
import org.lightpath.photonic.device.Provenance;
import org.lightpath.photonic.energy.EnergyBreakdown;

/** The tables of {@link PublishedTables}, recomputed, with the same rows and columns. */
public final class OurTables {
  private static final Provenance OURS = Provenance.derived("recomputed from published inputs");

  private OurTables() {}

  /** Beside {@link PublishedTables#lighteningPower()}. */
  public static PublishedTable lighteningPower() {
    PublishedTable published = PublishedTables.lighteningPower();
    List<PublishedTable.Row> rows =
        published.rows().stream()
            .map(row -> lighteningRow(row.name(), published.columns()))
            .toList();
    return like(published, rows);
  }

  private static PublishedTable.Row lighteningRow(String bits, List<String> columns) {
    EnergyBreakdown power = LighteningPower.of(LighteningDesign.base(Integer.parseInt(bits)));
    return new PublishedTable.Row(
        bits,
        columns.stream()
            .map(c -> c.equals("total") ? power.total() : power.figure(c))
            .map(figure -> figure.milliwattsPerTops())
            .toList());
  }

  /** Beside {@link PublishedTables#lighteningTotals()}. */
  public static PublishedTable lighteningTotals() {
    return like(
        PublishedTables.lighteningTotals(),
        List.of(
            PublishedTable.Row.of(
                "LT-B", milliwatts(LighteningDesign.base(4)), milliwatts(LighteningDesign.base(8))),
            PublishedTable.Row.of(
                "LT-L",
                milliwatts(LighteningDesign.large(4)),
                milliwatts(LighteningDesign.large(8)))));
  }

  private static double milliwatts(LighteningDesign design) {
    return LighteningPower.of(design).totalWatts() * 1e3;
  }

  /** Beside {@link PublishedTables#lighteningWorkloads()}, slips kept. */
  public static PublishedTable lighteningWorkloads() {
    return like(
        PublishedTables.lighteningWorkloads(),
        List.of(
            workloads(TransformerModel.DEIT_TINY, 197),
            workloads(TransformerModel.DEIT_BASE, 197),
            workloads(TransformerModel.BERT_LARGE, 320)));
  }

  private static PublishedTable.Row workloads(TransformerModel model, int tokens) {
    Workload four =
        Workload.of(model, tokens, new LighteningProducts(LighteningDesign.base(4), Slips.KEPT));
    Workload eight =
        Workload.of(model, tokens, new LighteningProducts(LighteningDesign.base(8), Slips.KEPT));
    Workload rings =
        Workload.of(model, tokens, new RingBankProducts(RingBankDesign.published(4), Slips.KEPT));
    return PublishedTable.Row.of(
        model.name(),
        four.joules() * 1e3,
        four.seconds() * 1e3,
        eight.joules() * 1e3,
        rings.joules() * 1e3,
        rings.seconds() * 1e3);
  }

  /** Beside {@link PublishedTables#albireoPower()}. */
  public static PublishedTable albireoPower() {
    PublishedTable published = PublishedTables.albireoPower();
    List<PublishedTable.Row> rows =
        published.rows().stream().map(row -> albireoRow(row.name(), published.columns())).toList();
    return like(published, rows);
  }

  private static PublishedTable.Row albireoRow(String name, List<String> columns) {
    EnergyBreakdown power = AlbireoPower.of(AlbireoScaling.valueOf(name.toUpperCase(Locale.ROOT)));
    return new PublishedTable.Row(
        name,
        columns.stream()
            .map(c -> c.equals("total") ? power.totalWatts() : power.component(c).watts())
            .toList());
  }

  private static PublishedTable like(PublishedTable published, List<PublishedTable.Row> rows) {
    return new PublishedTable(
        "ours: " + published.title(), published.unit(), published.columns(), rows, OURS);
  }
}
