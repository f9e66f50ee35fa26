package org.lightpath.cli.bench.record;

import java.util.List;
import java.util.Locale;

/** A comparison for people. */
public final class ComparisonTable {
  private ComparisonTable() {}

  /**
   * Ratios with their uncertainty, what is slower or faster, warnings, and what has no counterpart.
   *
   * @param against what the new rows are compared with, such as a file
   */
  public static String markdown(Comparison comparison, String against) {
    StringBuilder text = new StringBuilder("\nCompared with ").append(against).append("\n\n");
    comparison.warnings().forEach(line -> text.append("warning: ").append(line).append('\n'));
    if (!comparison.warnings().isEmpty()) {
      text.append('\n');
    }
    if (!comparison.matches().isEmpty()) {
      text.append("| row | before | now | now / before | ± | |\n|---|---:|---:|---:|---:|---|\n");
      comparison.matches().forEach(match -> text.append(line(match)).append('\n'));
      text.append('\n').append(summary(comparison.matches())).append('\n');
    }
    unmatched(text, "not in the earlier run", comparison.onlyNew());
    unmatched(text, "in the earlier run only", comparison.onlyOld());
    return text.toString();
  }

  private static String line(Match match) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.3f | %s | %s |",
        match.now().label(),
        Quantities.seconds(match.before().timing().seconds()),
        Quantities.seconds(match.now().timing().seconds()),
        match.ratio(),
        match.ratioDeviation() == 0
            ? "not known"
            : String.format(Locale.ROOT, "%.3f", match.ratioDeviation()),
        switch (match.verdict()) {
          case SLOWER -> "slower";
          case FASTER -> "faster";
          case SAME -> "";
        });
  }

  private static String summary(List<Match> matches) {
    double logarithms = matches.stream().mapToDouble(match -> Math.log(match.ratio())).sum();
    return String.format(
        Locale.ROOT,
        "%d rows: %d slower, %d faster, %d not told apart; geometric mean of the ratios %.3f",
        matches.size(),
        count(matches, Match.Verdict.SLOWER),
        count(matches, Match.Verdict.FASTER),
        count(matches, Match.Verdict.SAME),
        Math.exp(logarithms / matches.size()));
  }

  private static long count(List<Match> matches, Match.Verdict verdict) {
    return matches.stream().filter(match -> match.verdict() == verdict).count();
  }

  private static void unmatched(StringBuilder text, String where, List<RecordedRow> rows) {
    rows.forEach(row -> text.append(where).append(": ").append(row.label()).append('\n'));
  }
}
