package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lightpath.cli.figure.Numbers;
import org.lightpath.cli.figure.Samples;

/** The sections of a {@code link} report. */
final class LinkSections {
  private static final int MOST_CHANNEL_ROWS = 120;

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
    blocks.add(channels.snr(results));
    blocks.add(channels.powers(results));
    if (cases.many()) {
      blocks.add(channels.sweep(results));
    }
    blocks.add(table(results.where("case", 0)));
    return blocks;
  }

  private Block table(DataTable channel) {
    List<String> shown =
        List.of(
            "frequency_Hz",
            "launchPower_dBm",
            "receivedPower_dBm",
            "osnr_dB",
            "snr_dB",
            "gnSnr_dB",
            "ber",
            "gmi_bit");
    List<String> columns = shown.stream().filter(c -> channel.present(c).isPresent()).toList();
    List<String> headers = new ArrayList<>(List.of("Channel"));
    columns.forEach(c -> headers.add(header(c)));
    List<List<String>> rows = new ArrayList<>();
    Samples number = channel.numbers("channel");
    int count = Math.min(channel.rows(), MOST_CHANNEL_ROWS);
    for (int row = 0; row < count; row++) {
      List<String> cells = new ArrayList<>();
      cells.add(Numbers.significant(number.get(row), 4));
      for (String column : columns) {
        cells.add(cell(column, channel.numbers(column).get(row)));
      }
      rows.add(cells);
    }
    String caption = cases.many() ? "Channels of the first case" : "Channels";
    String cut = channel.rows() > count ? ", the first " + count + " of " + channel.rows() : "";
    return new Block.Grid(caption + cut, headers, rows);
  }

  private static String header(String column) {
    return switch (column) {
      case "frequency_Hz" -> "Frequency (THz)";
      case "launchPower_dBm" -> "Launch (dBm)";
      case "receivedPower_dBm" -> "Received (dBm)";
      case "osnr_dB" -> "OSNR (dB)";
      case "snr_dB" -> "SNR (dB)";
      case "gnSnr_dB" -> "SNR, GN model (dB)";
      case "ber" -> "BER";
      default -> "GMI (bit/symbol)";
    };
  }

  private static String cell(String column, double value) {
    if (column.equals("frequency_Hz") && Double.isFinite(value)) {
      return Numbers.fixed(value / 1e12, 4);
    }
    return column.endsWith("_dB") || column.endsWith("_dBm")
        ? decibels(value)
        : Numbers.significant(value, 3);
  }

  private static String decibels(double value) {
    return Double.isFinite(value) ? Numbers.fixed(value, 2) : Numbers.quantity(value, "");
  }
}
