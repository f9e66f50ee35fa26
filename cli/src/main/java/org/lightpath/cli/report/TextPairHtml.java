package org.lightpath.cli.report;

import static org.lightpath.cli.figure.Xml.escape;

import java.util.List;

/** Two texts side by side as HTML: the first difference marked, later ones underlined. */
final class TextPairHtml {
  private TextPairHtml() {}

  static String of(Block.TextPair pair) {
    StringBuilder html = new StringBuilder("<figure class=\"pair\">\n");
    side(html, "Digital", pair.prompt(), pair.digital(), pair.optical());
    side(html, "Optical", pair.prompt(), pair.optical(), pair.digital());
    html.append("<figcaption>").append(escape(pair.caption()));
    return html.append("</figcaption></figure>\n").toString();
  }

  private static void side(
      StringBuilder html, String name, String prompt, List<String> own, List<String> other) {
    html.append("<div><h3>").append(name).append("</h3><p>");
    if (!prompt.isEmpty()) {
      html.append("<span class=\"prompt\">").append(escape(prompt)).append("</span>");
    }
    int first = TextPairs.firstDifference(own, other);
    for (int i = 0; i < own.size(); i++) {
      boolean same = i < other.size() && own.get(i).equals(other.get(i));
      String tag = i == first ? "mark" : same ? "" : "em";
      String text = escape(own.get(i));
      html.append(tag.isEmpty() ? text : "<" + tag + ">" + text + "</" + tag + ">");
    }
    html.append("</p></div>\n");
  }
}
