package org.lightpath.cli.cloud;

import java.util.ArrayList;
import java.util.List;
import org.lightpath.cli.kind.TableBuilder;
import org.lightpath.cli.run.RunFolder;
import org.lightpath.cloud.generate.Generation;
import org.lightpath.cloud.generate.ImageBatch;
import org.lightpath.cloud.generate.ValueRange;

/** Tables of what was made, digitally and by light. */
final class MadeTables {
  /** Most images of the report. */
  private static final int MOST = 100;

  private static final int COLUMNS = 10;

  private final Workload workload;
  private final Workload.Made digital;
  private final Workload.Made optical;

  MadeTables(Workload workload, Workload.Made digital, Workload.Made optical) {
    this.workload = workload;
    this.digital = digital;
    this.optical = optical;
  }

  void write(RunFolder folder) {
    if (digital instanceof ImageWorkload.MadeImages clean
        && optical instanceof ImageWorkload.MadeImages made) {
      images(folder, clean.images(), made.images());
    }
    if (workload instanceof LanguageWorkload language
        && digital instanceof LanguageWorkload.MadeText clean
        && optical instanceof LanguageWorkload.MadeText made
        && clean.text().isPresent()
        && made.text().isPresent()) {
      text(folder, language, clean.text().get(), made.text().get());
    }
  }

  private static void images(RunFolder folder, Generation.Images clean, Generation.Images made) {
    int count = Math.min(MOST, clean.images().count());
    folder.writePlotData(
        "images",
        new TableBuilder()
            .real("digital", pixels(clean.images().first(count)))
            .real("optical", pixels(made.images().first(count)))
            .build());
    ImageBatch.Size size = clean.images().size();
    folder.writePlotData(
        "imageShape",
        new TableBuilder()
            .whole("count", new long[] {count})
            .whole("channels", new long[] {size.channels()})
            .whole("height", new long[] {size.height()})
            .whole("width", new long[] {size.width()})
            .whole("columns", new long[] {Math.min(COLUMNS, count)})
            .build());
    if (!clean.classes().isEmpty()) {
      folder.writePlotData(
          "imageLabels",
          new TableBuilder()
              .text("label", clean.classes().stream().limit(count).map(String::valueOf).toList())
              .build());
    }
  }

  private static double[] pixels(ImageBatch images) {
    float[] values = images.scaledTo(ValueRange.UNIT).values();
    double[] pixels = new double[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.clamp(values[i], 0f, 1f);
    }
    return pixels;
  }

  private static void text(
      RunFolder folder, LanguageWorkload language, Generation.Text clean, Generation.Text made) {
    List<Double> position = new ArrayList<>();
    List<String> digital = new ArrayList<>();
    List<String> optical = new ArrayList<>();
    for (int i = 0; i < clean.tokens().size(); i++) {
      position.add((double) (i - clean.promptLength()));
      digital.add(language.word(clean.tokens().get(i)));
      optical.add(language.word(made.tokens().get(i)));
    }
    folder.writePlotData(
        "text",
        new TableBuilder()
            .real("position", position)
            .text("digital", digital)
            .text("optical", optical)
            .build());
  }
}
