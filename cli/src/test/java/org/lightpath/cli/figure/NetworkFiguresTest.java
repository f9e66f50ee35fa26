package org.lightpath.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Layer.Orientation;
import org.lightpath.cli.figure.Paint.Ink;
import org.lightpath.cli.figure.Text.Role;

class NetworkFiguresTest {
  private static final Pattern LABEL =
      Pattern.compile("<text class=\"legend\" x=\"([0-9.]+)\" y=\"([0-9.]+)\"[^>]*>(node [0-9]+)<");

  /** Nodes in clusters, closer together than their names are long. */
  private static Chart network(int nodes) {
    Random random = new Random(2);
    double[] x = random.doubles(nodes, 0, 100).toArray();
    double[] y = random.doubles(nodes, 0, 40).toArray();
    for (int i = 1; i < nodes; i += 2) {
      x[i] = x[i - 1] + 3;
      y[i] = y[i - 1] + 1;
    }
    Points points = Points.of(x, y);
    List<String> names = IntStream.range(0, nodes).mapToObj(i -> "node " + i).toList();
    Points line = Points.of(new double[] {x[0], x[2]}, new double[] {y[0], y[2]});
    Points other = Points.of(new double[] {x[1], x[3]}, new double[] {y[1], y[3]});
    return Chart.named("network", "Network")
        .shape(Chart.Shape.WIDE)
        .equalUnits()
        .axes(Axis.of("East", "km"), Axis.of("North", "km"))
        .add(
            new Layer.Ties(Axis.of("OSNR", "dB"), List.of(line, other), Samples.of(20, Double.NaN)))
        .add(new Layer.Nodes("node", points, Style.of(Ink.S1), Marker.SQUARE))
        .add(new Layer.Labels(points, names, true))
        .build();
  }

  @Test
  void namesOfNodesDoNotTouch() {
    List<Box> boxes = new ArrayList<>();
    for (MatchResult match : LABEL.matcher(Figures.standaloneSvg(network(24))).results().toList()) {
      double width = Text.width(match.group(3), Role.LEGEND);
      double x = Double.parseDouble(match.group(1));
      double y = Double.parseDouble(match.group(2));
      boxes.add(new Box(x - width / 2, y - 10, width, 12));
    }
    assertThat(boxes).hasSize(24);
    for (int i = 0; i < boxes.size(); i++) {
      for (int k = 0; k < i; k++) {
        Box a = boxes.get(i);
        Box b = boxes.get(k);
        boolean apart =
            a.right() <= b.x() || b.right() <= a.x() || a.bottom() <= b.y() || b.bottom() <= a.y();
        assertThat(apart).as("names %d and %d", i, k).isTrue();
      }
    }
  }

  @Test
  void oneUnitIsAsLongOnBothAxes() {
    Points square = Points.of(new double[] {0, 10, 10, 0}, new double[] {0, 0, 10, 10});
    Chart chart =
        Chart.named("square", "Square")
            .shape(Chart.Shape.WIDE)
            .equalUnits()
            .axes(Axis.of("East", "km"), Axis.of("North", "km"))
            .add(new Layer.Nodes("", square, Style.of(Ink.S1), Marker.SQUARE))
            .build();
    List<double[]> corners =
        Pattern.compile("<rect x=\"([0-9.]+)\" y=\"([0-9.]+)\" width=\"12\" height=\"12\"")
            .matcher(Figures.inlineSvg(chart))
            .results()
            .map(m -> new double[] {Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2))})
            .toList();
    assertThat(corners).hasSize(4);
    double across = corners.get(1)[0] - corners.get(0)[0];
    double up = corners.get(1)[1] - corners.get(2)[1];
    // Coordinates are written to a tenth of a pixel.
    assertThat(across).isPositive().isBetween(up - 0.2, up + 0.2);
  }

  @Test
  void linksHaveTheColourOfTheirValueAndGreyWithoutOne() {
    String svg = Figures.standaloneSvg(network(6));
    assertThat(svg).contains("OSNR (dB)", "stroke:var(--muted)\" stroke-width=\"3.2\"");
    assertThat(svg).contains("stroke:" + Theme.hex(new Paint.Ramp(0.5).rgb()));
  }

  @Test
  void barsRunFromWhereTheyBeginAndNothingIsDrawnForNoNumber() {
    Samples from = Samples.of(0, 2, Double.NaN, 0);
    Samples to = Samples.of(2, 5, 4, Double.NaN);
    Chart chart =
        Chart.named("bars", "Bars")
            .axes(Axis.of("Value", "").range(0, 10), Axis.of("", List.of("a", "", "c", "<d>")))
            .add(new Layer.Spans("part", from, to, Samples.of(0, 1, 2, 3), 0.5, Style.of(Ink.S3)))
            .add(new Layer.Reference("limit", Orientation.VERTICAL, 5, Style.of(Ink.INK)))
            .build();
    String svg = Figures.standaloneSvg(chart);
    List<double[]> bars =
        Pattern.compile(
                "<rect x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"([0-9.]+)\"[^>]* style=\"fill:var\\(--s3\\)")
            .matcher(svg)
            .results()
            .map(m -> new double[] {Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2))})
            .toList();
    // The first is the legend's.
    assertThat(bars).hasSize(4);
    double unit = bars.get(1)[1] / 2;
    assertThat(bars.get(2)[0])
        .isBetween(bars.get(1)[0] + 2 * unit - 0.2, bars.get(1)[0] + 2 * unit + 0.2);
    assertThat(bars.get(2)[1]).isBetween(3 * unit - 0.2, 3 * unit + 0.2);
    assertThat(bars.get(3)[1]).isBetween(4 * unit - 0.2, 4 * unit + 0.2);
    assertThat(svg).contains(">&lt;d&gt;</text>");
  }

  @Test
  void countsThatDoNotAgreeAreRefused() {
    Samples two = Samples.of(1, 2);
    Points one = Points.of(new double[] {1}, new double[] {1});
    Style style = Style.of(Ink.S1);
    assertThatThrownBy(() -> new Layer.Spans("", two, two, Samples.of(1), 1, style))
        .hasMessageContaining("2 beginnings, 2 ends and 1 ordinates");
    assertThatThrownBy(() -> new Layer.Labels(one, List.of("a", "b"), true))
        .hasMessageContaining("2 words for 1 points");
    assertThatThrownBy(() -> new Layer.Ties(Axis.of("", ""), List.of(one), two))
        .hasMessageContaining("1 lines but 2 values");
    assertThatThrownBy(() -> new Layer.Montage(List.of(), 3, List.of(), null))
        .hasMessageContaining("0 pictures in 3 columns");
    assertThatThrownBy(() -> new SamplePng(2, 2, new byte[5]))
        .hasMessageContaining("5 samples for 2 x 2 pixels");
  }

  @Test
  void enlargedPicturesRepeatEveryPixel() throws IOException {
    byte[] grey = {0, (byte) 128, (byte) 255, 7, 8, 9};
    byte[] rgb = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18};
    byte[] indices = {0, 100, (byte) IndexedPng.TRANSPARENT, 3, 4, (byte) 253};
    for (Picture picture :
        List.of(
            new SamplePng(3, 2, grey), new SamplePng(3, 2, rgb), new IndexedPng(3, 2, indices))) {
      BufferedImage large = ImageIO.read(new ByteArrayInputStream(picture.enlarged(3).encode()));
      assertThat(large.getWidth()).isEqualTo(9);
      assertThat(large.getHeight()).isEqualTo(6);
      for (int row = 0; row < 6; row++) {
        for (int column = 0; column < 9; column++) {
          assertThat(picture.enlarged(3).argb(column, row))
              .isEqualTo(picture.argb(column / 3, row / 3));
        }
      }
      BufferedImage plain = ImageIO.read(new ByteArrayInputStream(picture.encode()));
      if (picture.argb(1, 0) == (0xff << 24 | 0x040506)) {
        assertThat(plain.getRGB(1, 0)).isEqualTo(0xff040506);
      }
    }
    assertThat(new SamplePng(3, 2, grey).argb(1, 0)).isEqualTo(0xff808080);
    assertThatThrownBy(() -> new SamplePng(3, 2, grey).enlarged(0)).hasMessageContaining("0-fold");
  }

  @Test
  void picturesAreEmbeddedPixelByPixel() throws IOException {
    SamplePng picture = new SamplePng(2, 2, new byte[] {0, (byte) 255, (byte) 255, 0});
    Chart chart =
        Chart.named("grid", "Grid")
            .shape(Chart.Shape.THIRD)
            .add(
                new Layer.Montage(
                    List.of(picture, picture, picture), 2, List.of("1", "2", "<3>"), null))
            .build();
    String svg = Figures.standaloneSvg(chart);
    assertThat(
            Pattern.compile("<image [^>]*image-rendering:pixelated").matcher(svg).results().count())
        .isEqualTo(3);
    assertThat(svg).contains(">&lt;3&gt;</text>");
    BufferedImage png = ImageIO.read(new ByteArrayInputStream(Figures.png(chart)));
    assertThat(png.getHeight()).isEqualTo(2 * chart.height());
    // Inside the first picture, away from the border between its pixels, nothing is blended.
    assertThat(png.getRGB(2 * 20, 2 * 40) & 0xffffff).isZero();
    assertThat(png.getRGB(2 * 180, 2 * 40) & 0xffffff).isEqualTo(0xffffff);
  }
}
