package org.lightpath.cli.figure;

import java.util.Locale;
import org.lightpath.cli.figure.Style.Dash;

/** Writes SVG 1.1 whose colours are CSS custom properties. */
final class SvgCanvas implements Canvas {
  private final StringBuilder body = new StringBuilder();
  private final String id;
  private int clips;

  /** A canvas whose element ids start with {@code id}. */
  SvgCanvas(String id) {
    this.id = id;
  }

  /** The elements drawn so far. */
  String body() {
    return body.toString();
  }

  @Override
  public void polyline(Points points, Style style) {
    StringBuilder path = new StringBuilder();
    boolean down = false;
    for (int i = 0; i < points.size(); i++) {
      if (!points.present(i)) {
        down = false;
        continue;
      }
      path.append(down ? 'L' : 'M');
      pair(path, points.x().get(i), points.y().get(i));
      down = true;
    }
    if (!path.isEmpty()) {
      body.append("<path d=\"").append(path).append("\" fill=\"none\"");
      stroke(style);
      body.append("/>\n");
    }
  }

  @Override
  public void discs(Points centres, double radius, Style style) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < centres.size(); i++) {
      if (centres.present(i)) {
        path.append('M');
        pair(path, centres.x().get(i), centres.y().get(i));
        path.append("h0");
      }
    }
    if (!path.isEmpty()) {
      // A stroke of no length with round ends is a disc: far shorter than one element per point.
      body.append("<path d=\"").append(path).append("\" fill=\"none\" stroke-linecap=\"round\"");
      stroke(style.wide(2 * radius).dash(Dash.SOLID));
      body.append("/>\n");
    }
  }

  @Override
  public void fill(Box box, Style style) {
    body.append("<rect").append(bounds(box)).append(" style=\"fill:").append(colour(style.paint()));
    body.append('"');
    opacity(" fill-opacity", style);
    body.append("/>\n");
  }

  @Override
  public void text(Text text) {
    String role = text.role().name().toLowerCase(Locale.ROOT);
    StringBuilder place = new StringBuilder();
    if (text.role().upright()) {
      place.append(" transform=\"translate(");
      pair(place, text.x(), text.y());
      place.append(") rotate(-90)\"");
    } else {
      place.append(" x=\"").append(number(text.x())).append("\" y=\"");
      place.append(number(text.y())).append('"');
    }
    body.append("<text class=\"").append(role).append('"').append(place);
    body.append(" text-anchor=\"").append(text.anchor().name().toLowerCase(Locale.ROOT));
    body.append("\" font-size=\"").append(number(text.role().size())).append('"');
    if (text.role().bold()) {
      body.append(" font-weight=\"600\"");
    }
    body.append(" style=\"fill:").append(colour(text.role().ink())).append("\">");
    body.append(Xml.escape(text.content())).append("</text>\n");
  }

  @Override
  public void picture(Picture picture, Box box) {
    image(picture, box, "");
  }

  @Override
  public void pixels(Picture picture, Box box) {
    image(picture, box, " style=\"image-rendering:pixelated\"");
  }

  private void image(Picture picture, Box box, String style) {
    body.append("<image").append(bounds(box)).append(style);
    body.append(" preserveAspectRatio=\"none\" href=\"");
    body.append(picture.dataUri()).append("\"/>\n");
  }

  @Override
  public void clip(Box box) {
    String name = id + "-clip" + clips++;
    body.append("<clipPath id=\"").append(name).append("\"><rect").append(bounds(box));
    body.append("/></clipPath>\n<g clip-path=\"url(#").append(name).append(")\">\n");
  }

  @Override
  public void unclip() {
    body.append("</g>\n");
  }

  private void stroke(Style style) {
    body.append(" style=\"stroke:").append(colour(style.paint())).append("\" stroke-width=\"");
    body.append(number(style.width())).append('"');
    if (style.dash() != Dash.SOLID) {
      body.append(" stroke-dasharray=\"").append(style.dash().pattern()).append('"');
    }
    opacity(" stroke-opacity", style);
  }

  private void opacity(String attribute, Style style) {
    if (style.opacity() < 1) {
      body.append(attribute).append("=\"").append(style.opacity()).append('"');
    }
  }

  private static String colour(Paint paint) {
    return switch (paint) {
      case Paint.Ink ink -> "var(" + ink.variable() + ")";
      case Paint.Ramp ramp -> Theme.hex(ramp.rgb());
    };
  }

  private static String bounds(Box box) {
    return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
        .formatted(number(box.x()), number(box.y()), number(box.width()), number(box.height()));
  }

  private static void pair(StringBuilder out, double x, double y) {
    out.append(number(x)).append(',').append(number(y));
  }

  /** A tenth of a pixel is finer than any screen shows; more digits only make files larger. */
  static String number(double value) {
    double bounded = Math.clamp(value, -1e6, 1e6);
    long tenths = Math.round(bounded * 10);
    String sign = tenths < 0 ? "-" : "";
    long whole = Math.abs(tenths) / 10;
    long rest = Math.abs(tenths) % 10;
    return rest == 0 ? sign + whole : sign + whole + "." + rest;
  }
}
