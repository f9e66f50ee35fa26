package org.lightpath.cli.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.lightpath.cli.figure.Style.Dash;

/** Draws with Java 2D at twice the size, in the light theme. */
final class ImageCanvas implements Canvas, AutoCloseable {
  private static final int SCALE = 2;

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Deque<ClipState> clips = new ArrayDeque<>();

  private record ClipState(@Nullable Shape shape) {}

  ImageCanvas(int width, int height) {
    image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  /** The picture as a PNG file. */
  byte[] encode() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", png)) {
      throw new IOException("this Java runtime has no PNG writer");
    }
    return png.toByteArray();
  }

  @Override
  public void polyline(Points points, Style style) {
    Path2D path = new Path2D.Double();
    boolean down = false;
    for (int i = 0; i < points.size(); i++) {
      if (!points.present(i)) {
        down = false;
      } else if (down) {
        path.lineTo(points.x().get(i), points.y().get(i));
      } else {
        path.moveTo(points.x().get(i), points.y().get(i));
        down = true;
      }
    }
    paint(style);
    graphics.setStroke(stroke(style));
    graphics.draw(path);
  }

  @Override
  public void discs(Points centres, double radius, Style style) {
    paint(style);
    for (int i = 0; i < centres.size(); i++) {
      if (centres.present(i)) {
        double x = centres.x().get(i) - radius;
        double y = centres.y().get(i) - radius;
        graphics.fill(new Ellipse2D.Double(x, y, 2 * radius, 2 * radius));
      }
    }
  }

  @Override
  public void fill(Box box, Style style) {
    paint(style);
    graphics.fill(rectangle(box));
  }

  @Override
  public void text(Text text) {
    Text.Role role = text.role();
    Font font = new Font(Font.SANS_SERIF, role.bold() ? Font.BOLD : Font.PLAIN, 1);
    graphics.setFont(font.deriveFont((float) role.size()));
    paint(Style.of(role.ink()));
    double width =
        graphics
            .getFont()
            .getStringBounds(text.content(), graphics.getFontRenderContext())
            .getWidth();
    double shift =
        switch (text.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    AffineTransform before = graphics.getTransform();
    graphics.translate(text.x(), text.y());
    if (role.upright()) {
      graphics.rotate(-Math.PI / 2);
    }
    graphics.drawString(text.content(), (float) -shift, 0f);
    graphics.setTransform(before);
  }

  @Override
  public void picture(Picture picture, Box box) {
    draw(picture, box);
  }

  @Override
  public void pixels(Picture picture, Box box) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    draw(picture, box);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  private void draw(Picture picture, Box box) {
    BufferedImage pixels =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
    for (int row = 0; row < picture.height(); row++) {
      for (int column = 0; column < picture.width(); column++) {
        pixels.setRGB(column, row, picture.argb(column, row));
      }
    }
    AffineTransform place = AffineTransform.getTranslateInstance(box.x(), box.y());
    place.scale(box.width() / picture.width(), box.height() / picture.height());
    Composite before = graphics.getComposite();
    graphics.setComposite(AlphaComposite.SrcOver);
    graphics.drawImage(pixels, place, null);
    graphics.setComposite(before);
  }

  @Override
  public void clip(Box box) {
    clips.push(new ClipState(graphics.getClip()));
    graphics.clip(rectangle(box));
  }

  @Override
  public void unclip() {
    graphics.setClip(clips.pop().shape());
  }

  @Override
  public void close() {
    graphics.dispose();
  }

  private void paint(Style style) {
    int alpha = (int) Math.round(255 * style.opacity());
    graphics.setColor(new Color(alpha << 24 | Theme.LIGHT.rgb(style.paint()), true));
  }

  private static BasicStroke stroke(Style style) {
    int cap = BasicStroke.CAP_BUTT;
    int join = BasicStroke.JOIN_ROUND;
    float width = (float) style.width();
    if (style.dash() == Dash.SOLID) {
      return new BasicStroke(width, cap, join);
    }
    String[] lengths = style.dash().pattern().split(" ", -1);
    float[] dashes = {Float.parseFloat(lengths[0]), Float.parseFloat(lengths[1])};
    return new BasicStroke(width, cap, join, 1, dashes, 0);
  }

  private static Rectangle2D rectangle(Box box) {
    return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
  }
}
