package org.lightpath.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.cli.figure.Layer.Marker;
import org.lightpath.cli.figure.Layer.Orientation;
import org.lightpath.cli.figure.Paint.Ink;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FiguresTest {
  private static final Style STYLE = Style.of(Ink.S1);

  /** One chart with every kind of layer. */
  private static Chart everything(int points) {
    Samples x = Samples.linear(-2e-12, 2e-12, points);
    Points curve = new Points(x, x.map(t -> Math.exp(-t * t / 1e-24)));
    Points few = Decimation.evenly(curve, 9);
    Samples widths = few.x().map(v -> 0.05);
    Samples edges = Samples.linear(-1e-12, 1e-12, 10);
    return Chart.named("all", "Everything <&> \"at once\"")
        .caption("A caption with <b>markup</b> & more")
        .axes(Axis.of("Time", "s"), Axis.of("Power |A|²", "W"))
        .rightAxis(Axis.of("Chirp", "Hz"))
        .add(new Layer.Line("line", curve, STYLE))
        .add(new Layer.Scatter("marks", few, STYLE, Marker.RING))
        .add(new Layer.Density("cloud", curve))
        .add(new Layer.Traces("traces", List.of(curve, few), STYLE.opacity(0.3)))
        .add(new Layer.Bars("bars", few, 1e-13, STYLE))
        .add(new Layer.Steps("steps", edges, few.y(), STYLE))
        .add(new Layer.ErrorBars("error bars", few, widths, STYLE))
        .add(new Layer.Reference("half", Orientation.HORIZONTAL, 0.5, STYLE))
        .addRight(new Layer.Line("chirp", new Points(x, x.map(t -> 1e24 * t)), STYLE))
        .build();
  }

  private static Chart map(int rows, int columns) {
    Random random = new Random(5);
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = -40 * random.nextDouble();
    }
    Grid grid =
        new Grid(
            Samples.linear(-1e12, 1e12, columns),
            Samples.linear(0, 80e3, rows),
            Samples.of(values));
    return Chart.named("map", "Map")
        .shape(Chart.Shape.MAP)
        .axes(Axis.of("Frequency offset", "Hz"), Axis.of("Distance", "m"))
        .add(new Layer.HeatMap(Axis.of("Relative to maximum", "dB").range(-40, 0), grid))
        .build();
  }

  @Test
  void theTitleOfAColourBarHasRoomBesideLongLabels() throws Exception {
    Chart chart =
        Chart.named("map", "Map")
            .shape(Chart.Shape.MAP)
            .axes(Axis.of("Frequency offset", "Hz"), Axis.of("Distance", "m"))
            .add(
                new Layer.HeatMap(
                    Axis.of("Relative to maximum", "dB").range(-110, 0),
                    ((Layer.HeatMap) map(3, 3).layers().getFirst()).grid()))
            .build();
    Element title =
        texts(parse(Figures.standaloneSvg(chart))).stream()
            .filter(text -> text.getTextContent().startsWith("Relative"))
            .findFirst()
            .orElseThrow();
    String place = title.getAttribute("transform");
    double baseline = Double.parseDouble(place.replaceAll("translate\\(([0-9.]+).*", "$1"));
    assertThat(baseline).isLessThanOrEqualTo(Chart.Shape.MAP.width() - 4);
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static List<Element> texts(Document svg) {
    List<Element> texts = new ArrayList<>();
    for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
      texts.add((Element) svg.getElementsByTagName("text").item(i));
    }
    return texts;
  }

  @Test
  void svgIsWellFormedAndNamesItsAxesWithUnits() throws Exception {
    Document svg = parse(Figures.standaloneSvg(everything(2000)));
    assertThat(texts(svg).stream().map(Element::getTextContent))
        .contains("Time (ps)", "Power |A|² (W)", "Chirp (THz)", "Everything <&> \"at once\"")
        .contains("line", "marks", "cloud", "traces", "bars", "steps", "error bars", "half")
        .contains("chirp (right axis)");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("<b>markup</b>");
  }

  @Test
  void mapNamesItsColoursAndStaysSmall() throws Exception {
    String svg = Figures.standaloneSvg(map(1000, 2000));
    assertThat(texts(parse(svg)).stream().map(Element::getTextContent))
        .contains("Distance (km)", "Frequency offset (THz)", "Relative to maximum (dB)");
    // 420 x 300 indices, incompressible, in base 64: 168 kB; frame and labels fit in the rest.
    assertThat(svg.length()).isLessThan(190_000);
  }

  @Test
  void fileSizeDoesNotGrowWithTheData() {
    int small = Figures.standaloneSvg(everything(20_000)).length();
    int large = Figures.standaloneSvg(everything(400_000)).length();
    assertThat(large).isLessThan(small + small / 10);
  }

  @Test
  void everyColourInTheFileIsDefinedInBothThemes() {
    String svg = Figures.standaloneSvg(everything(500));
    List<String> used =
        Pattern.compile("var\\((--[a-z0-9]+)\\)")
            .matcher(svg)
            .results()
            .map(m -> m.group(1))
            .distinct()
            .toList();
    assertThat(used).contains("--ink", "--surface", "--s1", "--d5");
    for (Theme theme : Theme.values()) {
      assertThat(used).allSatisfy(name -> assertThat(theme.css()).contains(name + ":#"));
      assertThat(svg).contains(theme.css());
    }
  }

  @Test
  void labelsOfAnAxisDoNotTouch() throws Exception {
    Axis wide = Axis.of("Frequency", "Hz").range(193.1e12, 193.7e12);
    Chart chart =
        Chart.named("ticks", "Ticks")
            .shape(Chart.Shape.SQUARE)
            .axes(wide, Axis.of("SNR", "dB"))
            .add(
                new Layer.Line(
                    "", Points.of(new double[] {193.1e12, 193.7e12}, new double[] {0, 1}), STYLE))
            .build();
    double end = Double.NEGATIVE_INFINITY;
    for (Element text : texts(parse(Figures.standaloneSvg(chart)))) {
      boolean below = text.getAttribute("text-anchor").equals("middle");
      if (below && text.getAttribute("class").equals("tick")) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double half = Text.width(text.getTextContent(), Text.Role.TICK) / 2;
        assertThat(x - half).isGreaterThan(end);
        end = x + half;
      }
    }
    assertThat(end).isPositive();
  }

  @Test
  void dataWithoutFiniteValuesSaySo() throws Exception {
    double[] nan = {Double.NaN, Double.NaN, Double.POSITIVE_INFINITY};
    for (double[] values : List.of(nan, new double[0])) {
      Chart chart =
          Chart.named("none", "None")
              .axes(Axis.of("Time", "s"), Axis.of("Power", "W"))
              .add(new Layer.Line("a", Points.of(values, values), STYLE))
              .build();
      Document svg = parse(Figures.standaloneSvg(chart));
      assertThat(texts(svg).stream().map(Element::getTextContent)).contains("no finite data");
    }
  }

  @Test
  void degenerateRangesStillDraw() throws Exception {
    for (double value : new double[] {0, 5e-13, -3e200, 1e-300}) {
      Chart chart =
          Chart.named("flat", "Flat")
              .axes(Axis.of("Distance", "m"), Axis.of("Energy", "J"))
              .add(
                  new Layer.Scatter(
                      "",
                      Points.of(new double[] {value}, new double[] {value}),
                      STYLE,
                      Marker.DISC))
              .build();
      String svg = Figures.standaloneSvg(chart);
      parse(svg);
      assertThat(svg).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void logarithmicAxisLeavesOutWhatItCannotShow() throws Exception {
    Chart chart =
        Chart.named("log", "Log")
            .axes(Axis.of("Distance", "m"), Axis.of("Relative error", "").inDecades())
            .add(
                new Layer.Line(
                    "",
                    Points.of(new double[] {0, 1, 2, 3}, new double[] {0, 1e-14, -1, 1e-9}),
                    STYLE))
            .build();
    String svg = Figures.standaloneSvg(chart);
    assertThat(texts(parse(svg)).stream().map(Element::getTextContent)).contains("10⁻¹²");
    assertThat(svg).doesNotContain("NaN", "Infinity");
  }

  @Test
  void pngHasTwiceTheSizeAndShowsTheData(@TempDir Path folder) throws Exception {
    new FigureFiles().write(List.of(everything(500), map(40, 40)), folder, FiguresTest::unexpected);
    BufferedImage image = ImageIO.read(folder.resolve("all.png").toFile());
    assertThat(image.getWidth()).isEqualTo(2 * Chart.Shape.HALF.width());
    assertThat(image.getHeight()).isEqualTo(2 * Chart.Shape.HALF.height());
    int blue = Theme.LIGHT.rgb(Ink.S1);
    int painted = 0;
    for (int row = 0; row < image.getHeight(); row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        painted += (image.getRGB(column, row) & 0xffffff) == blue ? 1 : 0;
      }
    }
    assertThat(painted).isGreaterThan(1000);
    assertThat(folder.resolve("map.png")).exists();
  }

  private static void unexpected(String line) {
    throw new AssertionError(line);
  }

  @Test
  void withoutGraphicsTheSvgStaysAndOneLineSaysWhy(@TempDir Path folder) throws IOException {
    List<Error> failures =
        List.of(new UnsatisfiedLinkError("libfreetype.so.6"), new InternalError("fontconfig"));
    for (Error failure : failures) {
      List<String> log = new ArrayList<>();
      FigureFiles broken =
          new FigureFiles(
              chart -> {
                throw failure;
              });
      broken.write(List.of(everything(100)), folder, log::add);
      assertThat(log).hasSize(1);
      assertThat(log.getFirst())
          .contains("PNG figures left out", String.valueOf(failure.getMessage()), "fontconfig");
      assertThat(Files.readString(folder.resolve("all.svg"))).endsWith("</svg>\n");
      try (var files = Files.list(folder)) {
        assertThat(files).containsExactly(folder.resolve("all.svg"));
      }
    }
  }

  @Test
  void aChartThatCannotBePaintedIsNotTakenForMissingGraphics(@TempDir Path folder) {
    FigureFiles broken =
        new FigureFiles(
            chart -> {
              if (chart.id().equals("all")) {
                throw new IllegalStateException("bug");
              }
              return new byte[0];
            });
    assertThatThrownBy(() -> broken.write(List.of(everything(100)), folder, line -> {}))
        .hasMessage("bug");
  }

  @Test
  void indexedPictureReadsBackPixelByPixel() throws IOException {
    byte[] indices = {0, 100, (byte) 253, (byte) IndexedPng.TRANSPARENT, 7, 8};
    IndexedPng picture = new IndexedPng(3, 2, indices);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture.encode()));
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        int expected = picture.argb(column, row);
        int actual = read.getRGB(column, row);
        assertThat(actual >>> 24).isEqualTo(expected >>> 24);
        assertThat(expected == 0 || actual == expected).isTrue();
      }
    }
  }

  @Test
  void mapPictureKeepsPeaksAndTurnsDistanceUpwards() {
    double[] values = new double[4000];
    Arrays.fill(values, -40);
    values[1234] = 0;
    Grid grid = new Grid(Samples.linear(0, 1, 2000), Samples.of(0, 1), Samples.of(values));
    Layer.HeatMap layer = new Layer.HeatMap(Axis.of("v", "dB").range(-40, 0), grid);
    Scale x = Scale.of(Axis.of("x", ""), new Extent(0, 1), false).over(0, 400);
    Scale y = Scale.of(Axis.of("y", ""), new Extent(0, 1), false).over(300, 0);
    IndexedPng picture = MapPicture.of(layer, x, y);
    int brightest = 0xff000000 | ColorMap.entry(ColorMap.ENTRIES - 1);
    int column = (int) (1234 / 1999.0 * picture.width());
    assertThat(picture.argb(column, picture.height() - 1)).isEqualTo(brightest);
    assertThat(picture.argb(column, 0)).isNotEqualTo(brightest);
  }
}
