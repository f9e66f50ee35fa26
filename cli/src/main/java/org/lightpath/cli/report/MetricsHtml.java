package org.lightpath.cli.report;

import static org.lightpath.cli.figure.Xml.escape;

/** The table of all metrics as HTML. */
final class MetricsHtml {
  private MetricsHtml() {}

  /** One value and its meaning beside it, or one column for each case and the meaning below. */
  static String of(RunReport.Metrics metrics) {
    boolean many = metrics.columns().size() > 1;
    StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table>");
    if (many) {
      html.append("<caption>").append(escape(metrics.about())).append("</caption>");
    }
    html.append("<thead>");
    html.append("<tr><th scope=\"col\">Metric</th>");
    metrics
        .columns()
        .forEach(one -> html.append("<th scope=\"col\">").append(escape(one)).append("</th>"));
    html.append(many ? "" : "<th scope=\"col\" class=\"words\">Meaning</th>");
    html.append("</tr></thead><tbody>\n");
    metrics.rows().forEach(metric -> row(html, metric, many));
    return html.append("</tbody></table></div>\n").toString();
  }

  private static void row(StringBuilder html, Metric metric, boolean many) {
    html.append("<tr><th scope=\"row\">").append(escape(metric.label()));
    if (many) {
      html.append("<small>").append(escape(metric.meaning())).append("</small>");
    }
    html.append("</th>");
    for (String value : metric.values()) {
      html.append("<td class=\"number\">").append(escape(value)).append("</td>");
    }
    if (!many) {
      html.append("<td class=\"words\">").append(escape(metric.meaning())).append("</td>");
    }
    html.append("</tr>\n");
  }
}
