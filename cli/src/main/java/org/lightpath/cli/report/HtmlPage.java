package org.lightpath.cli.report;

import static org.lightpath.cli.figure.Xml.escape;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.Figures;
import org.lightpath.cli.figure.Numbers;

/** Renders a report as one HTML page that needs nothing from elsewhere, and no script. */
final class HtmlPage {
  private static final int NARROW_COLUMNS = 3;

  private final RunReport report;
  private final StringBuilder html = new StringBuilder(1 << 18);

  private HtmlPage(RunReport report) {
    this.report = report;
  }

  /** The page of {@code report}. */
  static String of(RunReport report) {
    return new HtmlPage(report).render();
  }

  private String render() {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
    html.append("<title>").append(escape(report.head().title())).append(" – Lightpath</title>\n");
    html.append("<style>\n").append(PageStyle.css()).append("</style>\n</head>\n<body>\n");
    html.append("<a class=\"skip\" href=\"#results\">Skip to the results</a>\n");
    header();
    html.append("<main id=\"results\">\n");
    warnings();
    tiles();
    metrics();
    report.sections().forEach(this::section);
    provenance();
    configuration();
    files();
    html.append(
        "</main>\n<footer>Made by Lightpath from the files of this folder; open the tables");
    html.append(" with any Arrow reader.</footer>\n</body>\n</html>\n");
    return html.toString();
  }

  private void header() {
    RunReport.Head head = report.head();
    html.append("<header>\n<div class=\"top\"><span class=\"brand\">Lightpath</span>\n");
    html.append(PageStyle.themeChoice());
    html.append("</div>\n<h1>").append(escape(head.title())).append("</h1>\n");
    String badge = PageStyle.STATES.contains(head.status()) ? head.status() : "unknown";
    html.append("<div class=\"kind\"><span>").append(escape(head.kind())).append("</span>");
    html.append("<span class=\"badge ").append(badge).append("\">");
    html.append(escape(head.status())).append("</span></div>\n");
    if (!head.description().isEmpty()) {
      html.append("<p>").append(escape(head.description())).append("</p>\n");
    }
    html.append("<nav aria-label=\"Sections\"><ul>");
    link("Metrics");
    report.sections().forEach(section -> link(section.heading()));
    link("Provenance");
    link("Resolved configuration");
    link("Files");
    html.append("</ul></nav>\n</header>\n");
  }

  private void link(String heading) {
    html.append("<li><a href=\"#").append(anchor(heading)).append("\">");
    html.append(escape(heading)).append("</a></li>");
  }

  private void heading(String heading) {
    html.append("<h2 id=\"").append(anchor(heading)).append("\">");
    html.append(escape(heading)).append("</h2>\n");
  }

  private static String anchor(String heading) {
    return "s-" + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private void warnings() {
    List<String> warnings = report.attachments().warnings();
    if (warnings.isEmpty()) {
      return;
    }
    html.append("<section class=\"warnings\" aria-label=\"Warnings\"><h2>Warnings</h2><ul>");
    warnings.forEach(w -> html.append("<li>").append(escape(w)).append("</li>"));
    html.append("</ul></section>\n");
  }

  private void tiles() {
    if (report.headline().tiles().isEmpty()) {
      return;
    }
    if (!report.headline().about().isEmpty()) {
      html.append("<p class=\"about\">").append(escape(report.headline().about()));
      html.append("</p>\n");
    }
    html.append("<ul class=\"tiles\">\n");
    for (Metric metric : report.headline().tiles()) {
      html.append("<li><b>").append(escape(metric.values().getFirst())).append("</b><span>");
      html.append(escape(metric.label())).append("</span></li>\n");
    }
    html.append("</ul>\n");
  }

  private void metrics() {
    heading("Metrics");
    RunReport.Metrics metrics = report.metrics();
    if (metrics.rows().isEmpty()) {
      missing("No metrics in summary.json.");
    } else {
      html.append(MetricsHtml.of(metrics));
    }
    for (String note : metrics.notes()) {
      html.append("<p class=\"note\">").append(escape(MetricCatalogue.capitalised(note)));
      html.append("</p>\n");
    }
  }

  private void section(Section section) {
    heading(section.heading());
    html.append("<div class=\"figures\">\n");
    for (Block block : section.blocks()) {
      switch (block) {
        case Block.Figure figure -> figure(figure.chart());
        case Block.Grid grid -> grid(grid);
        case Block.TextPair pair -> html.append(TextPairHtml.of(pair));
        case Block.Paragraph paragraph ->
            html.append("<p class=\"full\">").append(escape(paragraph.text())).append("</p>\n");
        case Block.Missing missing -> missing(missing.text());
      }
    }
    html.append("</div>\n");
  }

  private void missing(String text) {
    html.append("<p class=\"missing\">").append(escape(text)).append("</p>\n");
  }

  private void figure(Chart chart) {
    String shape = chart.shape().name().toLowerCase(Locale.ROOT);
    html.append("<figure class=\"").append(shape).append("\">\n");
    html.append(Figures.inlineSvg(chart));
    html.append("<figcaption>").append(escape(chart.caption()));
    html.append(" <a href=\"plots/").append(chart.id()).append(".svg\">SVG</a>");
    for (String file : chart.files().keySet()) {
      html.append(" <a href=\"plots/").append(file).append(".png\">PNG, pixel by pixel</a>");
    }
    html.append("</figcaption>");
    html.append("</figure>\n");
  }

  private void grid(Block.Grid grid) {
    String span = grid.headers().size() <= NARROW_COLUMNS ? "half" : "full";
    html.append("<div class=\"").append(span).append(" scroll\" tabindex=\"0\"><table><caption>");
    html.append(escape(grid.caption())).append("</caption><thead><tr>");
    List<String> kinds = kinds(grid);
    for (int c = 0; c < grid.headers().size(); c++) {
      cell("th scope=\"col\" class=\"" + kinds.get(c) + "\"", "th", grid.headers().get(c));
    }
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : grid.rows()) {
      html.append("<tr>");
      cell("th scope=\"row\" style=\"text-align:left\"", "th", row.getFirst());
      for (int c = 1; c < row.size(); c++) {
        cell("td class=\"" + kinds.get(c) + "\"", "td", row.get(c));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>\n");
  }

  private void cell(String open, String close, String text) {
    html.append('<').append(open).append('>').append(escape(text));
    html.append("</").append(close).append('>');
  }

  /** Numbers stand to the right and must not break; words start at the left and may. */
  private static List<String> kinds(Block.Grid grid) {
    return IntStream.range(0, grid.headers().size())
        .mapToObj(c -> grid.rows().stream().anyMatch(row -> words(row.get(c))))
        .map(words -> words ? "words" : "number")
        .toList();
  }

  private static boolean words(String cell) {
    return !cell.isEmpty() && Character.isLetter(cell.charAt(0));
  }

  private void provenance() {
    heading("Provenance");
    html.append("<div class=\"scroll\" tabindex=\"0\"><table><tbody>\n");
    for (Map.Entry<String, String> fact : report.provenance().entrySet()) {
      html.append("<tr>");
      cell("th scope=\"row\" style=\"text-align:left\"", "th", fact.getKey());
      cell("td class=\"words\"", "td", fact.getValue());
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>\n");
  }

  private void configuration() {
    heading("Resolved configuration");
    html.append("<details><summary>The experiment with every default filled in, SI</summary><pre>");
    html.append(escape(report.attachments().resolved())).append("</pre></details>\n");
  }

  private void files() {
    heading("Files");
    if (report.attachments().files().isEmpty()) {
      missing("No other files in this folder.");
      return;
    }
    html.append("<ul>\n");
    for (RunData.FileEntry file : report.attachments().files()) {
      html.append("<li><a href=\"").append(escape(PageStyle.relativeUrl(file.path())));
      html.append("\">").append(escape(file.path())).append("</a> (");
      html.append(Numbers.quantity((double) file.bytes(), "B", 3)).append(")</li>\n");
    }
    html.append("</ul>\n");
  }
}
