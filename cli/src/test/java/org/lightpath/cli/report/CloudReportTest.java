package org.lightpath.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.kind.FolderReport;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.datasets.table.Table;

class CloudReportTest {
  private static final int LAYERS = 14;

  private static RunData full() {
    return SampleCloud.data(SampleCloud.summary(), SampleCloud.tables(LAYERS));
  }

  private static RunData only(Map<String, Table> tables) {
    return SampleCloud.data(SampleCloud.summary(), tables);
  }

  private static Chart chart(RunData data, String id) {
    return RunReport.of(data).charts().stream()
        .filter(chart -> chart.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no figure " + id));
  }

  private static List<Layer.Spans> spans(Chart chart) {
    return chart.layers().stream()
        .filter(Layer.Spans.class::isInstance)
        .map(Layer.Spans.class::cast)
        .toList();
  }

  private static String page(RunData data) {
    return HtmlPage.of(RunReport.of(data));
  }

  private static List<String> headings(RunData data) {
    return RunReport.of(data).sections().stream().map(Section::heading).toList();
  }

  @Test
  void everyTableHasItsFigure() {
    assertThat(headings(full()))
        .containsExactly(
            "Generated images",
            "Generated text",
            "Layers",
            "Fidelity levels",
            "Energy",
            "Latency",
            "Network",
            "Many requests",
            "Model",
            "Timing and throughput");
    assertThat(RunReport.of(full()).charts())
        .extracting(Chart::id)
        .containsExactly(
            "images-digital",
            "images-optical",
            "images-difference",
            "layer-psnr",
            "layer-frechet",
            "layer-snr",
            "layer-enob",
            "layer-fidelity",
            "energy-components",
            "energy-layers",
            "baselines",
            "latency-stages",
            "network",
            "queue",
            "latencies",
            "utilisation");
    assertThat(RunReport.of(full()).charts()).noneMatch(chart -> chart.caption().isBlank());
    assertThat(page(full())).doesNotContain("No images", "Nothing to show");
  }

  @Test
  void aMissingTableLeavesItsFiguresOutAndAnEmptySectionGoes() {
    Map<String, List<String>> figures =
        Map.ofEntries(
            Map.entry("images", List.of("images-digital", "images-optical", "images-difference")),
            Map.entry("sensitivity", List.of("layer-psnr", "layer-frechet")),
            Map.entry("results", List.of("layer-snr", "layer-enob")),
            Map.entry("fidelity", List.of("layer-fidelity")),
            Map.entry("energy", List.of("energy-components")),
            Map.entry("energyLayers", List.of("energy-layers")),
            Map.entry("baselines", List.of("baselines")),
            Map.entry("latency", List.of("latency-stages")),
            Map.entry("networkNodes", List.of("network")),
            Map.entry("queue", List.of("queue")),
            Map.entry("latencies", List.of("latencies")),
            Map.entry("nodesLoad", List.of("utilisation")));
    List<String> all = RunReport.of(full()).charts().stream().map(Chart::id).toList();
    figures.forEach(
        (table, ids) -> {
          Map<String, Table> rest = new LinkedHashMap<>(SampleCloud.tables(LAYERS));
          rest.remove(table);
          List<String> left = new ArrayList<>(all);
          left.removeAll(ids);
          assertThat(RunReport.of(only(rest)).charts())
              .as("without " + table)
              .extracting(Chart::id)
              .containsExactlyElementsOf(left);
        });
    assertThat(headings(only(Map.of()))).containsExactly("Model", "Timing and throughput");
    assertThat(page(only(Map.of()))).doesNotContain("<svg ");
    Map<String, Table> one = Map.of("latency", SampleCloud.tables(LAYERS).get("latency"));
    assertThat(headings(only(one))).containsExactly("Latency", "Model", "Timing and throughput");
  }

  @Test
  void everyMetricOfTheKindIsExplained() {
    List<String> keys =
        new ArrayList<>(new Facts(SampleCloud.summary()).object("metrics").numbers().keySet());
    assertThat(keys).hasSize(27);
    assertThat(keys)
        .allSatisfy(
            key ->
                assertThat(MetricCatalogue.describe("cloud", key, List.of()).meaning())
                    .as(key)
                    .isNotBlank());
    // The same name means another thing of a core.
    assertThat(MetricCatalogue.describe("cloud", "latency_s", List.of()).meaning())
        .isNotEqualTo(MetricCatalogue.describe("core", "latency_s", List.of()).meaning());
    assertThat(
            MetricCatalogue.describe(
                    "cloud", "klDivergence_nat", List.of(Map.of("klDivergence_nat", 0.25)))
                .values())
        .containsExactly("0.25\u00a0nat");
  }

  @Test
  void aBarForEveryLayerWithAnErrorTheFirstOnTop() {
    Chart chart = chart(full(), "layer-snr");
    Layer.Spans bars = spans(chart).getFirst();
    // One of the layers is digital: no error of its own, no bar.
    assertThat(bars.at().size()).isEqualTo(LAYERS - 1);
    assertThat(bars.at().get(0)).isEqualTo(LAYERS - 2.0);
    assertThat(chart.y().names().getLast()).startsWith("down_blocks.0");
    assertThat(chart.caption()).contains("left out (1)");
    DataTable results = full().tables().find("results").orElseThrow();
    assertThat(bars.to().get(0)).isEqualTo(results.numbers("snr_dB").get(0));
    assertThat(chart(full(), "layer-enob").y().names()).hasSize(LAYERS - 1);
  }

  @Test
  void manyLayersKeepTheirRowsAndNameSome() {
    RunData data = SampleCloud.data(SampleCloud.summary(), SampleCloud.tables(150));
    Chart chart = chart(data, "layer-snr");
    assertThat(spans(chart).getFirst().at().size()).isEqualTo(149);
    long named = chart.y().names().stream().filter(name -> !name.isEmpty()).count();
    // 149 rows in 960 px are 6.4 px high and a name needs 15: every third.
    assertThat(named).isEqualTo(50);
    assertThat(chart.height()).isBetween(960, 1100);
  }

  @Test
  void longNamesKeepBothEnds() {
    String name = "decoder.block.17.attention.value.projection/MatMul";
    String shown = LayerRows.shortened(name);
    assertThat(shown)
        .hasSize(32)
        .startsWith("decoder.block.1")
        .endsWith("ojection/MatMul")
        .contains("…");
    assertThat(LayerRows.shortened("short")).isEqualTo("short");
  }

  @Test
  void componentsOfALayerStandEndToEnd() {
    List<Layer.Spans> stack = spans(chart(full(), "energy-layers"));
    assertThat(stack).hasSize(7);
    for (int i = 1; i < stack.size(); i++) {
      assertThat(stack.get(i).from()).isEqualTo(stack.get(i - 1).to());
    }
    DataTable energy = full().tables().find("energyLayers").orElseThrow();
    Samples ends = stack.getLast().to();
    assertThat(ends.size()).isEqualTo(LAYERS);
    for (int layer = 0; layer < LAYERS; layer++) {
      double sum = energy.where("layer", layer).numbers("energy_J").finite().sum();
      // Sums of seven numbers: rounding only.
      assertThat(ends.get(layer)).isCloseTo(sum, within(1e-12 * sum));
    }
    assertThat(chart(full(), "energy-components").caption()).contains("2.3\u00a0mJ");
  }

  @Test
  void moreComponentsThanColoursAreDrawnTogether() {
    List<String> names = new ArrayList<>();
    double[] energy = new double[12];
    for (int i = 0; i < 12; i++) {
      names.add("part " + i);
      energy[i] = 12 - i;
    }
    Table table =
        new TableBuilder()
            .whole("layer", new long[12])
            .text("component", names)
            .real("energy_J", energy)
            .build();
    List<Layer.Spans> stack = spans(chart(only(Map.of("energyLayers", table)), "energy-layers"));
    assertThat(stack).extracting(Layer::name).hasSize(7).endsWith("all others");
    assertThat(stack.getLast().to().get(0)).isEqualTo(78);
  }

  @Test
  void baselinesStandInDecadesBesideALineThatSaysItIsUndefined() {
    Chart chart = chart(full(), "baselines");
    assertThat(chart.x().logarithmic()).isTrue();
    assertThat(chart.x().unit()).isEqualTo("mW/TOPS");
    Layer.Reference line =
        chart.layers().stream()
            .filter(Layer.Reference.class::isInstance)
            .map(Layer.Reference.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(line.at()).isEqualTo(118.6);
    assertThat(line.name())
        .isEqualTo("118.6\u00a0mW/TOPS: published, operation not defined by the source");
    assertThat(spans(chart).get(0).to().finite().toArray()).containsExactly(96, 188);
    assertThat(spans(chart).get(1).to().finite().toArray()).containsExactly(27.4, 707);
  }

  @Test
  void stagesBeginWhereTheOneBeforeEnds() {
    Chart chart = chart(full(), "latency-stages");
    Layer.Spans fibre = spans(chart).get(0);
    Layer.Spans other = spans(chart).get(1);
    double end = 0;
    for (int row = 0; row < 7; row++) {
      assertThat(fibre.from().get(row)).isEqualTo(end);
      boolean inFibre = Double.isFinite(fibre.to().get(row));
      assertThat(inFibre)
          .isEqualTo(row == 1 || row == 5)
          .isEqualTo(Double.isNaN(other.to().get(row)));
      end = inFibre ? fibre.to().get(row) : other.to().get(row);
    }
    // 20 + 520 + 80 + 110 + 40 + 520 + 20 µs, 1040 of them in fibre.
    assertThat(end).isCloseTo(1.31e-3, within(1e-15));
    assertThat(chart.caption()).contains("79.4\u00a0%", "1.31\u00a0ms");
  }

  @Test
  void aLinkLitBothWaysHasTheLowerOsnrAndUnknownEndsAreCounted() {
    Table links =
        new TableBuilder()
            .text("from", List.of("centre", "north", "nowhere"))
            .text("to", List.of("north", "centre", "east"))
            .real("length_km", new double[] {31, 31, 5})
            .real("osnr_dB", new double[] {38, 33, 20})
            .build();
    Map<String, Table> tables = Map.of("networkNodes", SampleCloud.nodes(), "networkLinks", links);
    Chart chart = chart(only(tables), "network");
    Layer.Ties ties = (Layer.Ties) chart.layers().getFirst();
    assertThat(ties.values()).isEqualTo(Samples.of(33));
    assertThat(ties.lines().getFirst().y()).isEqualTo(Samples.of(0, 28));
    assertThat(chart.caption()).contains("1 links have an end that is no node");
    assertThat(chart.layers().stream().filter(Layer.Nodes.class::isInstance).map(Layer::name))
        .containsExactly("edge node", "computing centre", "ROADM", "amplifier");
    Chart bare = chart(only(Map.of("networkNodes", SampleCloud.nodes())), "network");
    assertThat(bare.layers()).noneMatch(Layer.Ties.class::isInstance);
  }

  @Test
  void theFirstDifferenceOfTwoTextsIsMarkedAndTokensStayText() {
    String page = page(full());
    assertThat(page)
        .contains(
            "<span class=\"prompt\">Once upon a time,</span> light ran through the glass<mark> and</mark>",
            "glass<mark> to</mark><em> tell</em> a<em> tale</em> of",
            "<em> &lt;b&gt;story&lt;/b&gt;</em>")
        .contains("First difference at token 6 of 13", "69.2\u00a0% of the positions")
        .doesNotContain("<b>story");
    Table same =
        new TableBuilder()
            .whole("position", new long[] {0, 1})
            .text("digital", List.of("a", "b"))
            .text("optical", List.of("a", "b"))
            .build();
    assertThat(page(only(Map.of("text", same))))
        .contains("the same in all 2 tokens")
        .doesNotContain("<mark");
  }

  @Test
  void hostileNamesOfLayersAndNodesStayText() {
    Table results =
        new TableBuilder()
            .text("name", List.of("<script>1</script>", "b"))
            .real("snr_dB", new double[] {20, 21})
            .build();
    Table nodes =
        new TableBuilder()
            .text("id", List.of("<img src=x>", "\"b"))
            .text("kind", List.of("edge", "centre"))
            .real("x_km", new double[] {0, 1})
            .real("y_km", new double[] {0, 1})
            .build();
    assertThat(page(only(Map.of("results", results, "networkNodes", nodes))))
        .contains("&lt;script&gt;1&lt;/script&gt;", "&lt;img src=x&gt;")
        .doesNotContain("<script", "<img");
  }

  @Test
  void valuesThatAreNoNumbersLeaveGapsAndThePageStands() {
    Map<String, Table> tables = new LinkedHashMap<>();
    SampleCloud.tables(LAYERS).forEach((name, table) -> tables.put(name, SampleCloud.nan(table)));
    String page = page(only(tables));
    assertThat(page).contains("no finite data").doesNotContain("NaN,", ">NaN", "Infinity");
    // The pictures of no numbers are black, and their differences are blank.
    assertThat(page).contains("images-digital-title", "Root mean square of all images –");
  }

  @Test
  void aBatchHasOneFigureForEachMetricThatVaries() {
    RunData data = SampleCloud.data(SampleCloud.sweep(), SampleCloud.tables(LAYERS));
    assertThat(RunReport.of(data).charts())
        .extracting(Chart::id)
        .filteredOn(id -> id.startsWith("sweep-"))
        .containsExactly("sweep-psnr-dB", "sweep-frechetDistance", "sweep-energyPerInference-J");
    Chart distance = chart(data, "sweep-frechetDistance");
    assertThat(distance.layers()).extracting(Layer::name).containsExactly("", "optical", "digital");
    Layer.Scatter marks = (Layer.Scatter) distance.layers().get(1);
    assertThat(marks.points().x()).isEqualTo(Samples.of(-8, -4, 0, 4));
    assertThat(marks.points().y()).isEqualTo(Samples.of(20, 18, 16, 14));
    assertThat(chart(data, "layer-snr").caption()).contains("First of 4 cases");
  }

  @Test
  void percentilesFarApartAreShownInDecades() {
    Table wide =
        new TableBuilder()
            .real("percentile", new double[] {50, 99})
            .real("latency_s", new double[] {1e-3, 1})
            .build();
    assertThat(chart(only(Map.of("latencies", wide)), "latencies").y().logarithmic()).isTrue();
    Chart near = chart(full(), "latencies");
    assertThat(near.y().logarithmic()).isFalse();
    assertThat(near.x().names()).containsExactly("10", "50", "90", "95", "99", "99.9");
  }

  @Test
  void aRunFolderIsRenderedWithItsPicturesBesideTheFigures(@TempDir Path path) throws IOException {
    RunFolder folder = RunFolder.create(path);
    SampleCloud.write(folder, SampleCloud.summary(), SampleCloud.tables(LAYERS));
    List<String> log = new ArrayList<>();
    Path report = new FolderReport(folder).write(log::add);
    assertThat(log).isEmpty();
    String page = Files.readString(report);
    assertThat(results(page)).isEqualTo(results(page(full())));
    for (Chart chart : RunReport.of(full()).charts()) {
      assertThat(path.resolve("plots/" + chart.id() + ".svg")).exists();
      assertThat(path.resolve("plots/" + chart.id() + ".png")).exists();
    }
    assertThat(page).contains("plots/images-digital-all.png", "plots/images-optical-all.png");
    assertThat(path.resolve("plots/images-optical-all.png")).exists();
    assertThat(Pattern.compile("href=\"(?!#|\\./|plots/|data:image/png)").matcher(page).find())
        .isFalse();
  }

  /** The page without the files of the folder, of which a run in memory has none. */
  private static String results(String page) {
    return page.substring(0, page.indexOf("<h2 id=\"s-resolved"));
  }
}
