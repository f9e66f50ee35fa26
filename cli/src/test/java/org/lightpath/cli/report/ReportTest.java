package org.lightpath.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Theme;

class ReportTest {
  private static final int MEGABYTE = 1_000_000;

  private static String page(RunData data) {
    return HtmlPage.of(RunReport.of(data));
  }

  private static List<String> ids(RunData data) {
    return RunReport.of(data).charts().stream().map(Chart::id).toList();
  }

  @Test
  void linkReportHasEverySectionAndFigure() {
    RunData link = SampleRuns.link("WDM");
    assertThat(page(link))
        .contains(
            ">Metrics</h2>",
            ">Spectra</h2>",
            ">Constellations and eye diagram</h2>",
            ">Channels</h2>",
            ">Power along the link and step plan</h2>",
            ">Timing and throughput</h2>",
            ">Provenance</h2>",
            ">Resolved configuration</h2>",
            ">Files</h2>")
        .contains("17.83\u00a0dB", "GN model", "3cf0d23", "25.0.3+9", "Vector API")
        .contains("href=\"./results.arrow\"")
        .doesNotContain("Nothing to show");
    assertThat(ids(link))
        .containsExactlyInAnyOrder(
            "spectrum",
            "constellation-x",
            "constellation-y",
            "eye",
            "snr",
            "channel-power",
            "power",
            "steps");
  }

  @Test
  void pulseReportHasEverySectionAndFigure() {
    RunData pulse = SampleRuns.pulse("Soliton");
    assertThat(page(pulse))
        .contains(
            ">Pulse and spectrum</h2>",
            ">Comparison with the closed form</h2>",
            ">Evolution in time and frequency</h2>",
            ">Along the fibre: pulse, invariants, steps</h2>",
            ">Timing and throughput</h2>",
            ">Provenance</h2>")
        .contains("Satsuma &amp; Yajima 1974", "1490\u00a0nm", "103.2\u00a0W")
        .doesNotContain("Nothing to show");
    assertThat(ids(pulse))
        .containsExactlyInAnyOrder(
            "pulse",
            "pulse-spectrum",
            "pulse-chirp",
            "time-map",
            "spectrum-map",
            "peak-power",
            "width",
            "energy",
            "invariants",
            "steps");
  }

  @Test
  void comparisonComesFromTheResultsWhereItHasNoTable() {
    Map<String, Object> summary = SampleRuns.summary("a", "pulse");
    summary.put("reference", "fundamental soliton");
    DataTable results =
        DataTable.builder()
            .numbers("z_m", 0, 1)
            .numbers("peakPower_W", 1, 1.25)
            .numbers("referencePeakPower_W", 1, 1)
            .numbers("referenceError_rel", 0, 3.5e-7)
            .build();
    String page = page(SampleRuns.data(summary, Map.of("results", results)));
    assertThat(page).contains("1.25\u00a0W", ">0.25<", "3.5\u00a0×\u00a010⁻⁷");
  }

  @Test
  void comparisonLeavesOutColumnsThatAreEmpty() {
    Map<String, Object> summary = SampleRuns.summary("a", "pulse");
    summary.put("reference", "modulation instability");
    DataTable comparison =
        DataTable.builder()
            .texts("quantity", List.of("sideband gain"))
            .texts("unit", List.of(""))
            .numbers("simulated", 14.1538)
            .numbers("expected", 14.15)
            .numbers("error_rel", 2.7e-4)
            .build();
    String page = page(SampleRuns.data(summary, Map.of("comparison", comparison)));
    assertThat(page)
        .contains(">14.1538<", "Relative error")
        .doesNotContain(">Tolerance<", ">Within<", ">Source<", ">Case<");
  }

  @Test
  void stepsAreThoseOfTheRunNotTheRowsOfTheTable() {
    Map<String, Object> summary = SampleRuns.summary("a", "pulse");
    summary.put("steps", 5000);
    summary.put("stepPlan", "5000 equal steps over 10 km, saved at 50 positions");
    double[] z = new double[2500];
    Arrays.setAll(z, i -> 4.0 * i);
    double[] h = new double[2500];
    Arrays.fill(h, 2);
    DataTable steps = DataTable.builder().numbers("z_m", z).numbers("step_m", h).build();
    Chart chart =
        RunReport.of(SampleRuns.data(summary, Map.of("steps", steps))).charts().stream()
            .filter(one -> one.id().equals("steps"))
            .findFirst()
            .orElseThrow();
    assertThat(chart.caption().replace('\u202f', ' ').replace('\u00a0', ' '))
        .isEqualTo("5000 equal steps over 10 km, saved at 50 positions.");
    assertThat(((Layer.Steps) chart.layers().getFirst()).edges().max()).isEqualTo(10_000);
  }

  @Test
  void batchShowsEveryCaseAndSaysWhichOneIsOnTop() {
    RunReport report = RunReport.of(SampleRuns.batch(5));
    assertThat(report.metrics().columns()).hasSize(5).contains("−2.00\u00a0dBm");
    assertThat(report.metrics().rows()).allMatch(metric -> metric.values().size() == 5);
    assertThat(report.headline().about())
        .isEqualTo("Launch power\u00a00.00\u00a0dBm, the case of the highest SNR among 5");
    assertThat(report.headline().tiles().getFirst().values())
        .containsExactly(report.metrics().rows().getFirst().values().get(2));
    Chart sweep =
        report.charts().stream().filter(c -> c.id().equals("snr-sweep")).findFirst().orElseThrow();
    assertThat(sweep.layers()).extracting(Layer::name).contains("GN model, mean");
    assertThat(page(SampleRuns.batch(5))).contains("Channels of every case", ">4.00\u00a0dBm</th>");
    assertThat(page(SampleRuns.batch(40))).contains("12 of 40 cases; summary.json has all.");
  }

  @Test
  void figuresOfOneCaseSayWhich() {
    Map<String, Object> summary = SampleRuns.summary("a", "pulse");
    summary.put("batch", Map.of("parameter", "chirp", "unit", "", "values", List.of(-2, 0)));
    RunData single = SampleRuns.pulse("a");
    RunData batch = new RunData(summary, "", single.tables(), List.of());
    assertThat(RunReport.of(batch).charts())
        .filteredOn(chart -> chart.id().endsWith("-map"))
        .hasSize(2)
        .allMatch(chart -> chart.caption().contains("First of 2 cases: chirp −2."));
  }

  @Test
  void anErrorRatioThatWasNotCountedIsABound() {
    Map<String, Object> summary = SampleRuns.summary("a", "link");
    summary.put("metrics", SampleRuns.ordered("ber", 0.0, "berUpperBound", 4.58e-5));
    DataTable one =
        DataTable.builder()
            .numbers("channel", 0)
            .numbers("frequency_Hz", 193.4e12)
            .numbers("snr_dB", 20)
            .numbers("ber", 0)
            .numbers("berUpperBound", 4.58e-5)
            .build();
    RunReport report = RunReport.of(SampleRuns.data(summary, Map.of("results", one)));
    assertThat(report.headline().tiles().getFirst().values())
        .containsExactly("<\u00a04.6\u00a0×\u00a010⁻⁵");
    assertThat(HtmlPage.of(report))
        .contains("<td class=\"number\">&lt;\u00a04.6\u00a0×\u00a010⁻⁵</td>");
    // One channel is one row of the table; a dot over frequency adds nothing.
    assertThat(report.charts()).extracting(Chart::id).doesNotContain("snr", "channel-power");
  }

  @Test
  void wavelengthsOfANarrowBandDiffer() {
    Map<String, Object> summary = SampleRuns.summary("a", "pulse");
    summary.put(
        "metrics", SampleRuns.ordered("band20dBLow_m", 1.549761e-6, "band20dBHigh_m", 1.550239e-6));
    assertThat(page(SampleRuns.data(summary, Map.of())))
        .contains("1549.761\u00a0nm", "1550.239\u00a0nm");
  }

  @Test
  void ratesOfAShortRunAreLabelledSo() {
    Map<String, Object> summary = SampleRuns.summary("a", "pulse");
    assertThat(page(SampleRuns.data(summary, Map.of()))).contains("Step rate, including warm-up");
    summary.put("computeElapsed_s", 600.0);
    assertThat(page(SampleRuns.data(summary, Map.of()))).doesNotContain("including warm-up");
  }

  @Test
  void batchHasOneNamedCurveForEachValueAndTheSweep() {
    String page = page(SampleRuns.batch(5));
    assertThat(page).contains("−4.00\u00a0dBm", "−2.00\u00a0dBm", "4.00\u00a0dBm");
    assertThat(page).contains("Launch power (dBm)", "One curve for each launch power.");
    assertThat(page(SampleRuns.batch(40))).contains("12 of 40 shown");
  }

  @Test
  void pageAsksNothingFromElsewhereAndRunsNoScript() {
    for (RunData data : List.of(SampleRuns.link("a"), SampleRuns.pulse("b"))) {
      String page = page(data).replace("http://www.w3.org/2000/svg", "");
      assertThat(page).doesNotContain("http:", "https:", "<script", "@import", "src=\"//");
      assertThat(Pattern.compile("href=\"(?!#|\\./|plots/|data:image/png)").matcher(page).find())
          .isFalse();
      assertThat(Pattern.compile("url\\((?!#)").matcher(page).find()).isFalse();
      assertThat(page.length()).isLessThan(MEGABYTE);
    }
  }

  @Test
  void bothThemesDefineEveryVariableThatIsUsed() {
    String page = page(SampleRuns.link("a")) + page(SampleRuns.pulse("b"));
    List<String> used =
        Pattern.compile("var\\((--[a-z0-9]+)\\)")
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();
    assertThat(used).contains("--page", "--link", "--good", "--s1", "--d3");
    for (Theme theme : Theme.values()) {
      assertThat(used)
          .allSatisfy(name -> assertThat(PageStyle.variables(theme)).contains(name + ":#"));
    }
  }

  @Test
  void textReachesTheContrastOfTheGuidelinesInBothThemes() {
    // WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for text.
    for (Theme theme : Theme.values()) {
      String css = PageStyle.variables(theme);
      for (String text : List.of("--ink", "--muted", "--link", "--good", "--bad")) {
        assertThat(contrast(css, text, "--page")).as(theme + " " + text).isGreaterThan(4.5);
        assertThat(contrast(css, text, "--surface")).as(theme + " " + text).isGreaterThan(4.5);
      }
    }
  }

  private static double contrast(String css, String text, String ground) {
    double a = luminance(css, text);
    double b = luminance(css, ground);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String css, String name) {
    int at = css.indexOf(name + ":#") + name.length() + 2;
    int rgb = Integer.parseInt(css.substring(at, at + 6), 16);
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double v = (rgb >> (16 - 8 * c) & 0xff) / 255.0;
      sum += weights[c] * (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void everyFigureHasATextForThoseWhoCannotSeeIt() {
    String page = page(SampleRuns.link("a"));
    long figures = Pattern.compile("<svg ").matcher(page).results().count();
    long named =
        Pattern.compile("aria-labelledby=\"([a-z-]+)-title [a-z-]+-desc\"")
            .matcher(page)
            .results()
            .filter(m -> page.contains("<title id=\"" + m.group(1) + "-title\">"))
            .count();
    assertThat(named).isEqualTo(figures).isEqualTo(8);
    assertThat(page).doesNotContain("-desc\"></desc>");
    List<String> ids =
        Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(m -> m.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void hostileNamesStayText() {
    Map<String, Object> summary = SampleRuns.summary("<script>alert('x')</script>", "link");
    summary.put("description", "\"><img src=x onerror=alert(1)>");
    summary.put("status", "completed\" onclick=\"x");
    summary.put("warnings", List.of("</style><script>1</script>"));
    summary.put("metrics", Map.of("<b>_W", 1.0));
    RunData data =
        new RunData(
            summary,
            "</pre><script>2</script>",
            name -> Optional.empty(),
            List.of(new RunData.FileEntry("\"><script>3</script>", 1)));
    String page = page(data);
    assertThat(page).doesNotContain("<script", "<img", "<b>_", "onclick=\"");
    assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  }

  @Test
  void missingTablesAreNamedAndTheReportStillAppears() {
    for (String kind : List.of("link", "pulse", "core", "mesh", "unknown")) {
      Map<String, Object> bare = new HashMap<>(Map.of("kind", kind));
      String page = page(new RunData(bare, "", name -> Optional.empty(), List.of()));
      assertThat(page).contains("No metrics in summary.json.", "not recorded", "unnamed");
      assertThat(page.contains("looked for results.arrow")).isEqualTo(!kind.equals("unknown"));
    }
  }

  @Test
  void emptyAndNanTablesDoNotBreakTheReport() {
    for (String kind : List.of("link", "pulse")) {
      RunData full = kind.equals("link") ? SampleRuns.link("a") : SampleRuns.pulse("a");
      RunData nan =
          new RunData(
              full.summary(), "", name -> full.tables().find(name).map(ReportTest::nan), List.of());
      assertThat(page(nan)).contains("no finite data").doesNotContain("NaN,", "Infinity");
      RunData empty =
          new RunData(
              full.summary(),
              "",
              name -> Optional.of(DataTable.builder().numbers("z_m").build()),
              List.of());
      assertThat(page(empty)).contains("looked for");
    }
  }

  /** The table with NaN in all columns but those that name rows. */
  private static DataTable nan(DataTable table) {
    DataTable.Builder nan = DataTable.builder();
    for (String column : List.of("channel", "trace", "case")) {
      if (table.has(column)) {
        nan.numbers(column, table.numbers(column).toArray());
      }
    }
    nan.numbers("snr_dB", table.numbers("none").toArray());
    return nan.build();
  }

  @Test
  void figuresAndPageAreWrittenWhole(@TempDir Path folder) throws IOException {
    List<String> log = new ArrayList<>();
    Path report = new ReportWriter().write(folder, SampleRuns.link("WDM"), log::add);
    assertThat(log).isEmpty();
    assertThat(report).isEqualTo(folder.resolve("report.html"));
    assertThat(folder.resolve("plots/snr.svg")).exists();
    assertThat(folder.resolve("plots/snr.png")).exists();
    try (var files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
    byte[] first = Files.readAllBytes(report);
    new ReportWriter().write(folder, SampleRuns.link("WDM"), log::add);
    assertThat(Files.readAllBytes(report)).isEqualTo(first);
  }
}
