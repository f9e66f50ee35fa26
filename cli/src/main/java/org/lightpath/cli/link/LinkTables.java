package org.lightpath.cli.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.lightpath.cli.kind.FieldTables;
import org.lightpath.cli.kind.StepTable;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.core.field.ComplexField;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.PropagationPlan;
import org.lightpath.core.plan.StepPlan;
import org.lightpath.datasets.table.Table;
import org.lightpath.fiber.Optics;
import org.lightpath.fiber.link.LinkResult;
import org.lightpath.fiber.transceiver.BitQuality;
import org.lightpath.fiber.transceiver.ChannelResult;
import org.lightpath.fiber.transceiver.Osnr;
import org.lightpath.fiber.transceiver.PolarisationResult;
import org.lightpath.fiber.transceiver.Transmitter;

/** The tables and metrics of a link run. */
final class LinkTables {
  private final LinkSpec spec;
  private final Transmitter transmitter;
  private final LinkResult result;
  private final List<Row> rows = new ArrayList<>();

  /** One channel of one case. */
  private record Row(int index, ChannelResult channel, double gnSnr, double osnr) {
    double polarisationSnr(int p) {
      List<PolarisationResult> all = channel.polarisations();
      return p < all.size() ? all.get(p).quality().snrDecibels() : Double.NaN;
    }

    double bits(ToDoubleFunction<BitQuality> value) {
      return channel.bits().map(value::applyAsDouble).orElse(Double.NaN);
    }
  }

  LinkTables(
      LinkSpec spec,
      Transmitter transmitter,
      LinkResult result,
      List<List<ChannelResult>> received) {
    this.spec = spec;
    this.transmitter = transmitter;
    this.result = result;
    GnLine line = new GnLine(spec, transmitter);
    for (int index = 0; index < received.size(); index++) {
      double[] gn = line.snrDecibels(spec.launches().get(index));
      for (ChannelResult channel : received.get(index)) {
        rows.add(new Row(index, channel, gn[channel.channel()], osnr(channel)));
      }
    }
  }

  /** OSNR at the channel's frequency, signal and noise both behind the filters of the link. */
  private double osnr(ChannelResult channel) {
    double offset = channel.frequency() - spec.carrier();
    double signal = channel.launchPower() * spec.link().netGain(offset);
    return Osnr.decibels(signal, spec.link().noiseDensity(channel.frequency(), offset));
  }

  void write(RunFolder folder, ComplexField launch) {
    folder.write(RunFolder.RESULTS, results());
    LinkCurves curves = new LinkCurves(spec, result);
    folder.writePlotData("spectrum", curves.spectrum(launch));
    folder.writePlotData("power", curves.power());
    folder.writePlotData("steps", StepTable.of(steps()));
    CentreChannel centre = new CentreChannel(spec, transmitter, centreChannels());
    folder.writePlotData("constellation", centre.constellation());
    folder.writePlotData("eye", centre.eye());
    if (spec.options().keepFields()) {
      folder.write(RunFolder.FIELDS, fields(launch));
    }
  }

  private List<StepPlan> steps() {
    return result.plan().spans().stream()
        .flatMap(List::stream)
        .filter(PropagationPlan.class::isInstance)
        .map(plan -> ((PropagationPlan) plan).steps())
        .toList();
  }

  private Table results() {
    TableBuilder table = new TableBuilder();
    table.whole("case", rows.stream().mapToLong(Row::index).toArray());
    table.whole("channel", rows.stream().mapToLong(row -> row.channel().channel()).toArray());
    add(table, "frequency_Hz", row -> row.channel().frequency());
    add(table, "launchPower_dBm", row -> Optics.toDbm(row.channel().launchPower()));
    add(table, "receivedPower_dBm", row -> Optics.toDbm(row.channel().receivedPower()));
    add(table, "snr_dB", row -> row.channel().quality().snrDecibels());
    add(table, "snrX_dB", row -> row.polarisationSnr(0));
    add(table, "snrY_dB", row -> row.polarisationSnr(1));
    add(table, "gnSnr_dB", Row::gnSnr);
    add(table, "osnr_dB", Row::osnr);
    add(table, "ber", row -> row.bits(BitQuality::ber));
    add(table, "berUpperBound", row -> row.bits(BitQuality::berUpperBound));
    add(table, "berFromSnr", row -> row.bits(BitQuality::berFromSnr));
    add(table, "q_dB", row -> row.bits(BitQuality::qDecibels));
    add(table, "gmi_bit", row -> row.bits(BitQuality::gmi));
    add(table, "mi_bit", row -> row.bits(BitQuality::mi));
    add(table, "evm_rel", row -> row.channel().quality().evm());
    return table.build();
  }

  private void add(TableBuilder table, String name, ToDoubleFunction<Row> value) {
    table.real(name, rows.stream().mapToDouble(value).toArray());
  }

  private List<ChannelResult> centreChannels() {
    return centreRows().stream().map(Row::channel).toList();
  }

  private List<Row> centreRows() {
    int centre = spec.transmitter().grid().centreChannel();
    return rows.stream().filter(row -> row.channel().channel() == centre).toList();
  }

  /** The metrics of the contract, for each case. */
  List<Map<String, Double>> metrics() {
    return centreRows().stream().map(this::metrics).toList();
  }

  private Map<String, Double> metrics(Row centre) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("launchPower_dBm", Optics.toDbm(centre.channel().launchPower()));
    metrics.put("receivedPower_dBm", Optics.toDbm(centre.channel().receivedPower()));
    metrics.put("snr_dB", centre.channel().quality().snrDecibels());
    metrics.put("snrMin_dB", smallestSnr(centre.index()));
    metrics.put("gnSnr_dB", centre.gnSnr());
    metrics.put("osnr_dB", centre.osnr());
    metrics.put("ber", centre.bits(BitQuality::ber));
    metrics.put("berUpperBound", centre.bits(BitQuality::berUpperBound));
    metrics.put("gmi_bit", centre.bits(BitQuality::gmi));
    metrics.put("evm_rel", centre.channel().quality().evm());
    result.stepError().ifPresent(error -> metrics.put("stepError_rel", error));
    return metrics;
  }

  private double smallestSnr(int index) {
    return rows.stream()
        .filter(row -> row.index() == index)
        .mapToDouble(row -> row.channel().quality().snrDecibels())
        .min()
        .orElseThrow();
  }

  private Table fields(ComplexField launch) {
    boolean single = spec.options().precision() == Precision.SINGLE;
    return new FieldTables(spec.transmitter().timeGrid(), spec.carrier(), single)
        .of(List.of(0.0, spec.link().length()), List.of(launch, result.state().field()));
  }
}
