package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sections of a {@code link} report. */
final class LinkSections {
  private final RunData data;
  private final Cases cases;
  private final Facts summary;
  private final ChannelCharts channels;
  private final SignalCharts signal;

  LinkSections(RunData data, Cases cases, Facts summary) {
    this.data = data;
    this.cases = cases;
    this.summary = summary;
    this.channels = new ChannelCharts(cases);
    this.signal = new SignalCharts(cases, summary);
  }

  List<Section> all() {
    List<Block> decision = new ArrayList<>();
    decision.addAll(blocks("plots/data/constellation", signal::constellations));
    decision.addAll(blocks("plots/data/eye", t -> List.of(signal.eye(t))));
    List<Block> distance = new ArrayList<>();
    distance.addAll(blocks("plots/data/power", t -> List.of(signal.power(t))));
    distance.add(StepChart.of(data, summary));
    return List.of(
        new Section("Spectra", blocks("plots/data/spectrum", t -> List.of(signal.spectrum(t)))),
        new Section("Constellations and eye diagram", decision),
        new Section("Channels", blocks("results", this::perChannel)),
        new Section("Power along the link and step plan", distance));
  }

  private List<Block> blocks(String file, Function<DataTable, List<? extends Block>> make) {
    return Blocks.from(data, file, make);
  }

  private List<Block> perChannel(DataTable results) {
    List<Block> blocks = new ArrayList<>();
    if (cases.many()) {
      blocks.add(channels.sweep(results));
    }
    // One dot over frequency tells less than its row in the table.
    if (results.distinct("frequency_Hz").size() != 1) {
      blocks.add(channels.snr(results));
      blocks.add(channels.powers(results));
    }
    blocks.add(new ChannelTable(cases).of(results));
    return blocks;
  }
}
