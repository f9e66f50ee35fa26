package org.lightpath.cli.bench.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lightpath.cli.bench.record.RecordedRow;
import org.lightpath.cli.bench.record.RecordedRun;

/**
 * A row of one of our engines, and where it stands.
 *
 * @param file name of its record
 * @param run conditions of its run
 * @param row what was measured
 * @param beside all rows of its file, peers among them
 */
record Measured(String file, RecordedRun run, RecordedRow row, List<RecordedRow> beside) {
  /** By case, precision (single first), sizes and threads. */
  static final Comparator<Measured> ORDER =
      Comparator.comparing((Measured each) -> each.row().text("case"))
          .thenComparing(each -> each.row().text("precision"), Comparator.reverseOrder())
          .thenComparing(each -> each.row().bench().equals("fiber") ? "" : each.row().text("model"))
          .thenComparingDouble(each -> each.row().number("samples").orElse(0))
          .thenComparingDouble(each -> each.row().number("rows").orElse(0))
          .thenComparingDouble(each -> each.row().number("modes").orElse(0))
          .thenComparingDouble(each -> each.row().number("batch").orElse(1))
          .thenComparing(each -> each.row().engine())
          .thenComparingDouble(each -> each.row().number("threads").orElse(1));

  /** The fastest peer of the same file. */
  Optional<RecordedRow> fastestPeer() {
    return row.fastestPeer(beside);
  }

  /** A peer of the same file, by its name. */
  Optional<RecordedRow> peer(String name) {
    return row.fastestPeer(beside.stream().filter(each -> each.engine().equals(name)).toList());
  }

  /** Time of a peer over ours. */
  double ratioTo(RecordedRow peer) {
    return peer.timing().seconds() / row.timing().seconds();
  }

  /** The same work by the same engine and device with another number of threads. */
  Optional<RecordedRow> withThreads(String threads) {
    return beside.stream()
        .filter(
            each ->
                each.what().equals(row.what())
                    && each.text("contender").equals(row.text("contender"))
                    && each.device().equals(row.device())
                    && each.text("threads").equals(threads))
        .findFirst();
  }

  /** Letters and digits of a device's name, for names of files. */
  static String plain(String device) {
    return device
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\(.*\\)", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
