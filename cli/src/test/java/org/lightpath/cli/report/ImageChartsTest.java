package org.lightpath.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.lightpath.cli.figure.Chart;
import org.lightpath.cli.figure.ColorMap;
import org.lightpath.cli.figure.Layer;
import org.lightpath.cli.figure.Picture;
import org.lightpath.cli.figure.Samples;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.datasets.table.Table;

class ImageChartsTest {
  private static final int OPAQUE = 0xff000000;

  private static RunReport report(Table images, Table shape) {
    Map<String, Table> tables = Map.of("images", images, "imageShape", shape);
    return RunReport.of(SampleCloud.data(SampleCloud.summary(), tables));
  }

  private static Layer.Montage montage(RunReport report, int chart) {
    return (Layer.Montage) report.charts().get(chart).layers().getFirst();
  }

  private static Picture sheet(RunReport report) {
    return Objects.requireNonNull(report.charts().getFirst().files().get("images-digital-all"));
  }

  private static BufferedImage read(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.encode()));
  }

  @Test
  void valuesBecomePixelsChannelByChannel() throws IOException {
    // Two images of two rows and three columns in red, green, blue; every value is its own.
    double[] values = new double[2 * 3 * 2 * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 35.0;
    }
    Table images = new TableBuilder().real("digital", values).real("optical", values).build();
    Table shape =
        new TableBuilder()
            .whole("count", new long[] {2})
            .whole("channels", new long[] {3})
            .whole("height", new long[] {2})
            .whole("width", new long[] {3})
            .whole("columns", new long[] {2})
            .build();
    RunReport report = report(images, shape);
    BufferedImage second = read(montage(report, 0).pictures().get(1));
    BufferedImage sheet = read(sheet(report));
    assertThat(List.of(sheet.getWidth(), sheet.getHeight())).containsExactly(3 + 1 + 3, 2);
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        int rgb = OPAQUE;
        for (int c = 0; c < 3; c++) {
          long level = Math.round(255 * values[18 + c * 6 + row * 3 + column]);
          rgb |= (int) level << (16 - 8 * c);
        }
        assertThat(second.getRGB(column, row)).isEqualTo(rgb);
        assertThat(sheet.getRGB(4 + column, row)).isEqualTo(rgb);
      }
    }
  }

  @Test
  void differencesHaveTheColourOfTheirSize() {
    double[] digital = {0, 0.5, 1, 0.25};
    double[] optical = {0, 0.6, 0.6, Double.NaN};
    Table images = new TableBuilder().real("digital", digital).real("optical", optical).build();
    RunReport report = report(images, SampleCloud.shape(1, 1, 2, 1));
    Layer.Montage difference = montage(report, 2);
    Picture picture = difference.pictures().getFirst();
    assertThat(picture.argb(0, 0)).isEqualTo(OPAQUE | ColorMap.rgb(0));
    assertThat(picture.argb(1, 0)).isEqualTo(OPAQUE | ColorMap.rgb(0.25));
    assertThat(picture.argb(0, 1)).isEqualTo(OPAQUE | ColorMap.rgb(1));
    assertThat(picture.argb(1, 1)).isZero();
    assertThat(difference.value()).isNotNull();
    assertThat(report.charts().get(2).caption()).contains("the brightest colour is 0.4,");
  }

  @Test
  void sameImagesHaveNoDifferenceAndAScaleAllTheSame() {
    Table images =
        new TableBuilder().real("digital", new double[4]).real("optical", new double[4]).build();
    RunReport report = report(images, SampleCloud.shape(1, 1, 2, 1));
    assertThat(report.charts().get(2).caption()).contains("Root mean square of all images 0.");
    assertThat(HtmlPage.of(report)).doesNotContain("NaN");
  }

  @Test
  void imagesThatDoNotFitTheirShapeAreRefusedWithCounts() {
    Table images = SampleCloud.images(1, 4, 8);
    assertThat(HtmlPage.of(report(images, SampleCloud.shape(5, 1, 8, 2))))
        .contains("256 values, expected 5 images of 1 channels (1 or 3), 8 rows and 8 columns");
    RunReport without =
        RunReport.of(SampleCloud.data(SampleCloud.summary(), Map.of("images", images)));
    assertThat(HtmlPage.of(without)).contains("looked for plots/data/imageShape.arrow");
  }

  @Test
  void largeImagesAreShownInPartAndStandWholeInTheFile() {
    int count = 9;
    RunReport report =
        report(SampleCloud.images(3, count, 256), SampleCloud.shape(count, 3, 256, 3));
    // A cell is at least half as wide as the image, so two fit in 350 px.
    assertThat(montage(report, 0).pictures()).hasSize(4);
    assertThat(report.charts().getFirst().caption()).contains("the first 4 of 9");
    Picture sheet = sheet(report);
    assertThat(List.of(sheet.width(), sheet.height())).containsExactly(770, 770);
    assertThat(HtmlPage.of(report).length()).isLessThan(5_000_000);
  }

  @Test
  void classesStandBelowTheirImagesAndTheRowsOfAllGridsAreLevel() {
    RunReport report = RunReport.of(SampleCloud.data(SampleCloud.summary(), SampleCloud.tables(3)));
    assertThat(montage(report, 0).words().get(8)).isEqualTo("8");
    assertThat(montage(report, 1).words().get(8)).isEqualTo("8→3");
    assertThat(montage(report, 2).words()).hasSize(SampleCloud.IMAGES).containsOnly("");
    List<Chart> charts = report.charts();
    assertThat(charts.get(0).height())
        .isEqualTo(charts.get(1).height())
        .isLessThan(charts.get(2).height());
  }

  @Test
  void rootMeanSquareCountsEveryValue() {
    ImageSet.Shape shape = new ImageSet.Shape(1, 1, 1, 4);
    ImageSet one = new ImageSet(shape, Samples.of(0, 0, 0, 0));
    ImageSet other = new ImageSet(shape, Samples.of(0.3, 0, 0.4, 0));
    assertThat(one.rmsDifference(other)).isCloseTo(0.25, within(1e-15));
    assertThat(new ImageSet(shape, Samples.of(-0.1, 0.5, 1.2, 1)).clippedShare()).isEqualTo(0.5);
  }
}
