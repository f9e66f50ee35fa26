package org.lightpath.cli.figure;

import java.io.IOException;

/** Charts as files. */
public final class Figures {
  /** Faces that every system has one of; the file never asks for a font from elsewhere. */
  public static final String FONTS =
      "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'DejaVu Sans',sans-serif";

  private Figures() {}

  /** The chart as an SVG file of its own, in the reader's light or dark theme. */
  public static String standaloneSvg(Chart chart) {
    String style =
        "<style>svg{%s}@media (prefers-color-scheme:dark){svg{%s}}</style>\n"
            .formatted(Theme.LIGHT.css(), Theme.DARK.css());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(chart, style);
  }

  /**
   * The chart as an SVG element for an HTML page whose style sheet defines the properties of {@link
   * Theme#css}.
   */
  public static String inlineSvg(Chart chart) {
    return svg(chart, "");
  }

  private static String svg(Chart chart, String style) {
    SvgCanvas canvas = new SvgCanvas(chart.id());
    ChartPainter.paint(chart, canvas);
    int width = chart.width();
    int height = chart.height();
    String open =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
        font-family="%s" role="img" aria-labelledby="%s-title %s-desc">
        <title id="%s-title">%s</title>
        <desc id="%s-desc">%s</desc>
        """
            .formatted(
                width,
                height,
                width,
                height,
                FONTS,
                chart.id(),
                chart.id(),
                chart.id(),
                Xml.escape(chart.title()),
                chart.id(),
                Xml.escape(chart.caption()));
    return open + style + canvas.body() + "</svg>\n";
  }

  /**
   * The chart as a PNG file of twice its size in pixels, in the light theme.
   *
   * @throws IOException if the Java runtime cannot write PNG
   */
  static byte[] png(Chart chart) throws IOException {
    try (ImageCanvas canvas = new ImageCanvas(chart.width(), chart.height())) {
      ChartPainter.paint(chart, canvas);
      return canvas.encode();
    }
  }
}
