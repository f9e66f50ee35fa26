package org.lightpath.cli.bench.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of a run beside those of an earlier one.
 *
 * @param matches rows that both have, in the order of the new run
 * @param onlyNew rows that the earlier run lacks
 * @param onlyOld rows of the earlier run, of the benchmarks of the new one, that are not there now
 * @param warnings conditions that differ, in words
 */
public record Comparison(
    List<Match> matches,
    List<RecordedRow> onlyNew,
    List<RecordedRow> onlyOld,
    List<String> warnings) {
  /** Copies the lists. */
  public Comparison {
    matches = List.copyOf(matches);
    onlyNew = List.copyOf(onlyNew);
    onlyOld = List.copyOf(onlyOld);
    warnings = List.copyOf(warnings);
  }

  /**
   * Matches rows by what was computed, by whom and with how many threads; where a contender had
   * several devices, by device. Of several such rows of the earlier file the last counts.
   *
   * @param rows new ones
   * @param conditions of the new run
   * @param old runs of the earlier file
   */
  public static Comparison of(
      List<RecordedRow> rows, RecordedRun conditions, List<RecordedRun> old) {
    List<Match> matches = new ArrayList<>();
    List<RecordedRow> onlyNew = new ArrayList<>();
    Set<RecordedRow> left = new LinkedHashSet<>();
    old.forEach(run -> left.addAll(run.rows()));
    Set<String> warnings = new LinkedHashSet<>();
    for (RecordedRow row : rows) {
      List<Found> found = found(row, old);
      if (found.isEmpty()) {
        onlyNew.add(row);
        continue;
      }
      found.forEach(each -> left.remove(each.row()));
      Found last = found.getLast();
      matches.add(new Match(last.row(), row));
      warn(warnings, row, conditions, last);
    }
    Set<String> benches = new LinkedHashSet<>();
    rows.forEach(row -> benches.add(row.bench()));
    List<RecordedRow> onlyOld = left.stream().filter(row -> benches.contains(row.bench())).toList();
    return new Comparison(matches, onlyNew, onlyOld, List.copyOf(warnings));
  }

  /** A row of the earlier file and its run. */
  private record Found(RecordedRun run, RecordedRow row) {}

  private static List<Found> found(RecordedRow row, List<RecordedRun> old) {
    Map<String, String> key = row.key();
    List<Found> found = new ArrayList<>();
    for (RecordedRun run : old) {
      for (RecordedRow each : run.rows()) {
        if (each.key().equals(key)) {
          found.add(new Found(run, each));
        }
      }
    }
    List<Found> sameDevice =
        found.stream().filter(each -> each.row().device().equals(row.device())).toList();
    return sameDevice.isEmpty() ? found : sameDevice;
  }

  private static void warn(Set<String> warnings, RecordedRow row, RecordedRun now, Found old) {
    differ(
        warnings,
        "device of %s".formatted(row.text("contender")),
        old.row().device(),
        row.device());
    for (String condition : List.of("commit", "jdk", "os", "processors")) {
      differ(warnings, condition, old.run().condition(condition), now.condition(condition));
    }
  }

  private static void differ(Set<String> warnings, String what, String before, String now) {
    if (!before.equals(now)) {
      warnings.add(
          "%s differs: was '%s', is '%s'"
              .formatted(
                  what,
                  before.isEmpty() ? "not recorded" : before,
                  now.isEmpty() ? "not known" : now));
    }
  }

  /** Whether a row is slower by more than so many percent, beyond its uncertainty. */
  public boolean slowerBy(double percent) {
    return matches.stream()
        .anyMatch(match -> match.ratio() > 1 + percent / 100 && match.isBeyondUncertainty());
  }
}
