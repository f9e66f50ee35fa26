package org.lightpath.cli.bench.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir private Path folder;

  private static String row(String contender, int samples, double time, double deviation) {
    return """
        {"contender": "%s", "detail": "here", "model": "scalar", "modes": 1, "precision": "single", \
        "samples": %d, "batch": 1, "threads": 1, "step_s": %s, "stepDeviation_s": %s}"""
        .formatted(contender, samples, time, deviation);
  }

  private static RecordedRun conditions(String commit) {
    return new RecordedRun(
        RecordReader.row("{\"commit\": \"%s\", \"jdk\": \"25\"}".formatted(commit)).values(),
        List.of());
  }

  private List<RecordedRun> stored(String... rows) throws IOException {
    Path file = folder.resolve("old.jsonl");
    Files.writeString(
        file,
        "{\"record\": \"bench fiber\", \"commit\": \"abc\", \"jdk\": \"25\"}\n"
            + String.join("\n", rows)
            + "\n");
    return RecordReader.read(file);
  }

  private static Comparison compare(List<RecordedRun> old, String... rows) {
    return Comparison.of(
        List.of(rows).stream().map(RecordReader::row).toList(), conditions("abc"), old);
  }

  @Test
  void ratiosHaveTheDeviationsOfBothTimes() throws IOException {
    Comparison comparison =
        compare(stored(row("lightpath cpu", 64, 2, 0.06)), row("lightpath cpu", 64, 3, 0.12));
    Match match = comparison.matches().getFirst();
    assertThat(match.ratio()).isEqualTo(1.5);
    // Relative deviations of 3 and 4 % make 5 % of the ratio.
    assertThat(match.ratioDeviation()).isCloseTo(1.5 * 0.05, within(1e-12));
    assertThat(match.verdict()).isEqualTo(Match.Verdict.SLOWER);
    assertThat(comparison.warnings()).isEmpty();
  }

  @Test
  void onlyWhatExceedsDeviationsAndFivePercentIsMarked() throws IOException {
    List<RecordedRun> old = stored(row("lightpath cpu", 64, 1, 0.01));
    assertThat(verdict(old, 1.04, 1e-4)).as("4 %").isEqualTo(Match.Verdict.SAME);
    assertThat(verdict(old, 1.2, 0.2)).as("noisy").isEqualTo(Match.Verdict.SAME);
    assertThat(verdict(old, 1.2, 0.01)).isEqualTo(Match.Verdict.SLOWER);
    assertThat(verdict(old, 0.8, 0.01)).isEqualTo(Match.Verdict.FASTER);
  }

  private static Match.Verdict verdict(List<RecordedRun> old, double time, double deviation) {
    return compare(old, row("lightpath cpu", 64, time, deviation)).matches().getFirst().verdict();
  }

  @Test
  void slowerRowsFailOnlyBeyondThePercentageAndTheUncertainty() throws IOException {
    List<RecordedRun> old = stored(row("lightpath cpu", 64, 1, 0));
    Comparison slower = compare(old, row("lightpath cpu", 64, 1.2, 0.01));
    assertThat(slower.slowerBy(10)).isTrue();
    assertThat(slower.slowerBy(25)).isFalse();
    assertThat(compare(old, row("lightpath cpu", 64, 1.2, 0.2)).slowerBy(10)).isFalse();
  }

  @Test
  void rowsWithoutCounterpartAreNamedAndTheLastOfSeveralCounts() throws IOException {
    Comparison comparison =
        compare(
            stored(
                row("lightpath cpu", 64, 1, 0),
                row("lightpath cpu", 64, 4, 0),
                row("FFTW", 64, 2, 0)),
            row("lightpath cpu", 64, 2, 0),
            row("lightpath cpu", 128, 2, 0));
    assertThat(comparison.matches()).hasSize(1);
    assertThat(comparison.matches().getFirst().ratio()).isEqualTo(0.5);
    assertThat(comparison.onlyNew())
        .extracting(each -> each.text("samples"))
        .containsExactly("128");
    assertThat(comparison.onlyOld())
        .extracting(RecordedRow::engine)
        .as("the row that was measured again is no loose end")
        .containsExactly("FFTW");
    assertThat(ComparisonTable.markdown(comparison, "old.jsonl"))
        .contains("not in the earlier run: fiber step scalar, 128")
        .contains("in the earlier run only: fiber step scalar, 64, batch 1, single, FFTW");
  }

  @Test
  void conditionsThatDifferAreWarnedAbout() throws IOException {
    List<RecordedRun> old = stored(row("lightpath cpu", 64, 1, 0).replace("here", "there"));
    Comparison comparison =
        Comparison.of(
            List.of(RecordReader.row(row("lightpath cpu", 64, 1, 0))), conditions("def"), old);
    assertThat(comparison.warnings())
        .containsExactly(
            "device of lightpath cpu differs: was 'there', is 'here'",
            "commit differs: was 'abc', is 'def'");
  }

  @Test
  void rowsOfOldRecordsMatchByWhatTheirMissingColumnsMeant() throws IOException {
    String old =
        row("lightpath cpu", 64, 1, 0).replace("\"model\": \"scalar\", \"modes\": 1, ", "");
    String now =
        row("lightpath cpu", 64, 1, 0).replace("\"model\"", "\"case\": \"step\", \"model\"");
    assertThat(compare(stored(old), now).matches()).hasSize(1);
    assertThat(compare(stored(old), now.replace("\"step\"", "\"B1\"")).matches())
        .as("another system")
        .isEmpty();
  }

  @Test
  void whatIsNoRecordIsRefusedWithFileAndLine() throws IOException {
    Path file = folder.resolve("bad.jsonl");
    Files.writeString(file, row("a", 1, 1, 0) + "\n{\"x\": 1}\n");
    assertThatThrownBy(() -> RecordReader.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bad.jsonl:2: expected conditions");
    Files.writeString(file, "no JSON\n");
    assertThatThrownBy(() -> RecordReader.read(file)).hasMessageContaining("bad.jsonl:1: no JSON");
    Files.writeString(file, "{\"record\": \"bench fiber\"}\n");
    assertThatThrownBy(() -> RecordReader.read(file)).hasMessageContaining("no measured row");
  }

  @Test
  void arraysOfRowsAreReadToo() throws IOException {
    Path file = folder.resolve("rows.json");
    Files.writeString(file, "[\n  " + row("a", 1, 1, 0) + "\n]\n");
    assertThat(RecordReader.read(file).getFirst().rows()).hasSize(1);
  }

  @Test
  void peersAreThoseOfTheSameWorkWithAsManyThreadsWhereThereAreSome() throws IOException {
    List<RecordedRow> rows =
        stored(
                row("lightpath cpu", 64, 1, 0),
                row("FFTW", 64, 3, 0),
                row("JTransforms", 64, 2, 0).replace("\"threads\": 1", "\"threads\": 2"),
                row("FFTW", 128, 1, 0))
            .getFirst()
            .rows();
    assertThat(rows.getFirst().fastestPeer(rows))
        .get()
        .extracting(RecordedRow::engine)
        .isEqualTo("FFTW");
    RecordedRow two =
        RecordReader.row(
            row("lightpath cpu", 64, 1, 0).replace("\"threads\": 1", "\"threads\": 4"));
    assertThat(two.fastestPeer(rows))
        .get()
        .extracting(RecordedRow::engine)
        .isEqualTo("JTransforms");
  }

  @Test
  void quantitiesKeepThreeDigits() {
    assertThat(Quantities.seconds(1.234e-5)).isEqualTo("12.3 µs");
    assertThat(Quantities.seconds(2.5)).isEqualTo("2.50 s");
    assertThat(Quantities.seconds(0)).isEqualTo("–");
    assertThat(Quantities.rate(1.5e9, "MAC/s")).isEqualTo("1.50 GMAC/s");
    assertThat(Quantities.ratio(271.4)).isEqualTo("271×");
  }
}
