package org.lightpath.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.figure.Numbers;

/** What was measured of every channel of every case, in numbers. */
final class ChannelTable {
  private static final int MOST_ROWS = 120;
  private static final List<String> SHOWN =
      List.of(
          "frequency_Hz",
          "launchPower_dBm",
          "receivedPower_dBm",
          "osnr_dB",
          "snr_dB",
          "gnSnr_dB",
          "ber",
          "gmi_bit");

  private final Cases cases;

  ChannelTable(Cases cases) {
    this.cases = cases;
  }

  /** The rows of {@code results.arrow}, as many as one reads. */
  Block of(DataTable results) {
    List<String> columns = SHOWN.stream().filter(c -> shown(results, c)).toList();
    List<String> headers = new ArrayList<>();
    if (cases.many()) {
      headers.add(MetricCatalogue.capitalised(cases.parameter()));
    }
    headers.add("Channel");
    columns.forEach(c -> headers.add(header(c)));
    List<List<String>> rows = new ArrayList<>();
    int count = Math.min(results.rows(), MOST_ROWS);
    for (int row = 0; row < count; row++) {
      rows.add(row(results, row, columns));
    }
    String caption = cases.many() ? "Channels of every case" : "Channels";
    String cut = results.rows() > count ? ", the first " + count + " of " + results.rows() : "";
    return new Block.Grid(caption + cut, headers, rows);
  }

  /** Whether a column has anything to say that the name of the case does not. */
  private boolean shown(DataTable results, String column) {
    boolean swept = column.equals("launchPower_dBm") && cases.parameter().equals("launch power");
    return !swept && results.present(column).isPresent();
  }

  private List<String> row(DataTable results, int row, List<String> columns) {
    List<String> cells = new ArrayList<>();
    if (cases.many()) {
      double index = results.numbers("case").get(row);
      boolean known = index >= 0 && index < cases.count();
      cells.add(known ? cases.names().get((int) index) : "–");
    }
    cells.add(Numbers.significant(results.numbers("channel").get(row), 4));
    for (String column : columns) {
      double value = results.numbers(column).get(row);
      cells.add(
          column.equals("ber")
              ? MetricCatalogue.bitErrors(value, results.numbers("berUpperBound").get(row), 3)
              : cell(column, value));
    }
    return cells;
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
